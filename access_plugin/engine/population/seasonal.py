"""People who stay for a season.

The capacity that article R133-33 of the code du tourisme counts, by commune, and those present in winter and summer.
"""

from __future__ import annotations

import re

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..reading import best_header
from ..tables import numbers, with_columns
from ..territory.codes import codes_of, commune_codes, is_arrondissement, passage, without_arrondissements
from ..territory.communes import header_of
from ..text import listed, tr

#: Kind of lodging → people that article R133-33 counts for each (DOMAIN § 2.6).
R133_33 = {
    "hotel_rooms": 2,
    "residence_beds": 1,
    "furnished_lets": 4,
    "pitches": 3,
    "village_beds": 1,
    "second_homes": 5,
    "guest_rooms": 2,
    "moorings": 4,
}
#: Kind → headers, as :func:`reading.plain` writes them: INSEE's “Capacité des communes en hébergement touristique” and
#: RP logement, then plain words.
HEADERS = {
    "hotel_rooms": r"htch(?:\d\d)?|hotel_rooms|chambres_d_hotel|chambres_hotel",
    "residence_beds": r"rtlit(?:\d\d)?|residence_beds|lits_residences?(?:_de_tourisme)?",
    "furnished_lets": r"meubles?(?:_de_tourisme)?|furnished_lets",
    "pitches": r"cpge(?:\d\d)?|pitches|emplacements(?:_de_camping)?",
    "village_beds": r"vvlit(?:\d\d)?|village_beds|lits_villages?(?:_vacances)?",
    "second_homes": r"p\d\d_rsecocc|rsecocc|second_homes|residences_secondaires",
    "guest_rooms": r"chambres_d_hotes?|guest_rooms",
    "moorings": r"anneaux(?:_de_plaisance)?|moorings",
}
SEASONAL_FIELDS = ("seasonal_population", "winter_population", "summer_population")


def is_capacity(words: list[str]) -> bool:
    """Tell by its header whether a table may say the lodgings of communes."""
    return header_of("code", words) is not None and any(
        re.fullmatch(pattern, word) for pattern in HEADERS.values() for word in words
    )


def read_capacity(tables: list[tuple[pd.DataFrame, str]], *, progress: Progress = SILENT) -> pd.DataFrame:
    """Read the lodgings of communes out of one or several tables.

    Returns
    -------
    pandas.DataFrame
        Index: code of commune (today's). One column for each kind of :data:`R133_33`, 0 where the tables do not say,
        and ``seasonal_population``, the sum that the article defines.

    Raises
    ------
    InputError
        A table has no code of commune, none of them a kind of lodging, or text stands for a number.
    """
    kinds: dict[str, pd.Series] = {}
    for table, name in tables:
        words = {
            plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)
        }
        header = header_of("code", list(words))
        found = {kind: word for kind, pattern in HEADERS.items() if (word := best_header(pattern, words))}
        if header is None or not found:
            text = tr(
                "{name} has no code of commune, or no lodging: hotel rooms (HTCH), residence beds (RTLIT), "
                "pitches (CPGE), second homes (RSECOCC)… Its fields are: {fields}."
            )
            raise InputError(text.format(name=name, fields=listed(words.values())))
        codes = commune_codes(table[words[header]], name, progress=progress)
        table, codes = (values[~_counted_twice(codes)] for values in (table, codes))
        codes = codes.map(lambda code: passage().get(code, code))
        for kind, word in found.items():
            if kind in kinds:
                raise InputError(
                    tr("{name}: the field {field} stands in another table too. Keep one of them.").format(
                        name=name, field=words[word]
                    )
                )
            kinds[kind] = numbers(table, words[word], name, at_least=0, missing=0.0).groupby(codes.to_numpy()).sum()
        progress.say(
            tr("{name}: lodgings of {count} {count:commune|communes} ({kinds}).").format(
                name=name, count=codes.nunique(), kinds=listed(found.values())
            )
        )
    capacity = pd.DataFrame(kinds).reindex(columns=list(R133_33)).fillna(0.0)
    missing = [kind for kind in R133_33 if kind not in kinds]
    if missing:
        progress.warn(
            tr("No table says: {kinds}. They count as none, so the seasonal population is too low.").format(
                kinds=listed([_named(kind) for kind in missing])
            )
        )
    capacity["seasonal_population"] = sum(capacity[kind] * people for kind, people in R133_33.items())
    return capacity


def _named(kind: str) -> str:
    names = {
        "hotel_rooms": tr("hotel rooms"),
        "residence_beds": tr("beds in tourist residences"),
        "furnished_lets": tr("furnished lets"),
        "pitches": tr("camping pitches"),
        "village_beds": tr("beds in holiday villages"),
        "second_homes": tr("second homes"),
        "guest_rooms": tr("guest rooms"),
        "moorings": tr("moorings"),
    }
    return names[kind]


def _counted_twice(codes: pd.Series) -> pd.Series:
    """Tell which rows are those of arrondissements whose city has a row too."""
    return pd.Series(is_arrondissement(codes), index=codes.index) & without_arrondissements(codes).isin(set(codes))


def add_seasonal_people(
    places: gpd.GeoDataFrame,
    capacity: pd.DataFrame,
    *,
    winter_share: float | pd.Series,
    summer_share: float | pd.Series,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Add the people of the seasons to points with people.

    Parameters
    ----------
    places
        With ``population`` and the commune as ``territory`` or ``code``; of several places in a commune each gets its
        share of the residents' number.
    capacity
        As :func:`read_capacity` gives it.
    winter_share, summer_share
        Part of the capacity that is present in the season, from 0 to 1 and more: one number, or that of each place.

    Returns
    -------
    geopandas.GeoDataFrame
        The places and :data:`SEASONAL_FIELDS`: the capacity of article R133-33, and the residents with those present in
        winter and in summer.

    Raises
    ------
    InputError
        No place lies in a commune of the tables.
    """
    own = pd.Series("", index=places.index)
    for column in ("code", "territory"):
        if column in places:
            codes = codes_of(places, column, tr("The population layer"), progress=progress)
            codes = codes.map(lambda code: passage().get(code, code))
            own = own.where(~codes.isin(capacity.index), codes)
    if (own == "").all():
        raise InputError(tr("No place bears the code of a commune of the tables, in “territory” or “code”."))
    people = places["population"].to_numpy(float)
    total, count = (
        pd.Series(values).groupby(own.to_numpy()).transform("sum").to_numpy()
        for values in (people, np.ones(len(people)))
    )
    share = np.where(total > 0, people / np.where(total > 0, total, 1), 1 / count)
    seasonal = own.map(capacity["seasonal_population"]).fillna(0.0).to_numpy() * share
    added = pd.DataFrame(
        {
            "seasonal_population": seasonal,
            "winter_population": people + winter_share * seasonal,
            "summer_population": people + summer_share * seasonal,
        },
        index=places.index,
    )
    lost = capacity.loc[~capacity.index.isin(own), "seasonal_population"]
    text = tr(
        "{residents:.0f} {residents:resident|residents}, {seasonal:.0f} seasonal {seasonal:person|people} in "
        "{communes} {communes:commune|communes} (article R133-33): {winter:.0f} present in winter, {summer:.0f} "
        "in summer; {lost} {lost:commune|communes} of the tables ({lost_people:.0f} seasonal "
        "{lost_people:person|people}) {lost:has|have} no place here."
    )
    progress.say(
        text.format(
            residents=people.sum(),
            seasonal=seasonal.sum(),
            communes=own[own != ""].nunique(),
            winter=added["winter_population"].sum(),
            summer=added["summer_population"].sum(),
            lost=int((lost > 0).sum()),
            lost_people=lost.sum(),
        )
    )
    return with_columns(places, added)
