"""What runs in a process that prints.

It opens the project of the pages, writes each file that it is told to, and ends with its standard input.
"""

from __future__ import annotations

import json
import os
import sys


def main() -> None:
    """Read lines of JSON from standard input, the first what QGIS needs and each other a file.

    Answer each with a line on standard output, which is kept from what libraries print.
    """
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    asked = json.loads(sys.stdin.readline())
    os.environ |= {"QT_PLUGIN_PATH": os.pathsep.join(asked["plugins"]), "QT_QPA_PLATFORM": asked["platform"]}
    from qgis.core import QgsApplication, QgsProject

    QgsApplication.setPrefixPath(asked["prefix"], True)
    application = QgsApplication([], True, asked["profile"])
    application.initQgis()
    from ...engine.errors import InputError
    from ...engine.files import trouble
    from ...engine.text import set_language
    from .export import PageFile, write_file

    set_language(asked["language"])

    project = QgsProject.instance()
    if not project.read(asked["project"]):
        raise SystemExit(1)
    print(json.dumps({"ready": True}), file=answers)
    for line in sys.stdin:
        file = json.loads(line)
        try:
            write_file(project, PageFile(**file))
            print(json.dumps({"written": file["path"]}), file=answers)
        except (InputError, OSError) as error:
            print(json.dumps({"failed": str(trouble(error) if isinstance(error, OSError) else error)}), file=answers)
    os._exit(0)  # nothing is left to be written, and QGIS takes its time
