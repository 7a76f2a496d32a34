"""Makes access_plugin/resources/france/*.csv: old commune codes → today's, and the départements.

Usage: python scripts/france.py FOLDER

FOLDER is the unpacked npm package @etalab/decoupage-administratif (INSEE, code officiel géographique, Licence Ouverte
2.0; package: MIT). The positions of the préfectures are rounded town-hall coordinates, only to see that a site lies in
another part of France.
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "access_plugin" / "resources" / "france"
PREFECTURES = {
    "01": (5.23, 46.20),
    "02": (3.62, 49.56),
    "03": (3.33, 46.57),
    "04": (6.24, 44.09),
    "05": (6.08, 44.56),
    "06": (7.26, 43.70),
    "07": (4.60, 44.73),
    "08": (4.72, 49.77),
    "09": (1.61, 42.97),
    "10": (4.07, 48.30),
    "11": (2.35, 43.21),
    "12": (2.57, 44.35),
    "13": (5.37, 43.30),
    "14": (-0.37, 49.18),
    "15": (2.44, 44.93),
    "16": (0.16, 45.65),
    "17": (-1.15, 46.16),
    "18": (2.40, 47.08),
    "19": (1.77, 45.27),
    "2A": (8.74, 41.92),
    "2B": (9.45, 42.70),
    "21": (5.04, 47.32),
    "22": (-2.76, 48.51),
    "23": (1.87, 46.17),
    "24": (0.72, 45.18),
    "25": (6.02, 47.24),
    "26": (4.89, 44.93),
    "27": (1.15, 49.02),
    "28": (1.49, 48.45),
    "29": (-4.10, 48.00),
    "30": (4.36, 43.84),
    "31": (1.44, 43.60),
    "32": (0.59, 43.65),
    "33": (-0.58, 44.84),
    "34": (3.88, 43.61),
    "35": (-1.68, 48.11),
    "36": (1.69, 46.81),
    "37": (0.69, 47.39),
    "38": (5.72, 45.19),
    "39": (5.55, 46.67),
    "40": (-0.50, 43.89),
    "41": (1.33, 47.59),
    "42": (4.39, 45.44),
    "43": (3.88, 45.04),
    "44": (-1.55, 47.22),
    "45": (1.90, 47.90),
    "46": (1.44, 44.45),
    "47": (0.62, 44.20),
    "48": (3.50, 44.52),
    "49": (-0.55, 47.47),
    "50": (-1.09, 49.12),
    "51": (4.37, 48.96),
    "52": (5.14, 48.11),
    "53": (-0.77, 48.07),
    "54": (6.18, 48.69),
    "55": (5.16, 48.77),
    "56": (-2.76, 47.66),
    "57": (6.18, 49.12),
    "58": (3.16, 46.99),
    "59": (3.06, 50.63),
    "60": (2.08, 49.43),
    "61": (0.09, 48.43),
    "62": (2.78, 50.29),
    "63": (3.09, 45.78),
    "64": (-0.37, 43.30),
    "65": (0.08, 43.23),
    "66": (2.90, 42.70),
    "67": (7.75, 48.58),
    "68": (7.36, 48.08),
    "69": (4.84, 45.76),
    "70": (6.15, 47.62),
    "71": (4.83, 46.31),
    "72": (0.20, 48.01),
    "73": (5.92, 45.57),
    "74": (6.13, 45.90),
    "75": (2.35, 48.86),
    "76": (1.10, 49.44),
    "77": (2.66, 48.54),
    "78": (2.13, 48.80),
    "79": (-0.46, 46.32),
    "80": (2.30, 49.89),
    "81": (2.15, 43.93),
    "82": (1.35, 44.02),
    "83": (5.93, 43.12),
    "84": (4.81, 43.95),
    "85": (-1.43, 46.67),
    "86": (0.34, 46.58),
    "87": (1.26, 45.83),
    "88": (6.45, 48.17),
    "89": (3.57, 47.80),
    "90": (6.86, 47.64),
    "91": (2.43, 48.63),
    "92": (2.21, 48.89),
    "93": (2.44, 48.91),
    "94": (2.46, 48.79),
    "95": (2.04, 49.04),
    "971": (-61.73, 16.00),
    "972": (-61.07, 14.60),
    "973": (-52.33, 4.94),
    "974": (55.45, -20.88),
    "976": (45.23, -12.78),
}


def main(folder: Path) -> None:
    def read(name):
        return json.loads((folder / "data" / f"{name}.json").read_text(encoding="utf-8"))

    communes = read("communes")
    today = {row["code"] for row in communes if row["type"] == "commune-actuelle"}
    passage = {
        row["code"]: row.get("chefLieu") or row.get("commune") for row in communes if row["type"] != "commune-actuelle"
    }
    passage |= {
        old: row["code"] for row in communes if row["type"] == "commune-actuelle" for old in row.get("anciensCodes", [])
    }
    passage = {old: new for old, new in passage.items() if old != new and old not in today and new in today}
    write("passage.csv", ("old", "new"), sorted(passage.items()))
    regions = {row["code"]: row["nom"] for row in read("regions")}
    number = Counter(row["departement"] for row in communes if row["type"] == "commune-actuelle")
    towns = sorted((row["departement"], row["chefLieu"]) for row in read("arrondissements") if row["chefLieu"])
    rows = []
    for row in (row for row in read("departements") if row["code"] in PREFECTURES):
        code, seat = row["code"], row["chefLieu"]
        others = " ".join(town for departement, town in towns if departement == code and town != seat)
        rows.append(
            (code, row["nom"], row["region"], regions[row["region"]], *PREFECTURES[code], seat, others, number[code])
        )
    header = ("code", "name", "region", "region_name", "lon", "lat", "seat", "other_seats", "communes")
    write("departements.csv", header, rows)


def write(name: str, header: tuple, rows: list) -> None:
    with open(OUT / name, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";", lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
