"""The words of the field, one row a concept: seasons, parts of the week, definitions of care, levels of territory.

Roles of sites stand in :mod:`sites.roles`. Nothing here needs a library: dialogs show these before any is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass

from .text import translate


@dataclass(frozen=True)
class Season:
    """When a road or a site is open.

    Attributes
    ----------
    code, word
        As models keep it, and as dialogs show it.
    phrase
        In a title; empty for all the year.
    spellings
        How lists write it, as :func:`plain_words.plain` gives it.
    day
        The day that decides whether a span of days holds in it (``MM-DD``); empty for all the year.
    months
        A road that is closed in all of these is closed for the season.
    name_of_osm
        Its value of the key ``seasonal``.
    bit
        Of ``KIND.closed`` in a network file.
    """

    code: str
    word: str
    phrase: str = ""
    spellings: tuple[str, ...] = ()
    day: str = ""
    months: frozenset[int] = frozenset()
    name_of_osm: str = ""
    bit: int = 0


@dataclass(frozen=True)
class Slot:
    """A part of the week: its code, its word, its phrase in a title, and its hours (none where they are not applied).

    Those of the permanence des soins ambulatoires (code de la santé publique R6315-1: from 20:00 to 8:00, Saturdays
    from noon, Sundays), the night parted at midnight as the sectors of PDSA do.
    """

    code: str
    word: str
    phrase: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Definition:
    """What counts as care: the legs (:data:`sites.roles.LEGS`) of which the quickest counts, and how titles say it.

    Figures of different definitions must not be compared.

    Attributes
    ----------
    code, word, legs
        As models keep it, as dialogs show it, and what counts.
    title, beyond, bands, official, driven
        Of the map; of the people beyond; of the bands of time; of official times; of driven ones. Empty for care
        that no study counts.
    """

    code: str
    word: str
    legs: tuple[str, ...]
    title: str = ""
    beyond: str = ""
    bands: str = ""
    official: str = ""
    driven: str = ""


@dataclass(frozen=True)
class LevelKind:
    """A level of territory that communes belong to.

    Attributes
    ----------
    code, one, many
        As models keep it, and what one and many are called.
    code_headers, name_headers
        Columns of its codes and names in a table of communes, as :func:`plain_words.plain` gives them.
    is_known
        The codes of communes say it by themselves.
    is_telling
        A file with such a column is a table of codes; a canton stands in tables of anything.
    is_of_departement
        Short codes count within a département, and a commune may lie in several: it then belongs to none.
    """

    code: str
    one: str
    many: str
    code_headers: tuple[str, ...] = ()
    name_headers: tuple[str, ...] = ()
    is_known: bool = False
    is_telling: bool = True
    is_of_departement: bool = False


SEASON_ROWS = (
    Season("all_year", translate("whole year (no seasonal closure)"), "", ("", "annee", "all_year", "toute_l_annee")),
    Season(
        "winter",
        translate("winter"),
        translate("in winter"),
        ("hiver", "winter"),
        "02-01",
        frozenset({1, 2}),
        "winter",
        1,
    ),
    Season(
        "summer",
        translate("summer"),
        translate("in summer"),
        ("ete", "summer"),
        "08-01",
        frozenset({7, 8}),
        "summer",
        2,
    ),
)
SEASON = {season.code: season for season in SEASON_ROWS}

SLOT_ROWS = (
    Slot("all_open", translate("whatever the opening hours")),
    Slot(
        "day",
        translate("day (Mon–Fri 8–20, Sat 8–12)"),
        translate("at every moment of the day (Monday to Friday 8–20, Saturday 8–12)"),
        "Mo-Fr 08:00-20:00; Sa 08:00-12:00",
    ),
    Slot("evening", translate("evening (20–24)"), translate("at every moment of the evening (20–24)"), "20:00-24:00"),
    Slot("night", translate("night (0–8)"), translate("at every moment of the night (0–8)"), "00:00-08:00"),
    Slot(
        "weekend",
        translate("weekend (Sat 12–20, Sun 8–20)"),
        translate("at every moment of the weekend (Saturday 12–20, Sunday 8–20)"),
        "Sa 12:00-20:00; Su 08:00-20:00",
    ),
    Slot("worst", translate("worst moment of the week"), translate("at every moment of the week"), "24/7"),
)
SLOT = {slot.code: slot for slot in SLOT_ROWS}

DEFINITION_ROWS = (
    Definition(
        "emergency",
        translate("the nearest SU or SMUR"),
        ("su", "smur"),
        translate("Living more than {threshold} minutes from emergency care (SU or SMUR)"),
        translate("more than {threshold} minutes from emergency care (SU or SMUR)"),
        translate("Time to emergency care (SU or SMUR)"),
        translate(
            "Official drive time of each commune to the nearest emergency department (SU) or mobile team (SMUR): {name}"
        ),
        translate(
            "Drive time to the nearest emergency department (SU) or from the nearest mobile team (SMUR or its antenna)"
        ),
    ),
    Definition(
        "su",
        translate("SU alone"),
        ("su",),
        translate("Living more than {threshold} minutes from an emergency department (SU)"),
        translate("more than {threshold} minutes from an emergency department (SU)"),
        translate("Time to the nearest emergency department (SU)"),
        translate("Official drive time of each commune to the nearest emergency department (SU): {name}"),
        translate("Drive time to the nearest emergency department (SU); mobile teams (SMUR) are not counted"),
    ),
    Definition(
        "smur",
        translate("SMUR alone"),
        ("smur",),
        translate("Living more than {threshold} minutes from a mobile team (SMUR)"),
        translate("more than {threshold} minutes from a mobile team (SMUR)"),
        translate("Time from the nearest mobile team (SMUR)"),
        translate("Official drive time of each commune from the nearest mobile team (SMUR): {name}"),
        translate(
            "Drive time from the nearest mobile team (SMUR or its antenna); emergency departments (SU) are not counted"
        ),
    ),
    Definition(
        "first_care",
        translate("SU, SMUR or correspondent doctor (MCS)"),
        ("su", "smur", "mcs"),
        translate("Living more than {threshold} minutes from first care (SU, SMUR or MCS)"),
        translate("more than {threshold} minutes from first care (SU, SMUR or MCS)"),
        translate("Time to first care (SU, SMUR or MCS)"),
        translate("Official drive time of each commune to first care (SU, SMUR or MCS): {name}"),
        translate(
            "Drive time to the nearest emergency department (SU) or from the nearest mobile team (SMUR or its "
            "antenna), or from the nearest correspondent doctor (MCS), who never replaces the SMUR"
        ),
    ),
)
DEFINITION = {definition.code: definition for definition in DEFINITION_ROWS}
#: What scenarios may count too. It is no emergency care (DOMAIN § 2.2), so that no study and no figure does.
OTHER_CARE_ROWS = (
    Definition("unscheduled", translate("SU or non-scheduled-care centre (CSNP)"), ("su", "csnp")),
    Definition("mountain", translate("technical platform: SU or mountain practice"), ("su", "practice")),
)
CARE = DEFINITION | {definition.code: definition for definition in OTHER_CARE_ROWS}

LEVEL_ROWS = (
    LevelKind("commune", translate("commune"), translate("communes")),
    LevelKind(
        "epci",
        translate("EPCI"),
        translate("EPCI"),
        ("epci", "code_epci", "siren_epci", "codes_siren_des_epci", "siren", "codeepci", "epci_code"),
        ("nom_epci", "libepci", "lib_epci", "raison_sociale", "epci_nom", "nom_de_l_epci"),
    ),
    LevelKind(
        "tvs",
        translate("territoire de vie-santé"),
        translate("territoires de vie-santé"),
        ("tvs", "code_tvs", "territoire_de_vie_sante", "code_territoire_de_vie_sante", "codetvs", "bv", "bv2022"),
        ("nom_tvs", "libtvs", "lib_tvs", "libelle_tvs", "libbv2022"),
    ),
    LevelKind(
        "pdsa",
        translate("sector of PDSA"),
        translate("sectors of PDSA"),
        (
            "pdsa",
            "secteur_pdsa",
            "code_secteur_pdsa",
            "secteur",
            "code_secteur",
            "secteur_de_pdsa",
            "territoire_pdsa",
        ),
        ("nom_secteur", "nom_pdsa", "lib_secteur", "libelle_secteur", "nom_secteur_pdsa"),
    ),
    LevelKind(
        "cpts",
        translate("CPTS"),
        translate("CPTS"),
        ("cpts", "code_cpts", "id_cpts", "num_cpts", "finess_cpts", "cpts_code"),
        ("nom_cpts", "lib_cpts", "libcpts", "libelle_cpts", "cpts_nom"),
    ),
    LevelKind(
        "ght",
        translate("GHT"),
        translate("GHT"),
        ("ght", "code_ght", "id_ght", "num_ght", "finess_ght", "ght_code"),
        ("nom_ght", "lib_ght", "libght", "libelle_ght", "ght_nom"),
    ),
    LevelKind(
        "secteur_ambulancier",
        translate("ambulance sector"),
        translate("ambulance sectors"),
        (
            "secteur_ambulancier",
            "code_secteur_ambulancier",
            "secteur_de_garde_ambulanciere",
            "secteur_garde_ambulanciere",
            "code_secteur_garde",
            "secteur_tsu",
        ),
        ("nom_secteur_ambulancier", "lib_secteur_ambulancier", "libelle_secteur_ambulancier", "nom_secteur_garde"),
    ),
    LevelKind(
        "canton",
        translate("canton"),
        translate("cantons"),
        ("canton", "code_canton", "codecanton", "can", "canov", "cv", "insee_can", "code_insee_du_canton"),
        ("nom_canton", "libcan", "lib_canton", "libelle_canton", "nom_can"),
        is_telling=False,
        is_of_departement=True,
    ),
    LevelKind(
        "departement",
        translate("département"),
        translate("départements"),
        ("departement", "dep", "dept", "code_departement", "insee_dep", "code_insee_du_departement"),
        ("nom_departement", "libdep"),
        is_known=True,
        is_telling=False,
    ),
    LevelKind(
        "region",
        translate("région"),
        translate("régions"),
        ("region", "reg", "code_region", "insee_reg", "code_insee_de_la_region"),
        ("nom_region", "libreg"),
        is_known=True,
        is_telling=False,
    ),
)
LEVEL = {level.code: level for level in LEVEL_ROWS}
