"""Where things lie."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "access_plugin" / "resources" / "sample"
ROADS = SAMPLE / "liechtenstein-2013-08-03.osm.pbf"
SIXTY = str(ROOT / "tests" / "data" / "sixty.toml")
SHARED = Path(os.environ.get("ACCESS30_SHARED", ROOT.parent / "shared")) / "data"
