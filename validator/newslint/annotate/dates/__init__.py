"""Date expressions of news copy: where they stand and what they say, part by part.

One pass finds anchors (names of months and weekdays, units of time, years), then a pattern is matched at each anchor only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ...almanac import MONTHS, WEEKDAYS
from ...expression import DateExpression
from ...text import Span
from ..structure import Paragraph
from .calendar import month_date
from .relative import HOLIDAY_NAMES, coded_period, holiday, last_night, spoken_day, unit_date, weekday_date
from .years import decade, short_numeric, year_date

__all__ = ["DateExpression", "dates"]

_Reader = Callable[[str, Span, Span], DateExpression | None]


_READERS: dict[_Reader, tuple[str, ...]] = {
    month_date: (*(m.lower() for m in MONTHS), "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    weekday_date: tuple(d.lower() for d in WEEKDAYS),
    year_date: ("19", "20", "18", "17", "16", "15", "21"),
    short_numeric: ("/",),
    decade: ("0s",),
    spoken_day: ("today", "tonight", "yesterday", "tomorrow"),
    last_night: ("morning", "afternoon", "evening", "night"),
    coded_period: ("q1", "q2", "q3", "q4", "h1", "h2"),
    unit_date: ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century", "spring", "summer", "autumn", "fall", "winter"),
    holiday: (*HOLIDAY_NAMES, *(n.replace("'", "’") for n in HOLIDAY_NAMES if "'" in n)),
}
#: a later anchor may take these in: Wednesday, 3 September; next year's first quarter; 2024's third quarter
_ABSORBED = ("weekday", "relative", "year")
#: anchors that may stand within a longer run of letters or digits
_INNER = (decade, short_numeric, year_date)


@cache
def _anchors() -> tuple[AhoCorasick, tuple[_Reader, ...]]:
    words = [(word, reader) for reader, words in _READERS.items() for word in words]
    return AhoCorasick([w for w, _ in words], matchkind=MatchKind.LeftmostLongest), tuple(r for _, r in words)


def dates(text: str, paragraphs: Iterable[Paragraph]) -> tuple[DateExpression, ...]:
    """The date expressions of a text, in order and without overlap; none runs over the end of its paragraph."""
    automaton, readers = _anchors()
    lowered = text.lower()
    if len(lowered) != len(text):  # İ becomes two characters
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    bounds = iter(paragraphs)
    within = next(bounds, None)
    found: list[DateExpression] = []
    end = floor = 0
    for which, start, stop in automaton.find_matches_as_indexes(lowered):
        while within is not None and within.span.end <= start:
            within = next(bounds, None)
        if within is None:
            break
        if start < end or start < within.span.start:
            continue
        reader = readers[which]
        if reader not in _INNER and ((start and lowered[start - 1].isalnum()) or (reader is not unit_date and lowered[stop : stop + 1].isalnum())):
            continue
        expression = reader(text, Span(start, stop), Span(max(floor, within.span.start), within.span.end))
        if expression is None:
            continue
        while found and found[-1].span.overlaps(expression.span):
            found.pop()
        found.append(expression)
        end = expression.span.end
        if expression.form not in _ABSORBED:
            floor = end
    return tuple(found)
