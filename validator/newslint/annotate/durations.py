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
_UNIT = r"(?P<unit>years?|months?|weeks?|days?|decades?)"
_HALF = r"[\s-]and[\s-]a[\s-]half"


class _Patterns(NamedTuple):
    unit: regex.Pattern[str]
    length: regex.Pattern[str]
    after: regex.Pattern[str]
    nth: regex.Pattern[str]
    day: regex.Pattern[str]


@cache
def _patterns() -> _Patterns:
    flags = regex.IGNORECASE | regex.VERBOSE
    return _Patterns(
        unit=pattern(rf"\b{_UNIT}\b", regex.IGNORECASE),
        length=pattern(
            rf"(?r)(?:\b(?P<hedge>{_HEDGE})\s+)?(?P<number>(?<![\w.,$£€-])(?:{CARDINAL}|an?(?!\s+half))(?:{_HALF})?)[\s-]+(?:full\s+|long\s+|more\s+|straight\s+)?",
            flags,
        ),
        after=pattern(rf"(?P<half>{_HALF})?(?:[\s-](?P<form>old|long|ago)\b)?", flags),
        nth=pattern(
            rf"(?r)(?:\b(?P<into>(?P<entering>enter(?:s|ing)|begin(?:s|ning)|start(?:s|ing)|moves?\s+into|head(?:s|ing)\s+into|about\s+to\s+enter)|in|into|through|for|on|entered|begun|reached)\s+)?"
            rf"\b(?P<whose>its|their|his|her|the|a)\s+(?P<number>{ORDINAL})[\s-]+(?:full\s+|straight\s+|consecutive\s+)?",
            flags,
        ),
        day=pattern(r"\s+(?P<number>\d{1,3}(?:,\d{3})+|\d{1,4})(?![\w%]|[.,]\d|[-–]\d)", flags),
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
    if nth := p.nth.match(text, within.start, m.start()):
        n = ordinal(nth["number"])
        if n and not m["unit"].lower().endswith("s"):
            entering = nth["entering"] is not None and not regex.match(r"(?r)\b(?:has|have|had)\s+", text, pos=within.start, endpos=nth.start())
            return DurationExpression(
                span=Span(nth.start(), m.end()),
                form="ordinal",
                count=n,
                unit=unit,
                hedge="entering" if entering else "ordinal",
                number=Span(*nth.span("number")),
                possessive=nth["whose"].lower() in ("its", "their"),
            )
    if unit == "day" and (day := p.day.match(text, m.end(), within.end)):
        if not m["unit"].lower().endswith("s"):
            n = int(day["number"].replace(",", ""))
            return DurationExpression(span=Span(m.start(), day.end()), form="day", count=n, unit="day", hedge="day", number=Span(*day.span("number")))
    return _length(text, m, unit, within)


def _length(text: str, m: regex.Match[str], unit: LengthUnit, within: Span) -> DurationExpression | None:
    left = _patterns().length.match(text, within.start, m.start())
    if left is None:
        return None
    n = cardinal(left["number"])
    if n is None or not n:
        return None
    right = _patterns().after.match(text, m.end(), within.end)
    end, number, half = m.end(), Span(*left.span("number")), n != int(n)
    word = None
    if right is not None:
        word, end = right["form"], right.end()
        if right["half"]:
            n, half = n + 0.5, True
    form: Length = "length" if word is None or word.lower() == "long" else "age" if word.lower() == "old" else "ago"
    written = left["hedge"]
    hedge: Hedge = _HEDGES[" ".join(written.lower().split())] if written else "half" if half else "exact"
    return DurationExpression(span=Span(left.start(), end), form=form, count=n, unit=unit, hedge=hedge, number=number)
