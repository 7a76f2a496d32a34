"""The sites of a scenario as a list that the plugin, and a spreadsheet, read again."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import shapely

from ..drafts import whole_file
from ..files import trouble
from ..harmless import for_cell
from ..sites.raw import FIELDS

#: Field → the French header of the agencies' list (DOMAIN § 4.11).
HEADERS = {
    "id": "id",
    "role": "type",
    "name": "nom",
    "insee": "code_insee",
    "level": "niveau",
    "doctors": "nb_mcs",
    "delay_min": "delai_min",
    "hours": "horaires",
    "season": "saison",
    "capacity": "capacite",
}


def write_list(sites: gpd.GeoDataFrame, path: Path) -> None:
    """Write sites as a CSV file with the headers of the agencies' list, positions in degrees (WGS 84).

    Raises
    ------
    InputError
        The file cannot be written; it is as it was.
    """
    table = sites[[name for name in FIELDS if name in HEADERS]].rename(columns=HEADERS)
    points = sites.geometry.to_crs(4326).to_numpy()
    table = table.assign(lon=shapely.get_x(points).round(9), lat=shapely.get_y(points).round(9))
    for column in table.columns:
        table[column] = [for_cell(value) if isinstance(value, str) else value for value in table[column]]
    try:
        with whole_file(path) as draft:
            table.to_csv(draft, sep=";", decimal=",", index=False, encoding="utf-8-sig")
    except OSError as error:
        raise trouble(error) from None
