"""What people call a source, where only the name of its file is known."""

from __future__ import annotations

import re

#: Words in the names of files → who publishes such data; the first that is found counts. A name that only speaks of
#: codes of INSEE or numbers of FINESS is of somebody's own file.
_PUBLISHERS = (
    (r"(?<![a-z])sae(?![a-z])", "SAE (DREES)"),
    (r"(?<![a-z])drees(?![a-z])", "DREES"),
    (r"filosofi", "Filosofi (INSEE)"),
    (r"^insee", "INSEE"),
    (r"^finess", "FINESS"),
    (r"bd_?topo", "BD TOPO (IGN)"),
    (r"admin[_-]?express", "ADMIN EXPRESS (IGN)"),
    (r"geostat", "GEOSTAT (Eurostat)"),
    (r"eurostat", "Eurostat"),
)
_ENDING = re.compile(
    r"(?:\.(?:csv|txt|tsv|xlsx?|ods|gpkg|shp|geojson|json|parquet|zip|tiff?|dbf|sqlite|hgt|asc|vrt|osm|pbf|bz2|gz))+$",
    re.IGNORECASE,
)


def year_in(name: str) -> str:
    """Return the year of this century that a name bears; empty for none, and for several.

    Of several, nobody knows which is meant.
    """
    years = set(re.findall(r"(?<!\d)20\d\d(?!\d)", name))
    return years.pop() if len(years) == 1 else ""


def published(publisher: str, name: str) -> str:
    """Return the name of a source whose columns tell who publishes such data.

    `publisher` is empty where they do not; words of somebody's own stay as they are.

    >>> published("Eurostat", "popgrid_1km_2018.csv"), published("Eurostat", "Our grid of 2018")
    ('Eurostat popgrid_1km_2018.csv', 'Our grid of 2018')
    """
    of_a_file = _ENDING.search(name) or "_" in name
    return f"{publisher} {name}" if publisher and of_a_file and publisher.lower() not in name.lower() else name


def said(name: str) -> str:
    """Return what people call a source: whoever publishes it and its year, else the words of the file's name.

    What somebody has written in words of their own stays as it is.

    >>> said("drees2019_access_times_15_43.csv"), said("SAE su_smur_sae2023_aura"), said("population_2021.gpkg")
    ('DREES 2019', 'SAE (DREES) 2023', 'population 2021')
    >>> said("DREES, SU or SMUR 2019"), said("mes_codes_insee.csv"), year_in("temps_2019_maj_2023")
    ('DREES, SU or SMUR 2019', 'mes codes insee', '')
    >>> said("auvergne-latest.osm.pbf"), said("N42E001.hgt.zip")
    ('auvergne-latest', 'N42E001')
    """
    if not _ENDING.search(name) and "_" not in name:
        return name
    low = name.lower()
    publisher = next((words for pattern, words in _PUBLISHERS if re.search(pattern, low)), "")
    if publisher:
        return f"{publisher} {year_in(name)}".strip()
    return re.sub(r"[_\s]+", " ", _ENDING.sub("", name)).strip()
