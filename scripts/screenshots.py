"""Walks through a first study in the real desktop, takes its pictures, and makes them small enough for the pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SAMPLE = ROOT / "access_plugin" / "resources" / "sample"
#: Stands in the boxes of the dialogs, so that it must look like anybody's.
DOCUMENTS = Path(tempfile.gettempdir()) / "Documents"
MOST_BYTES = 250_000
sys.path[:0] = [str(ROOT / "tests" / "desk"), str(ROOT / "tests" / "support")]


def folder_of_files() -> Path:
    """Return a folder of files as a person gathers them, in which contours and people are still missing."""
    folder = DOCUMENTS / "Mes fichiers"
    folder.mkdir(parents=True)
    for name in ("liechtenstein-2013-08-03.osm.pbf", "sites.csv"):
        shutil.copy(SAMPLE / name, folder / name)
    return folder


def open_in_browser(page: Path, picture: Path) -> None:
    """Take a picture of a page as a browser shows it."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                f"--user-data-dir={profile}",
                "--lang=fr",
                "--window-size=1280,860",
                "--virtual-time-budget=6000",
                f"--screenshot={picture}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )


def small(source: Path, target: Path) -> None:
    """Write a picture with no more colours than it needs to stay below the size that the pages allow."""
    for colours in (256, 128, 64, 32):
        subprocess.run(
            ["convert", source, "-strip", "+dither", "-colors", str(colours), f"PNG8:{target}"], check=True, timeout=120
        )
        if target.stat().st_size <= MOST_BYTES:
            return
    sys.exit(f"screenshots: {target.name} is larger than {MOST_BYTES / 1000:.0f} kB, even in 32 colours.")


def main() -> int:
    from desktop import visit

    if DOCUMENTS.exists():
        sys.exit(f"screenshots: {DOCUMENTS} is there already: what it holds would stand in the pictures. Move it away.")
    seen_in = Path(tempfile.mkdtemp(prefix="access30-pictures-"))
    os.environ["TMPDIR"] = str(seen_in)  # QGIS would mark layers of the usual one as temporary
    try:
        seen = visit(
            ROOT / "scripts" / "screenshots_visit.py",
            seen_in,
            screen="1440x900",
            seconds=900,
            files=folder_of_files(),
            example=DOCUMENTS / "Exemple Accès 30",
        )
        open_in_browser(Path(seen["public_map"]) / "index.html", seen_in / "etude-carte-publique.png")
        for picture in sorted(seen_in.glob("etude-*.png")):
            small(picture, IMAGES / picture.name)
            print(f"{picture.name}: {(IMAGES / picture.name).stat().st_size / 1000:.0f} kB")
        for name in ("menu", "asked", "found", "log", "figures", "bench", "files"):
            print(f"── {name}\n{seen[name]}")
    finally:
        shutil.rmtree(DOCUMENTS, ignore_errors=True)
        shutil.rmtree(seen_in, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
