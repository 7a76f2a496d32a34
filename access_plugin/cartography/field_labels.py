"""What QGIS shows of a field: a label that a person reads, in place of a name that models and scripts rely on."""

from __future__ import annotations

import functools
import re

from qgis.core import QgsVectorLayer

from ..engine.text import printed, translate

#: Names that layers of the user bear in other senses (a *surface* is an area in French), and the field beside which
#: they are the plugin's own.
_ONLY_BESIDE = {
    "access": "road_class",
    "surface": "road_class",
    "area": "how",
    "kind": "variant",
    "places": "new_places",
    "metres": "minutes",
    "sites": "beyond_share",
}


def label_fields(layer: QgsVectorLayer, language: str, kinds: dict[str, str] | None = None) -> None:
    """Give each field of the table its label, in whatever letter case; a field with an alias keeps it.

    `kinds`: what kinds of site of one's own are called, by what their fields call them.
    """
    labels = field_labels(language)
    names = [name.lower() for name in layer.fields().names()]
    for index, name in enumerate(names):
        if name in labels and not layer.attributeAlias(index) and _ONLY_BESIDE.get(name, name) in names:
            layer.setFieldAlias(index, labels[name])
        elif (own := _of_own_role(name, names, language, kinds or {})) and not layer.attributeAlias(index):
            layer.setFieldAlias(index, own)


def _of_own_role(name: str, names: list[str], language: str, kinds: dict[str, str]) -> str:
    """Return the label of a field of a role or a threshold of one's own; empty for another field."""
    near, onward = {"t_{}_min", "nearest_{}"}, {"t_su_{}_min", "via_{}"}
    for pattern, label, beside in (
        (r"t_(\w+)_min", translate("Time, {role} (min)"), near),
        (r"nearest_(\w+)", translate("Nearest, {role}"), near),
        (r"t_su_(\w+)_min", translate("Time by an SU, {role} (min)"), onward),
        (r"via_(\w+)", translate("SU on the way, {role}"), onward),
        (r"onward_(\w+)", translate("Reached, {role}"), onward),
        (r"beyond_([\d_]+)_min", translate("People beyond {role} min"), {"beyond"}),
    ):
        found = re.fullmatch(pattern, name)
        if found and {one.format(found[1]) for one in beside} <= set(names):
            point = " " if not found[1][0].isdigit() else "," if language == "fr" else "."
            return printed(label, language).format(role=kinds.get(found[1], found[1].replace("_", point)))
    return ""


@functools.cache
def field_labels(language: str) -> dict[str, str]:
    """Return the label of each field that the plugin writes.

    It is right for all layers that have the field, and no other field has it.
    """

    def say(source):
        return printed(source, language)

    return {
        # of every file
        "fid": say("Feature number"),
        "id": say("Identifier"),
        "code": say("Code"),
        "name": say("Name"),
        "source": say("Source"),
        "reason": say("Reason"),
        "number": say("Number or order"),
        "share": say("Share of the whole (0 to 1)"),
        # sites
        "role": say("Role"),
        "insee": say("Commune (INSEE code)"),
        "level": say("Level"),
        "doctors": say("Doctors"),
        "delay_min": say("Delay before setting off (min)"),
        "hours": say("Opening hours"),
        "season": say("Season"),
        "capacity": say("Capacity"),
        "precision": say("Precision of the position"),
        "counted": say("Counted in the study"),
        "inside": say("Inside the territories"),
        "action": say("What was done"),
        "detail": say("Detail"),
        "distance_km": say("Distance (km)"),
        # population
        "territory": say("Code of the territory"),
        "population": say("Population"),
        "households": say("Households"),
        "imputed": say("Imputed values"),
        "secret": say("Secret: not to be published"),
        "seasonal_population": say("Seasonal population (art. R133-33)"),
        "winter_population": say("People present in winter"),
        "summer_population": say("People present in summer"),
        # territories
        "communes": say("Number of communes"),
        "members": say("Codes of its communes"),
        "departement": say("Département"),
        "region": say("Région"),
        "epci": say("EPCI"),
        "nom": say("Name (source)"),
        "lon_cheflieu": say("Longitude of the chef-lieu (°)"),
        "lat_cheflieu": say("Latitude of the chef-lieu (°)"),
        "area": say("Area matched (code)"),
        "commune": say("Commune"),
        "how": say("How it was matched"),
        "apl": say("Local potential accessibility (APL)"),
        "zone": say("Zone of the zoning"),
        # times
        "t_su_min": say("Time to the nearest SU (min)"),
        "t_smur_min": say("Time from the nearest SMUR (min)"),
        "t_mcs_min": say("Time from the nearest MCS (min)"),
        "t_csnp_min": say("Time to the nearest CSNP (min)"),
        "t_emergency_min": say("Time to emergency care: SU or SMUR (min)"),
        "t_first_care_min": say("Time to first care: SU, SMUR or MCS (min)"),
        "nearest_su": say("Nearest SU"),
        "nearest_smur": say("Nearest SMUR"),
        "nearest_mcs": say("Nearest MCS"),
        "nearest_csnp": say("Nearest CSNP"),
        "status": say("Access to care"),
        "beyond": say("Beyond the threshold"),
        "covered_share": say("Share of hours within threshold (0 to 1)"),
        "served_share": say("Share of people who find room (0 to 1)"),
        "t_low_min": say("Time, low estimate (min)"),
        "t_high_min": say("Time, high estimate (min)"),
        "uncertain": say("Uncertain: roads end nearer than care"),
        "cut_off": say("Cut off: no way to any site"),
        # areas
        "from_min": say("From (min)"),
        "to_min": say("To (min)"),
        "site_id": say("Identifier of the site"),
        "site_name": say("Name of the site"),
        "direction": say("Direction of the drive"),
        "area_km2": say("Area (km²)"),
        "minutes": say("Time (min)"),
        "from_id": say("From"),
        "to_id": say("To"),
        "metres": say("Length of the way (m)"),
        "t_begin_min": say("Time at the beginning (min)"),
        "t_middle_min": say("Time in the middle (min)"),
        "t_finish_min": say("Time at the end (min)"),
        "unit": say("Part shown (empty: all)"),
        # figures
        "scenario": say("Scenario"),
        "beyond_share": say("Share beyond the threshold (0 to 1)"),
        "mean_min": say("Mean time (min)"),
        "p90_min": say("90th percentile of the times (min)"),
        "max_min": say("Longest time (min)"),
        "places_beyond": say("Places beyond the threshold"),
        "not_computed": say("People without a time (not computed)"),
        "communes_beyond": say("Communes with people beyond"),
        "beyond_low": say("People beyond, low estimate"),
        "beyond_high": say("People beyond, high estimate"),
        "beyond_su": say("People beyond the threshold from an SU"),
        "beyond_smur": say("People beyond the threshold from a SMUR"),
        "beyond_first_care": say("People beyond the threshold from first care"),
        "beyond_change": say("Change in people beyond"),
        "not_computed_change": say("Change in people without a time"),
        "sites": say("Places with an SU or a SMUR"),
        "lacking": say("People not reached, today"),
        "lacking_after": say("People not reached, after"),
        # suggested places
        "rank": say("Rank"),
        "gain": say("Gain (people, or people × min)"),
        "cumulative_gain": say("Cumulative gain (people, or people × min)"),
        "people": say("People concerned"),
        "covers": say("Communes covered"),
        "week_share": say("Presence over the week (0 to 1)"),
        "kept_in": say("Kinds of change that keep it"),
        "variants": say("Kinds of change tried"),
        "robust": say("Robust"),
        "emergency_level": say("Counts for emergencies"),
        "emergency_people": say("People gained by its MCS"),
        "t_baseline_min": say("Time of reference (min)"),
        "t_before_min": say("Time before (min)"),
        "t_after_min": say("Time after (min)"),
        "covered": say("Covered by a chosen place"),
        "candidates": say("Candidates that could serve it"),
        "places_within": say("Care places within the threshold"),
        "gained": say("Total gain (people, people × min or min)"),
        "bound": say("Greatest gain of any choice"),
        "gap": say("Gap to the greatest gain (0 to 1)"),
        "marginal": say("Gain of the last place added"),
        "flattens": say("The curve flattens from here"),
        "least": say("Fewest places proven to be needed"),
        "kind": say("Kind of change"),
        "variant": say("Variant"),
        "kept": say("Number of places kept"),
        "places": say("Places chosen"),
        "new_places": say("New places"),
        "gain_alone": say("Gain alone (people, or people × min)"),
        "t_platform_min": say("Time to a technical platform (min)"),
        "chosen": say("Order among the places chosen"),
        "why_not": say("Why it is no candidate"),
        "difference_min": say("Difference (min)"),
        "change": say("Change"),
        # candidates
        "weekly_hours": say("Hours a week"),
        "gps": say("General practitioners"),
        "nb_mcs": say("Number of MCS"),
        "horaires": say("Opening hours (source)"),
        "heures_semaine": say("Hours a week (source)"),
        "nb_generalistes": say("Number of general practitioners"),
        "type": say("Role (source)"),
        "niveau": say("Level (source)"),
        "saison": say("Season (source)"),
        # roads
        "road_class": say("Class of road"),
        "access": say("Access allowed"),
        "surface": say("Road surface"),
        "limit_forward_kph": say("Limit as the line runs (km/h)"),
        "limit_backward_kph": say("Limit against the line (km/h)"),
        "speed_forward_kph": say("Speed as the line runs (km/h)"),
        "speed_backward_kph": say("Speed against the line (km/h)"),
        "urban_share": say("Share in town (0 to 1)"),
        "length_m": say("Length (m)"),
        "attachable": say("Places may attach to it"),
        "way": say("Number of the road in its source"),
        # a drive
        "limit_kph": say("Speed limit (km/h)"),
        "kph": say("Speed (km/h)"),
        "seconds": say("Time (s)"),
        "at_min": say("Time since the start (min)"),
        "term": say("Part of the time"),
        "road_s": say("Driving (s)"),
        "slope_s": say("Slopes (s)"),
        "bends_s": say("Bends (s)"),
        "snow_s": say("Snow (s)"),
        "traffic_s": say("Traffic (s)"),
        "siren_s": say("Lights and siren (s)"),
        "signals_s": say("Traffic lights (s)"),
        "give_way_s": say("Giving way (s)"),
        "turns_s": say("Turning off (s)"),
        "sections_s": say("Sections in town (s)"),
        "range_s": say("Range of speeds (s)"),
    }
