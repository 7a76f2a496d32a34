"""The communes of the départements studied, from all files that tell of communes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from ..defaults import LEVELS
from ..errors import InputError
from ..file_names import TERRITORIES
from ..layer_file import write_layer
from ..progress import Progress
from ..territory.codes import departements
from ..territory.communes import Communes, combined, is_communes, read_communes
from ..territory.levels import (
    administrative_levels,
    by_level,
    communes_level,
    is_levels,
    level_of_tables,
    read_levels,
)
from ..territory.passage import Reconciled, is_passage, read_passage, reconcile
from ..text import listed, tr
from .found_files import table_of
from .recognise import Found
from .report import Report


@dataclass(frozen=True)
class Ground:
    """The communes of the départements studied.

    Today's, with what is known of each, and the units that contours make of them (None without contours).
    """

    today: Communes | None
    units: gpd.GeoDataFrame | None
    places: Communes | None  # of all that is known, neighbours included, to place sites

    @property
    def members(self) -> list[str]:
        """The codes of the communes that the units hold."""
        return [] if self.units is None else ",".join(self.units["communes"]).split(",")

    @property
    def area(self) -> gpd.GeoSeries | None:
        """The shapes of the units; None where no communes are known."""
        return None if self.units is None else self.units.geometry

    @property
    def legal(self) -> Communes | None:
        """The units with their legal populations, communes that share a contour counted together.

        Without contours, the communes.
        """
        if self.units is None or self.today is None:
            return self.today
        table = self.today.table.loc[self.units["code"]].assign(population=self.units["population"].to_numpy())
        return Communes(
            table, gpd.GeoSeries(self.units.geometry.to_numpy(), index=table.index, crs=self.units.crs), self.today.name
        )


def write_communes(
    found: dict[str, list[Found]], codes: list[str], target: Path, report: Report, progress: Progress
) -> Ground:
    """Write the areas of each level; return the communes of the départements."""
    report.section(tr("Territories"))
    tables = [read_communes(*table_of(file, is_communes), progress=progress) for file in found.get("communes", [])]
    listed_today = combined(tables) if tables else None
    if "areas" not in found:
        progress.warn(
            tr(
                "No contours of communes were found: no territories are written, and sites cannot be checked "
                "against them."
            )
        )
        return Ground(None if listed_today is None else _of(listed_today, codes), None, listed_today)
    every = combined([read_communes(*table_of(file, is_communes), progress=progress) for file in found["areas"]])
    drawn = _of(every, codes)
    if len(drawn.table) == 0:
        raise InputError(tr("The contours hold no commune of the départements {codes}.").format(codes=listed(codes)))
    bare = [code for code in codes if code not in set(drawn.table["departement"])]
    if bare:
        text = tr("No contours of the départements {codes} were found: they are not part of this study.")
        progress.warn(text.format(codes=listed([departements()[code].name for code in bare])))
    if len(drawn.table) < len(every.table):
        progress.say(
            tr(
                "{count} {count:contour of another département was|contours of other départements were} left out."
            ).format(count=len(every.table) - len(drawn.table))
        )
    today = listed_today
    if today is None or today.table["population"].isna().all():  # chefs-lieux alone are no list of today's communes
        today = drawn if today is None else _only(combined([drawn, today]), drawn.table.index)
    own = {
        old: new for file in found.get("passage", []) for old, new in read_passage(*table_of(file, is_passage)).items()
    }
    whole = reconcile(drawn, today, own=own, progress=progress)
    _write_territories(whole, today, found, target, progress)
    inside = _with_areas(_only(today, pd.Index(",".join(whole.units["communes"]).split(","))), whole)
    return Ground(inside, whole.units, inside if listed_today is None else combined([inside, listed_today]))


def _write_territories(
    whole: Reconciled, today: Communes, found: dict[str, list[Found]], target: Path, progress: Progress
) -> None:
    layers = {"communes": communes_level(whole.units).assign(members=whole.units["communes"]), "report": whole.report}
    members = pd.Series(",".join(whole.units["communes"]).split(","))
    levels = [
        level
        for file in found.get("levels", [])
        for level in read_levels(*table_of(file, is_levels), progress=progress)
    ]
    known = {level.key for level in [*levels, *administrative_levels(members)]} | (
        {"epci"} if (today.table["epci"] != "").any() else set()
    )
    for key in [key for key in LEVELS if key in known]:
        layers[key] = by_level(
            whole.units, level_of_tables(key, levels, today.table["epci"], members), progress=progress
        )
    for name, layer in layers.items():
        write_layer(layer, target / TERRITORIES, name)


def _of(communes: Communes, codes: list[str]) -> Communes:
    """Return the communes of some départements."""
    return _only(communes, communes.table.index[communes.table["departement"].isin(codes)])


def _only(communes: Communes, codes: pd.Index) -> Communes:
    return Communes(
        communes.table.loc[codes], communes.areas.loc[codes] if communes.areas is not None else None, communes.name
    )


def _with_areas(communes: Communes, whole: Reconciled) -> Communes:
    """Return the communes with the area of the unit that each lies in."""
    pairs = [
        (code, shape)
        for codes, shape in zip(whole.units["communes"].str.split(","), whole.units.geometry)
        for code in codes
    ]
    areas = gpd.GeoSeries([shape for _, shape in pairs], index=[code for code, _ in pairs], crs=whole.units.crs)
    return Communes(communes.table, areas.reindex(communes.table.index), communes.name)
