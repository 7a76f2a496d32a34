"""Which candidates the rules for correspondent doctors of the SAMU allow.

See DOMAIN § 2.5: cahier des charges of Rhône-Alpes, 15 October 2013.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ..access.people import own_codes
from ..access.territories import assign
from ..arrays import Bools, Floats, Objects
from ..progress import SILENT, Progress
from ..sites.roles import roles_with
from ..tables import numbers, texts
from ..territory.codes import each_departement
from ..territory.levels import Level
from ..text import listed, tr
from .request import Request, known, known_number


def not_allowed(
    candidates: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    smur_min: Floats,
    request: Request,
    threshold: float,
    *,
    sectors: gpd.GeoDataFrame | Level | None = None,
    progress: Progress = SILENT,
) -> Objects:
    """Say why candidates may not be chosen.

    Under the rules for MCS a candidate must have a GP, and lie in a sector of PDSA in which at least one commune is
    over the threshold from a SMUR (the time of a commune is the mean of its people's). Where no sectors are given, the
    model itself takes only candidates that gain somebody.

    Parameters
    ----------
    places, smur_min
        The whole population, and (n,) minutes of each place from the nearest SMUR, NaN for none.
    sectors
        Polygons with ``code``, or the sector of each commune.

    Returns
    -------
    numpy.ndarray
        (c,) object: empty, ``forbidden``, ``no_gp`` or ``sector``.
    """
    why = np.where(candidates["id"].isin(request.forbidden), "forbidden", "").astype(object)
    if request.rules != "mcs":
        return why
    without = without_gp(candidates)
    if without is None:
        progress.warn(
            tr(
                "The candidates do not say whether a GP works there (field gps, nb_generalistes or role): none "
                "is left out for that."
            )
        )
    else:
        why[(why == "") & without] = "no_gp"
        progress.say(
            tr("{count} {count:candidate|candidates} without a recorded GP {count:is|are} left out: {ids}.").format(
                count=int(without.sum()), ids=listed(candidates.loc[without, "id"])
            )
        )
    if sectors is None:
        progress.warn(
            tr("No sectors of PDSA are given: every candidate that gains somebody is eligible, whatever its sector.")
        )
        return why
    own, eligible = _sector_of(candidates, sectors), _eligible(places, smur_min, sectors, threshold)
    outside = ~np.isin(own, sorted(eligible))
    if not eligible:
        progress.warn(
            tr(
                "No sector of PDSA has a commune over {threshold:g} {threshold:minute|minutes} from a SMUR, or "
                "the sectors do not match the communes of the population: check their codes. Every candidate is "
                "left out."
            ).format(threshold=threshold)
        )
    why[(why == "") & outside] = "sector"
    text = tr(
        "Sectors of PDSA with a commune over {threshold:g} {threshold:minute|minutes} from a SMUR: {sectors}. "
        "{count} {count:candidate lies|candidates lie} in none of them and {count:is|are} left out."
    )
    progress.say(text.format(threshold=threshold, sectors=listed(sorted(eligible)) or "–", count=int(outside.sum())))
    return why


def without_gp(candidates: pd.DataFrame) -> Bools | None:
    """Tell which candidates have no GP by what their layer says; None where it says nothing."""
    role, gps = known(candidates, "role"), known(candidates, "gps")
    if role is None and gps is None:
        return None
    found = (
        texts(role).str.upper().isin(roles_with("has_gps")).to_numpy()
        if role is not None
        else np.zeros(len(candidates), bool)
    )
    for name in ("gps", "doctors"):  # whoever is an MCS is a GP
        found = found | (known_number(candidates, name, 0.0).to_numpy() > 0)
    return ~found


def _sector_of(points: gpd.GeoDataFrame, sectors: gpd.GeoDataFrame | Level) -> Objects:
    if not isinstance(sectors, Level):
        around: Objects = assign(points[["geometry"]], sectors).to_numpy(object)
        return around
    communes = known(points, "commune")
    codes = texts(communes) if communes is not None else texts(points["id"])
    named: Objects = sectors.of(codes).to_numpy(object)
    return named


def _eligible(
    places: gpd.GeoDataFrame, smur_min: Floats, sectors: gpd.GeoDataFrame | Level, threshold: float
) -> set[str]:
    """Return the sectors in which the people of some commune are over the threshold from a SMUR on average."""
    communes = own_codes(places)
    sector = (
        sectors.of(communes).to_numpy(object)
        if isinstance(sectors, Level)
        else assign(places[["geometry"]], sectors).to_numpy(object)
    )
    # where nobody lives, each place counts the same
    people = numbers(places, "population", tr("The population layer"), at_least=0).to_numpy(float) + 1e-9
    known_time = ~np.isnan(smur_min)
    table = pd.DataFrame(
        {
            "sector": sector,
            "commune": np.where(each_departement(communes) != "", communes, communes + "/" + places.index.astype(str)),
            "people": people,
            "minutes": people * np.nan_to_num(smur_min),
        }
    )
    sums = table[known_time].groupby(["sector", "commune"], sort=True)[["people", "minutes"]].sum()
    beyond = sums.index[(sums["minutes"] / sums["people"]) > threshold]
    return {sector for sector, _ in beyond} - {""}
