"""Values that dialogs show before any library is loaded."""

from .vocabulary import CARE, DEFINITION, LEVEL, SEASON, SLOT

#: Words of the settings, in the order in which they are offered; the first of each is the default.
SEASONS = tuple(SEASON)
TRAFFICS = ("off_peak", "peak", "mean")
SLOTS, DEFINITIONS, LEVELS = tuple(SLOT), tuple(DEFINITION), tuple(LEVEL)
#: What scenarios may count: these, and care that no study counts.
OF_SCENARIOS = tuple(CARE)
CONVENTIONS = ("fine", "drees")
#: How isochrones are drawn: all sites together; each by itself, overlapping; each where it is the nearest, without
#: overlaps.
MODES = ("merged", "per_site", "nearest_site")

#: Servers that public data come from; others of the same kind may be given instead.
OVERPASS = "https://overpass-api.de/api/interpreter"
NOMINATIM = "https://nominatim.openstreetmap.org/search"
GEO_API = "https://geo.api.gouv.fr"
#: Weights of the APL by minutes: DREES since 2015 (DOMAIN § 3.1), up to and including 10, 15 and 20 minutes.
APL_WEIGHTS = "10:1,15:2/3,20:1/3"
#: Where a grid does not count households, cells of fewer people than this count as those of fewer than 11 households.
SECRECY_PEOPLE = 25

#: Location models: most people within the threshold; the fewest places that reach all; shortest mean time; shortest
#: longest time; most people with a second doctor too; most people, each the more the nearer.
MODELS = ("mclp", "lscp", "pmedian", "pcenter", "backup", "gradual")
#: Which time makes a place “not covered yet”: SU or SMUR; SMUR alone (the rule for MCS); SU or CSNP, to which patients
#: drive.
BASELINES = ("emergency", "smur", "csnp")
#: Whether places of MCS count as staffed day and night, or for the part of the week that their doctors are there.
PRESENCES = ("always", "part_time")
#: Which candidates may be chosen: all; those that the rules for MCS allow.
RULES = ("none", "mcs")
#: Part of the week that one MCS of unknown hours is taken to be there, and minutes that an MCS must gain on the SMUR
#: (DOMAIN § 2.5: choices of design, to be set).
DOCTOR_SHARE, MCS_GAIN_MIN = 0.33, 10.0

#: Figures of a press kit (DOMAIN § 1.5), and the pages that they are made for (§ 7.6): A4 upright, 16:9, square.
FIGURES = (
    "map",
    "atlas",
    "before_after",
    "dots",
    "circles",
    "counts",
    "zoning",
    "evolution",
    "curve",
    "ranked",
    "shares",
    "key_figure",
    "panorama",
    "zoom",
    "columns",
    "one_page",
    "spread",
)
FORMATS = ("A4", "slide", "square", "half", "band")
