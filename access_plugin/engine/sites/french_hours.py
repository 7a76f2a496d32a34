"""Opening hours as French people write them: ``lundi au vendredi 8h-20h, samedi 8h-midi, fermé le dimanche``.

Days stand before their times or behind them (``8h-20h du lundi au vendredi``); times without days are every day's.
``sauf dimanche`` and ``fermé le dimanche`` close a day. Hours of fewer days take the place of those that were said of
more (``tous les jours 8h-20h, dimanche 9h-12h``); those that are said twice of the same days are added. What can be
read in two ways is refused: ``LMJV``, whose M may be two days, ``9h-12h tous les jours, lundi 14h-18h``, which may mean
an afternoon more or no morning, ``sauf mercredi 12h-14h``, and days without hours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

MINUTES_A_DAY = 24 * 60
#: The minutes of a day from which and until which a site is open; the latter may be past midnight.
Span = tuple[int, int]
_EVERY = frozenset(range(7))
_LETTERS = {"l": 0, "j": 3, "v": 4, "s": 5, "d": 6}  # m may be two days
_DAYS = {"lu": 0, "mo": 0, "ma": 1, "tu": 1, "me": 2, "je": 3, "th": 3, "ve": 4, "fr": 4, "sa": 5, "di": 6, "su": 6}
_TOKEN = re.compile(
    r"""
    (?P<gap> \(e?s\) | [\s:()'"] | \b[dl](?=') | \b(?:d[ue]|des|les?|la|ouvert(?:e?s?|ure)|horaires?|en\ continu
            |sans\ interruption|toute\ l'annee|y\ compris\ (?:les\ )?(?:jours?\ )?feries?)\b
        | \b(?:tous\ les|toutes\ les|chaque)(?=\ (?:lun|mar|mer|jeu|ven|sam|dim|week)) )
    | (?P<half> \b(?:matin(?:ee)?|apres-?\s?midi|soir(?:ee)?)s?\b )
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
    | (?P<day> \b(?:lu|ma|me|je|ve|sa|di)(?:ndi|rdi|rcredi|udi|ndredi|medi|manche)s?\b
        | \b(?:(?:lu|ma|me|je|ve|sa|di)(?:n|r|u|m)?|mo|tu|th|fr|su)\b\.? )
    | (?P<run> \blmmjv(?:sd?)?\b )
    | (?P<letter> (?<![('])\b[ljvsd]\b(?![.']) )
    | (?P<to> - | \b(?:a|au)\b | \bjusqu'?\s?(?:a|au)\b )
    | (?P<also> \bet\b | [&+] )
    | (?P<cut> [,;/] | \.(?=\s|$) )
    """,
    re.VERBOSE,
)
#: The first hour of two of which only the last bears its h: 8-20h.
_WITH_H = re.compile(r"\d{1,2}\s*-\s*\d{1,2}\s*h")


@dataclass(frozen=True)
class _Item:
    """Days, a span of time (``off`` where it is closed), or what parts them."""

    kind: str
    days: frozenset[int] = frozenset()
    span: Span = (0, 0)
    word: str = ""


@dataclass(frozen=True)
class _Rule:
    """When a site is open on some days."""

    days: frozenset[int]
    spans: tuple[Span, ...]


def french_week(text: str) -> list[list[Span]]:
    """Return the spans in which a site is open, of each day from Monday.

    Raises
    ------
    ValueError
        The text is not of this form, or can be read in two ways; with the part that is not understood.
    """
    items, shut, except_on = _without_closed_days(_joined(list(_items(text))))
    week: list[list[_Rule]] = [[] for _ in range(7)]
    for rule in _rules(_chunks(items), text):
        rule = rule if rule.days <= except_on else replace(rule, days=rule.days - except_on)
        if _overlap_any(rule.spans) or (rule.days and rule.days <= shut):  # closed, and open at these hours?
            raise ValueError(text)
        for earlier in dict.fromkeys(one for day in sorted(rule.days) for one in week[day]):
            if not _adds(earlier, rule) and not _replaces(earlier, rule):
                raise ValueError(text)
        for day in rule.days:
            week[day] = [earlier for earlier in week[day] if _adds(earlier, rule)] + [rule]
    return [[] if day in shut else [span for rule in rules for span in rule.spans] for day, rules in enumerate(week)]


def _adds(earlier: _Rule, rule: _Rule) -> bool:
    return earlier.days == rule.days and not any(_overlap(a, b) for a in earlier.spans for b in rule.spans)


def _replaces(earlier: _Rule, rule: _Rule) -> bool:
    return rule.days < earlier.days and all(any(_overlap(a, b) for b in rule.spans) for a in earlier.spans)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _overlap_any(spans: tuple[Span, ...]) -> bool:
    return any(_overlap(one, other) for place, one in enumerate(spans) for other in spans[:place])


def _items(text: str) -> Iterator[_Item]:
    letters = unicodedata.normalize("NFKD", re.sub("[‐-―−]", "-", text.replace("’", "'"))).casefold()
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter)).strip()
    text = re.sub(r"\s+", " ", re.sub(r"\s*[\r\n]+\s*", ", ", letters))
    at, after_days = 0, False
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None or (token.lastgroup == "bare" and not (after_days or _WITH_H.match(text, at))):
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
        joint, second = items[:2] if len(items) > 1 else (first, first)
        if first.kind == "clock":
            slash = joint.word == "/" and first.word == second.word == "clock"
            if second.kind != "clock" or not (joint.kind == "to" or slash):
                raise ValueError
            found.append(_Item("span", span=_span(first.span[0], second.span[0])))
            items = items[2:]
        elif first.kind == second.kind == "days" and joint.kind == "to":
            if found and found[-1].word == "/" and items[2:3] and items[2].word == "/":
                raise ValueError  # lundi/mardi - jeudi/vendredi
            items = [_Item("days", days=_through(first, second)), *items[2:]]
        elif first.kind == second.kind == "days" and joint.word == "/" and not _next_to_each_other(first, second):
            raise ValueError  # lundi/vendredi: two days, or all between them?
        else:
            found.append(first)
    for place, item in enumerate(found):
        if item.kind == "to":  # 24h/24 - 7j/7
            around = {other.kind for other in found[max(place - 1, 0) : place + 2 : 2]}
            if around != {"days", "span"}:
                raise ValueError
            found[place] = _Item("cut", word=",")
    return _with_and(found)


def _next_to_each_other(first: _Item, second: _Item) -> bool:
    """Tell whether two days mean the same by “/” and by “to”: the second is the next, or one of them is several."""
    alone = len(first.days) == len(second.days) == 1
    return not alone or (min(first.days) + 1) % 7 == min(second.days)


def _with_and(items: list[_Item]) -> list[_Item]:
    found: list[_Item] = []
    while items:
        first, *items = items
        if len(items) > 1 and [first.kind, *(item.kind for item in items[:2])] == ["days", "also", "days"]:
            items = [_Item("days", days=first.days | items[1].days), *items[2:]]
        else:
            found.append(first)
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


def _without_closed_days(items: list[_Item]) -> tuple[list[_Item], frozenset[int], frozenset[int]]:
    """Return the items that say when a site is open, the days on which it is closed, and those of an exception.

    Of the latter others may say when it is open (``sauf dimanche : 8h-20h ; dimanche : 9h-12h``).
    """
    days: dict[str, frozenset[int]] = {"off": frozenset(), "but": frozenset()}
    while (place := next((at for at, item in enumerate(items) if item.kind in days), None)) is not None:
        kinds = ["stop" if item.word in (";", ".") else item.kind for item in items]
        before, after = kinds[place - 1] if place else "", kinds[place + 1] if place + 1 < len(kinds) else ""
        if kinds[place] == "off" and before == "days" and after not in ("days", "span"):
            first, last = _days_before(kinds, place), place
            unclear = kinds[last + 1 : last + 3] == ["cut", "span"]  # lundi : fermé, 14h-18h
        elif after == "days" and (kinds[place] == "but" or before != "days"):
            first, last = place, _days_after(items, kinds, place)
            unclear = False
        else:  # lundi fermé mardi; fermé
            raise ValueError
        if unclear or "half" in kinds[max(first - 1, 0) : last + 2]:  # of half a day
            raise ValueError
        days[kinds[place]] |= frozenset().union(*(item.days for item in items[first : last + 1]))
        items = [*items[:first], _Item("cut", word=","), *items[last + 1 :]]
    return [item for item in items if item.kind != "half"], days["off"], days["but"] - days["off"]


def _days_before(kinds: list[str], off: int) -> int:
    """Return where the days begin that are closed by a word behind them: samedi, dimanche fermé."""
    first = off - 1
    while first > 0 and (kinds[first - 1] == "days" or kinds[max(first - 2, 0) : first] == ["days", "cut"]):
        first -= 1 if kinds[first - 1] == "days" else 2
    if first < off - 1 and first > 0 and kinds[first - 1] == "span":  # 8h-20h lundi, mardi fermé: of Monday
        first = next(place for place in range(first + 1, off) if kinds[place] == "days")
        if kinds[first:off].count("days") > 1:  # 8h-20h lundi, mardi, mercredi fermé
            raise ValueError
    return first


def _days_after(items: list[_Item], kinds: list[str], word: int) -> int:
    """Return where the days end that are closed by a word before them: sauf samedi, dimanche et jours fériés."""
    last = word + 1
    while (
        items[last].days
        and (  # what follows a holiday alone is no list with it: sauf fériés, lundi au vendredi 8h-20h
            kinds[last + 1 : last + 2] == ["days"]
            or (kinds[last + 1 : last + 2] in (["cut"], ["also"]) and kinds[last + 2 : last + 3] == ["days"])
        )
    ):
        last += 1 if kinds[last + 1] == "days" else 2
    follows = [kind for kind in kinds[last + 1 : last + 3] if kind not in ("cut", "also")][:1]
    several, first = kinds[word : last + 1].count("days") > 1, not {"days", "span"} & set(kinds[:word])
    direct = kinds[word] == "off" and kinds[last + 1 : last + 2] == ["span"]
    if follows == ["span"] and ("span" in kinds[:word] or direct or (kinds[word] == "but" and several and first)):
        raise ValueError  # those of the last day, those of an exception, or the hours at which it is closed?
    return last


def _chunks(items: list[_Item]) -> list[list[_Item]]:
    """Return the items between commas and the like; the first of a chunk says what stood before it."""
    chunks: list[list[_Item]] = [[_Item("cut")]]
    for item in items:
        if item.kind in ("cut", "also"):
            chunks.append([_Item("cut", word=item.word)])
        else:
            chunks[-1].append(item)
    return [chunk for chunk in chunks if len(chunk) > 1]


def _rules(chunks: list[list[_Item]], text: str) -> list[_Rule]:
    """Return which times hold on which days, whether the days stand before their times or behind them."""
    orders = {chunk[1].kind for chunk in chunks if len({item.kind for item in chunk[1:]}) > 1}
    if len(orders) > 1 or not chunks:
        raise ValueError(text)
    days_first = (orders or {chunks[0][1].kind}) == {"days"}
    rules: list[_Rule] = []
    groups = _groups(chunks, text)
    if days_first == (groups[0][0] == "span"):  # times of every day, or days that no time stands before
        if not days_first:
            raise ValueError(text)
        groups.insert(0, ("days", [_Item("days", days=_EVERY)]))
    if len(groups) == 1 and not days_first:
        groups.append(("days", [_Item("days", days=_EVERY)]))
    if len(groups) % 2:
        raise ValueError(text)
    for first, second in zip(groups[::2], groups[1::2]):
        of_days, of_times = (first, second) if days_first else (second, first)
        days = frozenset().union(*(item.days for item in of_days[1]))
        rules.append(_Rule(days, tuple(item.span for item in of_times[1])))
    return rules


def _groups(chunks: list[list[_Item]], text: str) -> list[tuple[str, list[_Item]]]:
    """Return days that follow each other, and times that do.

    Neither go on beyond “;”, and school holidays (``SH Mo-Fr``), which no week has, are no list with other days.
    """
    groups: list[tuple[str, list[_Item]]] = []
    for chunk in chunks:
        for place, item in enumerate(chunk[1:]):
            if not groups or groups[-1][0] != item.kind:
                groups.append((item.kind, [item]))
                continue
            holiday = item.kind == "days" and not (item.days and groups[-1][1][-1].days)
            if (place == 0 and chunk[0].word == ";") or (place > 0 and holiday):
                raise ValueError(text)
            groups[-1][1].append(item)
    return groups
