"""Is a stated length right? What news usage means by "nearly four years" or "in its fourth year", and the right length in the same wording."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Literal

from .almanac import elapsed
from .expression import DurationExpression
from .numerals import cardinal_like, ordinal, ordinal_like
from .text import edited

#: "high": more than has passed, "low": less; "stale": true, but a whole unit or more behind; "loose": only just out
Fit = Literal["fits", "loose", "stale", "high", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """How far a wording stretches, in units of the length itself; N is the number stated, e the units elapsed.

    `bare`: "N years" fits from bare·N up to N+1, and for years from no more than 3 below 20, 30, …, 1.5 below 15, 25, …, and 0.75 below others. `nearly`: from N minus this. `half`: "N and a half", either way. `ordinal`: "in its Nth
    year" fits N-1 to N, give or take this (in weeks and days: one). `entering`: days before and after the turn. `about`: share of N either way. `day`: days either way.
    `stale`: "more than N" is stale from N+1 on, and not before this share of N. `loose`: this many units beyond any of these are told apart as loose.
    """

    bare: float = 0.93
    nearly: float = 0.34
    half: float = 0.15
    ordinal: float = 0.1
    before: float = 60
    after: float = 90
    about: float = 0.25
    day: float = 1
    stale: float = 1.25
    loose: float = 0.4

    @classmethod
    def names(cls) -> tuple[str, ...]:
        return tuple(f.name for f in fields(cls))


STANDARD = Tolerance()
#: days by which a count of days that is not round may be off: it was made for an earlier day
_COUNTED = 3
#: "nearly" stretches with the number: "nearly 30 years" is said of 29
_SHARE = 0.04


def fit(e: DurationExpression, start: date, as_of: date, tolerance: Tolerance = STANDARD) -> Fit:
    """How a length fits something that began on `start`, seen from `as_of`."""
    t, n, passed = tolerance, e.count, elapsed(start, as_of, e.unit)
    match e.hedge:
        case "day":
            return _within((as_of - start).days + 1, n - t.day, n + t.day, 2)
        case "ordinal":
            slack = 1.0 if e.unit in ("week", "day") else 0.4 if e.unit == "month" else t.ordinal
            return _within(passed, n - 1 - slack, n + slack, 0)
        case "entering":
            turn = (passed - (n - 1)) * _days(e.unit)
            scale = min(1.0, _days(e.unit) / 365)
            if -t.before * scale <= turn <= t.after * scale:
                return "fits"
            return "loose" if n - 1 - t.ordinal <= passed <= n + t.ordinal else _within(passed, n - 1, n, 0)
        case "nearly":
            return _within(passed, n - max(t.nearly, _SHARE * n), n + 0.08, t.loose)
        case "more-than":
            if passed < 0.97 * n:
                return "loose" if passed >= 0.97 * n - t.loose / 2 else "high"
            return "stale" if passed >= max(n + 1, t.stale * n) else "fits"
        case "less-than":
            return _within(passed, 0, n, t.loose)
        case "about":
            return _within(passed, (1 - t.about) * n, max((1 + t.about) * n, n + 0.5), t.loose)
        case "half":
            return _within(passed, n - t.half, n + t.half, t.loose / 2)
        case "exact":
            if e.unit == "day" and n % 10:  # nobody rounds to 1,171 days
                return _within(passed, n - _COUNTED, n + _COUNTED, 0)
            return _within(passed, n - _rounding(e, t), n + 1, min(0.03 * n, 1))


def _rounding(e: DurationExpression, tolerance: Tolerance) -> float:
    """How far below a bare number the truth may lie: a share of it, but of years, which are counted, no more than it is rounded to."""
    share = (1 - tolerance.bare) * e.count
    if e.unit != "year":
        return share
    return min(share, 3 if e.count % 10 == 0 else 1.5 if e.count % 5 == 0 else 0.75)


def _within(value: float, low: float, high: float, loose: float) -> Fit:
    """A length that is stated too high lies above what has passed."""
    if low <= value <= high:
        return "fits"
    if low - loose <= value <= high + loose:
        return "loose"
    return "high" if value < low else "low"


def _days(unit: str) -> float:
    return {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}[unit]


def possible(e: DurationExpression, start: date, tolerance: Tolerance = STANDARD) -> tuple[date, date]:
    """The first and the last day on which a length may be stated of something that began on `start`, loosely taken."""
    unit, n = _days(e.unit), e.count
    low, high = {
        "day": (n - 3, n + 1),
        "ordinal": (n - 1.3, n + 0.3),
        "entering": (n - 1.3, n + 0.3),
        "nearly": (n - max(0.75, _SHARE * n), n + 0.3),
        "more-than": (0.95 * n, max(n + 1, tolerance.stale * n)),
        "less-than": (0, n * 1.05),
        "about": (0.7 * n, max(1.3 * n, n + 0.5)),
        "half": (n - 0.35, n + 0.35),
        "exact": (0.9 * n, n + 1),
    }[e.hedge]
    return _shifted(start, low * unit), _shifted(start, high * unit)


def _shifted(day: date, days: float) -> date:
    try:
        return day + timedelta(round(days))
    except OverflowError:
        return date.max


def reworded(text: str, e: DurationExpression, start: date, as_of: date) -> list[str]:
    """The right length in the wording of the copy, the likeliest first; none where the unit does not suit it any more."""
    if e.number.start == e.number.end:  # "the yearlong siege" has no number to correct
        return []
    passed = elapsed(start, as_of, e.unit)
    whole, part = int(passed), passed % 1
    written = e.number.of(text)
    if e.hedge == "day":
        return [edited(text, e.span, [(e.number, f"{(as_of - start).days + 1:,}")])]
    if e.hedge in ("ordinal", "entering"):
        like = ordinal_like if ordinal(written) else cardinal_like  # in its sixth year, in year six
        return [edited(text, e.span, [(e.number, like(whole + 1, written))])]
    if whole < 1 and part < 0.66:
        return []
    model = written if written.lower() not in ("a", "an") else "one"
    counts: list[tuple[str, float]] = []  # hedge to use, or "" to keep the copy's own; number
    if e.hedge == "nearly":
        counts = [("", whole + 1)] if part > 0.6 else [("", whole) if text[: e.span.end].endswith("mark") else ("more than", whole)]
    elif e.hedge == "more-than":
        counts = [("", whole)]
    elif e.unit in ("year", "decade") and 0.35 <= part <= 0.65:
        counts = [("", whole + 0.5)]
    elif part > 0.85:
        counts = [("", whole + 1)]
    else:
        counts = [("", whole)]
    return [_phrase(text, e, hedge, n, model) for hedge, n in counts if n]


def _phrase(text: str, e: DurationExpression, hedge: str, n: float, model: str) -> str:
    hyphened = "-" in text[e.number.end : e.number.end + 1]
    number = cardinal_like(n, model)
    if hyphened:
        number = number.replace(" ", "-")
    phrase = edited(text, e.span, [(e.number, number)])
    if hedge:
        head = text[e.span.start : e.number.start]
        new = f"{hedge} ".capitalize() if head[:1].isupper() else f"{hedge} "
        phrase = new + phrase[len(head) :]
    if n != int(n):  # the copy's own half is part of the number now
        phrase = re.sub(r"(half\W+\w+?)[\s-]and[\s-]a[\s-]half", r"\1", phrase)
    if not hyphened:
        phrase = re.sub(rf"\b{e.unit}s?\b", e.unit if n == 1 else f"{e.unit}s", phrase)
    return phrase


def in_words(start: date, as_of: date) -> str:
    """The time between two days as a desk would say it: "3 years and 6 months", "5 months", "12 days"."""
    days = (as_of - start).days
    months = int(elapsed(start, as_of, "month"))
    if months < 2:
        return _counted(days, "day")
    years, months = divmod(months, 12)
    parts = [_counted(n, unit) for n, unit in ((years, "year"), (months, "month")) if n]
    return " and ".join(parts)


def _counted(n: int, unit: str) -> str:
    return f"{n} {unit}" if n == 1 else f"{n:,} {unit}s"


def long_date(day: date) -> str:
    """As American copy writes it: "September 3, 2025"."""
    return f"{day:%B} {day.day}, {day.year}"
