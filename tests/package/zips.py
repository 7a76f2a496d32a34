"""Makes the zip of the plugin as a publisher would."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from paths import ROOT

ADDRESSES = (
    "--homepage",
    "https://acces30.fr",
    "--tracker",
    "https://acces30.fr/problemes",
    "--repository",
    "https://acces30.fr/code",
    "--email",
    "bureau@acces30.fr",
)


def package(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "package", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def make_zip(folder: Path) -> Path:
    done = package(*ADDRESSES, "--output", folder)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())
