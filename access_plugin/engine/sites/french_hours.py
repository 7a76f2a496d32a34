"""Opening hours as French people write them: ``lundi au vendredi 8h-20h, samedi 8h-midi, fermé le dimanche``.

Days stand before their times or behind them (``8h-20h du lundi au vendredi``); times without days are every day's.
``sauf dimanche`` and ``fermé le dimanche`` close a day. Hours of fewer days take the place of those that were said of
more (``tous les jours 8h-20h, dimanche 9h-12h``); those that are said twice of the same days are added. What can be
read in two ways is refused: ``LMJV``, whose M may be two days, ``9h-12h tous les jours, lundi 14h-18h``, which may mean
an afternoon more or no morning, and days without hours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MINUTES_A_DAY = 24 * 60
#: The minutes of a day from which and until which a site is open; the latter may be past midnight.
Span = tuple[int, int]
_EVERY = frozenset(range(7))
_LETTERS = {"l": 0, "j": 3, "v": 4, "s": 5, "d": 6}  # m may be two days
_DAYS = {"lu": 0, "mo": 0, "ma": 1, "tu": 1, "me": 2, "je": 3, "th": 3, "ve": 4, "fr": 4, "sa": 5, "di": 6, "su": 6}
_TOKEN = re.compile(
    r"""
    (?P<gap> [\s:()'"] | \b(?:d[ue]|des|d(?=')|les?|la|ouvert(?:e?s?|ure)|horaires?|en\ continu|sans\ interruption)\b
        | \b(?:tous\ les|toutes\ les|chaque)(?=\ (?:lun|mar|mer|jeu|ven|sam|dim|week)) )
    | (?P<all_day> \bh\s*24\b | \b24\s*h?(?:eures)?\s*(?:/|sur)\s*24(?:\s*h(?:eures)?)?(?![\d:])
        | \b24\s*/\s*7\b(?!\s*j) | \bjour\ et\ nuit\b | \bnuit\ et\ jour\b )
    | (?P<every> \b7\s*j?(?:ours)?\s*(?:/|sur)\s*7(?:\s*j(?:ours)?)?\b | \btous\ les\ jours\b | \bchaque\ jour\b
        | \btlj\b )
    | (?P<week_end> \bweek\s?-?\s?ends?\b )
    | (?P<holiday> \b(?:jours?\ )?feries?\b | \b(?:jf|ph|sh)\b )
    | (?P<off> \bferme(?:e?s?|ture)\b | \boff\b | \bclosed\b )
    | (?P<but> \b(?:sauf|hors|excepte)\b )
    | (?P<clock> \d{1,2}\s*h(?:eures?|rs?)?(?![a-z])(?:\s*\d\d(?!\d|:|\s*h))? | \d{1,2}[:.]\d\d(?!\d) | \bmidi\b
        | \bminuit\b )
    | (?P<bare> \d{1,2}(?![\dh:.]) )
    | (?P<day> \b(?:(?:lu|ma|me|je|ve|sa|di)(?:n|r|u|m|(?:ndi|rdi|rcredi|udi|ndredi|medi|manche)s?)?
        | mo | tu | th | fr | su)\b\.? )
    | (?P<run> \blmmjv(?:sd?)?\b )
    | (?P<letter> \b[ljvsd]\b(?!\.) )
    | (?P<to> - | \b(?:a|au)\b | \bjusqu'?\s?(?:a|au)\b )
    | (?P<also> \bet\b | [&+] )
    | (?P<cut> [,;/] )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class _Item:
    """Days, a span of time (``off`` where it is closed), or what parts them."""

    kind: str
    days: frozenset[int] = frozenset()
    span: Span = (0, 0)
    word: str = ""


@dataclass(frozen=True)
class _Rule:
    """When a site is open on some days; it takes the place of what was said before where it stands behind ``;``."""

    days: frozenset[int]
    spans: tuple[Span, ...]
    after: str


def french_week(text: str) -> list[list[Span]]:
    """Return the spans in which a site is open, of each day from Monday.

    Raises
    ------
    ValueError
        The text is not of this form, or can be read in two ways; with the part that is not understood.
    """
    chunks, closed = _without_closed_days(_chunks(_joined(list(_items(text)))))
    week: list[list[Span]] = [[] for _ in range(7)]
    said: list[_Rule] = []
    for rule in _rules(chunks, text):
        for earlier in said:
            _settle(earlier, rule, week, text)
        for day in rule.days:
            week[day] += rule.spans
        said.append(rule)
    return [[] if day in closed else spans for day, spans in enumerate(week)]


def _settle(earlier: _Rule, rule: _Rule, week: list[list[Span]], text: str) -> None:
    """Take away what an earlier rule said of days of which a later one says something else."""
    common = earlier.days & rule.days
    overlaps = any(a < d and c < b for a, b in earlier.spans for c, d in rule.spans)
    if not common or (earlier.days == rule.days and not overlaps):
        return
    if rule.after != ";" and not (rule.days < earlier.days and overlaps):
        raise ValueError(text)
    for day in common:
        week[day] = [span for span in week[day] if span not in earlier.spans]


def _items(text: str) -> Iterator[_Item]:
    letters = unicodedata.normalize("NFKD", re.sub("[‐-―−]", "-", text.replace("’", "'"))).casefold()
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter)).strip()
    text = re.sub(r"\s+", " ", re.sub(r"\s*[\r\n]+\s*", ", ", letters))
    at, after_days = 0, False
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None or (token.lastgroup == "bare" and not after_days):
            raise ValueError(text[at:])
        kind, word, at = str(token.lastgroup), token[0], token.end()
        if kind in ("every", "week_end", "holiday", "day", "run", "letter"):
            after_days = True
            yield _Item("days", days=_days_of(kind, word))
        elif kind == "all_day":
            yield _Item("span", span=(0, MINUTES_A_DAY))
        elif kind in ("clock", "bare"):
            yield _Item("clock", span=(_minute(word), 0), word=kind)
        elif kind != "gap":
            yield _Item(kind, word=word)


def _days_of(kind: str, word: str) -> frozenset[int]:
    if kind == "run":
        return frozenset(range(len(word)))
    if kind == "letter":
        return frozenset((_LETTERS[word],))
    # no week has a public holiday of its own
    return {"every": _EVERY, "week_end": frozenset((5, 6)), "holiday": frozenset[int]()}.get(
        kind, frozenset((_DAYS.get(word[:2], 0),))
    )


def _minute(word: str) -> int:
    if word in ("midi", "minuit"):
        return 12 * 60 if word == "midi" else 0
    hour, minute = (int(part or 0) for part in re.sub(r"\D+", ":", word).partition(":")[::2])
    if minute > 59 or hour * 60 + minute > MINUTES_A_DAY:
        raise ValueError(word)
    return hour * 60 + minute


def _joined(items: list[_Item]) -> list[_Item]:
    """Return items in which two times are a span, days with “au” all between them, and days with “et” one set."""
    found: list[_Item] = []
    while items:
        first, *items = items
        joint, second = (items[0].kind, items[1]) if len(items) > 1 else ("", first)
        if first.kind == "clock":
            slash = joint == "cut" and items[0].word == "/" and first.word == second.word == "clock"
            if second.kind != "clock" or not (joint == "to" or slash):
                raise ValueError
            found.append(_Item("span", span=_span(first.span[0], second.span[0])))
            items = items[2:]
        elif first.kind == second.kind == "days" and joint in ("to", "also"):
            items = [
                _Item("days", days=_through(first, second) if joint == "to" else first.days | second.days),
                *items[2:],
            ]
        else:
            found.append(first)
    if any(item.kind == "to" for item in found):
        raise ValueError
    return found


def _span(start: int, end: int) -> Span:
    if start == end or start >= MINUTES_A_DAY:
        raise ValueError
    return start, end if end > start else end + MINUTES_A_DAY


def _through(first: _Item, last: _Item) -> frozenset[int]:
    if len(first.days) != 1 or len(last.days) != 1:
        raise ValueError
    (start,), (end,) = first.days, last.days
    return frozenset(day % 7 for day in range(start, end + 1 + (7 if end < start else 0)))


def _chunks(items: list[_Item]) -> list[list[_Item]]:
    """Return the items between commas and the like; the first of a chunk says what stood before it."""
    chunks: list[list[_Item]] = [[_Item("cut")]]
    timed = False
    for at, item in enumerate(items):
        exception = (
            item.kind == "but" and timed and [other.kind for other in items[at + 1 : at + 3]] == ["days", "span"]
        )
        timed |= item.kind == "span"
        if item.kind in ("cut", "also") or exception:  # 8h-20h sauf dimanche 9h-12h
            chunks.append([_Item("cut", word=item.word)])
        else:
            chunks[-1].append(item)
    return [chunk for chunk in chunks if len(chunk) > 1]


def _without_closed_days(chunks: list[list[_Item]]) -> tuple[list[list[_Item]], frozenset[int]]:
    """Return the chunks that say when a site is open, and the days on which others say that it is not."""
    closed: frozenset[int] = frozenset()
    for number, chunk in enumerate(chunks):
        for at in range(len(chunk) - 1, 0, -1):
            kinds = [item.kind for item in chunk[at : at + 2]]
            if kinds in (["but", "days"], ["off", "days"], ["days", "off"]):
                bare = (
                    kinds == ["days", "off"] and number and [item.kind for item in chunks[number - 1][1:]] == ["days"]
                )
                if bare:  # samedi, dimanche fermé: both?
                    raise ValueError
                closed |= chunk[at].days | chunk[at + 1].days
                del chunk[at : at + 2]
        if any(item.kind in ("but", "off") for item in chunk):
            raise ValueError
    return [chunk for chunk in chunks if len(chunk) > 1], closed


def _rules(chunks: list[list[_Item]], text: str) -> list[_Rule]:
    """Return which times hold on which days, whether the days stand before their times or behind them."""
    orders = {chunk[1].kind for chunk in chunks if len({item.kind for item in chunk[1:]}) > 1}
    if len(orders) > 1 or not chunks:
        raise ValueError(text)
    days_first = (orders or {chunks[0][1].kind}) == {"days"}
    rules: list[_Rule] = []
    groups = _groups(chunks)
    if days_first == (groups[0][0] == "span"):  # times of every day, or days that no time stands before
        if not days_first:
            raise ValueError(text)
        groups.insert(0, ("days", "", [_Item("days", days=_EVERY)]))
    if len(groups) == 1 and not days_first:
        groups.append(("days", "", [_Item("days", days=_EVERY)]))
    if len(groups) % 2:
        raise ValueError(text)
    for first, second in zip(groups[::2], groups[1::2]):
        of_days, of_times = (first, second) if days_first else (second, first)
        days = frozenset().union(*(item.days for item in of_days[2]))
        rules.append(_Rule(days, tuple(item.span for item in of_times[2]), first[1]))
    return rules


def _groups(chunks: list[list[_Item]]) -> list[tuple[str, str, list[_Item]]]:
    """Return days that follow each other, and times that do, with what stood before them."""
    groups: list[tuple[str, str, list[_Item]]] = []
    for chunk in chunks:
        for at, item in enumerate(chunk[1:]):
            if not groups or groups[-1][0] != item.kind:
                groups.append((item.kind, chunk[0].word if at == 0 else "", []))
            groups[-1][2].append(item)
    return groups
