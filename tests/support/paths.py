"""Where things lie."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "access_plugin" / "resources" / "sample"
ROADS = SAMPLE / "liechtenstein-2013-08-03.osm.pbf"
TEST_DATA = ROOT / "tests" / "data"
#: The summary of the demonstration, as scripts/demo writes it.
DEMONSTRATION = TEST_DATA / "demonstration_summary.csv"
SIXTY = str(TEST_DATA / "sixty.toml")
SHARED = Path(os.environ.get("ACCESS30_SHARED", ROOT.parent / "shared")) / "data"
