"""Lengths of time in news copy: "nearly four years", "two-year-old", "in its third month", "day 1,288", "18 months ago"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import regex

from ..expression import DurationExpression, Hedge, Length, LengthUnit
from ..numerals import CARDINAL, ORDINAL, cardinal, ordinal
from ..pattern import pattern
from ..text import Span

__all__ = ["DurationExpression", "durations"]

_HEDGES: dict[str, Hedge] = {
    **dict.fromkeys(("more than", "over", "well over", "upwards of", "at least", "longer than"), "more-than"),
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "approaching", "just short of", "not quite"), "nearly"),
    **dict.fromkeys(("less than", "under", "fewer than", "barely", "up to", "no more than"), "less-than"),
    **dict.fromkeys(("about", "around", "some", "roughly", "approximately", "just over", "a little over", "a little more than", "or so"), "about"),
}
_HEDGE = "|".join(regex.escape(h).replace(r"\ ", r"\s+") for h in sorted(_HEDGES, key=len, reverse=True))
_UNIT = r"(?P<unit>years?|months?|weeks?|days?|decades?)(?P<long>long)?"
_FORMS: dict[str, Length] = {"old": "age", "ago": "ago"}
#: "week 40" is of the calendar: what lasts is counted by smaller numbers, or by ordinals
_MOST_NUMBERED = 30
_HALF = r"[\s-]and[\s-]a[\s-]half"


_INTO = r"(?P<entering>enter(?:s|ing)|begin(?:s|ning)|start(?:s|ing)|moves?\s+into|head(?:s|ing)\s+into|about\s+to\s+enter)|in|into|through|entered|begun|reached"


class _Patterns(NamedTuple):
    unit: regex.Pattern[str]
    length: regex.Pattern[str]
    after: regex.Pattern[str]
    nth: regex.Pattern[str]
    day: regex.Pattern[str]
    numbered: regex.Pattern[str]
    into: regex.Pattern[str]
    nearing: regex.Pattern[str]
    rate: regex.Pattern[str]
    post: regex.Pattern[str]


@cache
def _patterns() -> _Patterns:
    flags = regex.IGNORECASE | regex.VERBOSE
    return _Patterns(
        unit=pattern(rf"\b{_UNIT}\b", regex.IGNORECASE),
        length=pattern(
            rf"(?r)(?:\b(?P<hedge>{_HEDGE})\s+)?"
            rf"(?P<number>(?:(?P<least>\bbetween\s+(?:{CARDINAL})\s+and\s+|(?<![\w.,$£€-])(?:{CARDINAL}|an?)(?:[\s-]+(?:to|or)[\s-]+|[-–]))|(?<![\w.,$£€-]))"
            rf"(?P<count>(?:{CARDINAL}|(?:half\s+)?an?(?!\s+half))(?:{_HALF})?))(?P<plus>-plus|\+)?[\s-]+(?:full\s+|long\s+|more\s+|straight\s+)?",
            flags,
        ),
        after=pattern(rf"(?P<half>{_HALF})?(?:[\s-](?P<form>old|long|ago|mark)\b)?", flags),
        nth=pattern(
            rf"(?r)(?:\b(?:(?P<led>{_INTO})|for|on)\s+)?"
            rf"\b(?P<whose>its|their|his|her|the|a)\s+(?P<number>{ORDINAL})[\s-]+(?:full\s+|straight\s+|consecutive\s+)?",
            flags,
        ),
        day=pattern(r"\s+(?P<number>\d{1,3}(?:,\d{3})+|\d{1,4})(?![\w%]|[.,]\d|[-–]\d)", flags),
        numbered=pattern(rf"\s+(?P<number>(?!an?\b){CARDINAL})(?![\w%-]|[.,]\d|\s+(?:of\s+\d|{_UNIT}))(?P<of>\s+of\b)?", flags),
        into=pattern(rf"(?r)\b(?:{_INTO})\s+", flags),
        rate=pattern(
            r"(?r)(?:[\d%]|\b(?:percent|pct|per\s+cent|once|twice|times|hundred|thousand|million|billion|trillion|much|\p{L}{3,}s(?<!\b(?:was|has|this|lasts|takes|spends|needs|marks|its|his))))\s+",
            flags,
        ),
        # what somebody's year is of: "her third year in office"
        post=pattern(
            r"\s+(?:in\s+(?:(?:the|that|this|his|her)\s+)?(?:job|office|post|role|position|power|charge|prison|jail|custody|detention|captivity|exile|hospital|space|hiding)"
            r"|as\s+\p{L}|at\s+the\s+helm|behind\s+bars)\b",
            regex.IGNORECASE,
        ),
        nearing=pattern(r"(?r)\b(?:near|approach)(?:s|es|ed|ing)?\s+(?:the|its|their|a)\s+", flags),
    )


def durations(text: str, sentences: Sequence[Span]) -> tuple[DurationExpression, ...]:
    """The lengths of time that a text states in numbers, in order and without overlap, each within one sentence."""
    p, starts = _patterns(), [s.start for s in sentences]
    found: list[DurationExpression] = []
    for m in p.unit.finditer(text):
        k = bisect_right(starts, m.start()) - 1
        if k < 0 or m.end() > sentences[k].end:
            continue
        within = Span(max(sentences[k].start, found[-1].span.end if found else 0), sentences[k].end)
        if within.start <= m.start() and (expression := _around(text, m, within)):
            found.append(expression)
    return tuple(found)


def _around(text: str, m: regex.Match[str], within: Span) -> DurationExpression | None:
    p = _patterns()
    unit: LengthUnit = m["unit"].lower().rstrip("s")  # type: ignore[assignment]  # the pattern has these words
    plural = m["unit"].lower() != unit
    if not plural and (nth := p.nth.match(text, within.start, m.start())):
        n = ordinal(nth["number"])
        if n:
            entering = nth["entering"] is not None and not regex.match(r"(?r)\b(?:has|have|had)\s+", text, pos=within.start, endpos=nth.start())
            return DurationExpression(
                span=Span(nth.start(), m.end()),
                form="ordinal",
                count=n,
                unit=unit,
                hedge="entering" if entering else "ordinal",
                number=Span(*nth.span("number")),
                possessive=nth["whose"].lower() in ("its", "their")
                or (nth["whose"].lower() in ("his", "her") and p.post.match(text, m.end(), within.end) is not None)  # else it may be an age
                or (nth["whose"].lower() == "a" and nth["led"] is not None),
            )
    if unit == "day" and not plural and (day := p.day.match(text, m.end(), within.end)):
        n = int(day["number"].replace(",", ""))
        return DurationExpression(span=Span(m.start(), day.end()), form="day", count=n, unit="day", hedge="day", number=Span(*day.span("number")))
    if not plural and (numbered := p.numbered.match(text, m.end(), within.end)):
        return _numbered(text, m, unit, numbered, within)
    return _length(text, m, unit, within)


def _numbered(text: str, m: regex.Match[str], unit: LengthUnit, numbered: regex.Match[str], within: Span) -> DurationExpression | None:
    """ "In year four of the war", "now in week six": what the ordinal says in other words."""
    n = cardinal(numbered["number"])
    led = _patterns().into.match(text, within.start, m.start())
    if not n or n != int(n) or n > _MOST_NUMBERED or not (numbered["of"] or (led and m["unit"].islower())):  # "in Year 11" is of a school
        return None
    return DurationExpression(
        span=Span(led.start() if led else m.start(), numbered.end("number")),
        form="ordinal",
        count=int(n),
        unit=unit,
        hedge="entering" if led and led["entering"] else "ordinal",
        number=Span(*numbered.span("number")),
        possessive=numbered["of"] is None,
    )


def _length(text: str, m: regex.Match[str], unit: LengthUnit, within: Span) -> DurationExpression | None:
    p = _patterns()
    left, right = p.length.match(text, within.start, m.start()), p.after.match(text, m.end(), within.end)
    word, end = (right["form"] or "", right.end()) if right else ("", m.end())
    if left is None:  # the yearlong siege, the year-long siege
        if m["long"] or (word.lower() == "long" and m["unit"].lower() == unit):
            return DurationExpression(span=Span(m.start(), end), form="length", count=1, unit=unit, hedge="exact", number=Span(m.start(), m.start()))
        return None
    n = cardinal(left["count"])
    if left["number"].lower() in ("a", "an") and not word and p.rate.match(text, within.start, left.start()):  # "20 barrels a year"
        return None
    if not n or (n == 1 and m["unit"].lower() != unit and left["count"].lower() in ("a", "an")):  # "a weeks-long strike" does not say how many
        return None
    half = n != int(n) or bool(right and right["half"])
    if right and right["half"]:
        n += 0.5
    return DurationExpression(
        span=Span(left.start(), end),
        form=_FORMS.get(word.lower(), "length"),
        count=n,
        unit=unit,
        hedge=_hedge(text, left, within, half=half, mark=word.lower() == "mark"),
        number=Span(*left.span("number")),
    )


def _hedge(text: str, left: regex.Match[str], within: Span, *, half: bool, mark: bool) -> Hedge:
    if left["hedge"]:
        return _HEDGES[" ".join(left["hedge"].lower().split())]
    if left["plus"]:
        return "more-than"
    if left["least"]:  # "three to four years" is four at the most
        return "less-than"
    if mark and _patterns().nearing.match(text, within.start, left.start()):
        return "nearly"
    return "half" if half else "exact"
