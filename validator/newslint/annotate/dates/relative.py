"""Dates that count from another: weekdays, "yesterday", "last week", "two years ago", "the third quarter", "the day before"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from ...almanac import HOLIDAYS, weekday_number
from ...expression import DateExpression, Form, Part, Partial, Unit, Written
from ...numerals import CARDINAL, cardinal, ordinal
from ...pattern import pattern
from ...text import Span

_SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "current": 0}
_ELSEWHERE = frozenset({"previous", "preceding", "following", "same", "that", "prior"})
_PARTS: dict[str, Part] = {
    "early": "early",
    "earlier": "early",
    "start": "early",
    "beginning": "early",
    "mid": "mid",
    "middle": "mid",
    "later": "late",
    "late": "late",
    "end": "late",
}
#: in lower case -> as the almanac has it
HOLIDAY_NAMES = {name.lower(): name for name in HOLIDAYS}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 2, "latter": 2}
_TIME = r"(?:early|late|mid|earlier|later)"

_LEFT = rf"""(?r)
    (?:(?P<when>\b{_TIME}(?:\s+(?:on|in))?|\bmid-?|\b(?:the\s+)?(?:end|start|beginning|middle)\s+of)\s+)?
    (?:\b(?:the\s+)?(?P<shift>this(?:\s+(?:past|coming))?|last|past|next|coming|previous|preceding|following|current|same|that|prior|latest)\s+)
    (?:(?:fiscal|calendar|financial|academic|school|full|whole)\s+)?
"""
_DEICTIC = r"last|past|this|next|coming|current|following|previous"


class _Patterns(NamedTuple):
    left: regex.Pattern[str]
    amount: regex.Pattern[str]
    right: regex.Pattern[str]
    of_year: regex.Pattern[str]
    number: regex.Pattern[str]
    bare: regex.Pattern[str]
    weekday: regex.Pattern[str]
    weekday_left: regex.Pattern[str]
    day_left: regex.Pattern[str]
    holiday_left: regex.Pattern[str]


@cache
def _patterns() -> _Patterns:
    flags = regex.IGNORECASE | regex.VERBOSE
    return _Patterns(
        left=pattern(_LEFT, flags),
        amount=pattern(
            rf"(?r)(?P<hedge>\b(?:about|around|some|roughly|approximately|nearly|almost|just\s+over|more\s+than|over|less\s+than|at\s+least|just\s+under|only|just)\s+)?"
            rf"(?<![\w.,-])(?P<n>(?:{CARDINAL}|half\s+an?|an?|one|(?:a\s+)?few|several|a\s+couple\s+(?:of)?|many|some)(?:[\s-]and[\s-]a[\s-]half)?)[\s-]+(?:and\s+a\s+half\s+)?",
            flags,
        ),
        right=pattern(
            r"(?:\s+or\s+(?:so|two))?(?:\s+and\s+a\s+half)?(?P<dash>[\s-])(?P<when>ago|earlier|later|before(?=[\s]*(?:[,.;]|$))|from\s+now|hence)\b",
            flags,
        ),
        of_year=pattern(
            r"(?:,?\s+(?:of\s+)?(?:(?:fiscal|financial)\s+)?(?:the\s+)?(?P<year>(?:1[89]|20)\d\d)\b(?!-\d|,\d)|\s+(?:of\s+)?(?P<rel>last|this|next)\s+(?:fiscal\s+)?year\b)",
            flags,
        ),
        number=pattern(
            r"(?r)(?:(?:\b(?P<year>(?:1[89]|20)\d\d)(?:['’]s)?|\b(?P<rel>last|this|next)\s+year['’]s)\s+)?"
            r"(?:(?P<when>\b(?:early|late|mid)|\b(?:the\s+)?(?:end|start|beginning|middle)\s+of)\s+)?(?:\b(?:the|its|their|our|a)\s+)?(?:(?:fiscal|flat|year-ago|year-earlier|comparable)[\s-]+)*"
            r"\b(?P<n>first|second|third|fourth|1st|2nd|3rd|4th|last|latter)(?:[\s-]+(?:fiscal|calendar))?[\s-]+(?:two\s+|three\s+)?",
            flags,
        ),
        bare=pattern(
            r"(?r)(?:(?P<when>\b(?:end|start|beginning|middle)\s+of\s+|\b(?:early|late|earlier|later|mid)\s+(?:in|on|of)\s+)(?P<the>the\s+)?|\b(?P<the>(?:the|its)\s+)"
            r"(?:(?P<when>early|late)\s+)?(?P<adjective>(?:latest|current|year-ago|year-earlier|comparable|full|fiscal|(?:19|20)\d\d)\s+)*)",
            flags,
        ),
        weekday=pattern(
            r"(?<!\b(?:Bloody|Black|Sheffield|Super)[ \u00a0])(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?P<time>[^\S\n]+(?:morning|afternoon|evening|night))?(?:[^\S\n]+(?:of[^\S\n]+)?(?P<of>last|this|next)[^\S\n]+week\b)?(?!\w|['’]?s[^\S\n]+(?:child|best)|-(?!\w+day\b)\w)",
            flags,
        ),
        weekday_left=pattern(
            rf"(?r)\b(?P<shift>this(?:\s+(?:past|coming))?|last|next|coming|past|previous|following|every|each|alternate)\s+(?:{_TIME}\s+)?|\b{_TIME}\s+(?:on\s+)?",
            flags,
        ),
        day_left=pattern(rf"(?r)\b{_TIME}\s+", flags),
        holiday_left=pattern(r"(?r)\b(?P<shift>this(?:\s+(?:past|coming))?|last|next)\s+", flags),
    )


def spoken_day(text: str, at: Span, within: Span) -> DateExpression | None:
    """today, tonight, yesterday, tomorrow."""
    word = at.of(text).lower()
    if text[at.end : at.end + 2] in ("'s", "’s") and text[at.start].isupper() and word == "today":
        return None  # Today's, a programme or a paper
    if text[at.start].isupper() and text[at.start - 4 : at.start].lower() == "usa ":
        return None  # USA Today
    left = _patterns().day_left.match(text, within.start, at.start)
    return DateExpression(span=Span(left.start() if left else at.start, at.end), form="relative", unit="day", shift=_DAYS[word])


def last_night(text: str, at: Span, within: Span) -> DateExpression | None:
    """A part of the day with "this" or "last" before it: last night, this morning."""
    m = regex.match(r"(?r)\b(last|this|late\s+last)\s+", text, pos=within.start, endpos=at.start, flags=regex.IGNORECASE)
    if m is None:
        return None
    return DateExpression(span=Span(m.start(), at.end), form="relative", unit="day", shift=-1 if m[1].lower().endswith("last") else 0)


def weekday_date(text: str, at: Span, within: Span) -> DateExpression | None:
    """A weekday that stands alone, with "last", "this" or "next" before it or "last week" behind; no recurring ones (Mondays, every Monday)."""
    p = _patterns()
    m = p.weekday.match(text, at.start, within.end)
    if m is None or not text[at.start].isupper():
        return None
    left = p.weekday_left.match(text, within.start, at.start)
    shift: float | None = None
    unit: Unit | None = None
    form = "weekday"
    if left is not None and left["shift"]:
        word = left["shift"].split()[-1].lower()
        if word in ("every", "each", "alternate"):
            return None
        shift = -2 if word == "previous" else _SHIFTS.get(word)
        if shift is None:
            form = "anaphoric"
    if m["of"]:
        shift, unit = _SHIFTS[m["of"].lower()], "week"
    weekday = Written(weekday_number(at.of(text)), at)
    span = Span(left.start() if left is not None else at.start, m.end())
    return DateExpression(span=span, form="weekday" if form == "weekday" else "anaphoric", weekday=weekday, shift=shift, unit=unit)


class _OfYear(NamedTuple):
    """The year behind a part of it, "2024" or (`shift`) "last year", and where that ends."""

    year: Written | None
    shift: int | None
    end: int


def _of_year(text: str, start: int, end: int) -> _OfYear:
    m = _patterns().of_year.match(text, start, end)
    if m is None:
        return _OfYear(None, None, start)
    if m["year"]:
        return _OfYear(Written(int(m["year"]), Span(*m.span("year"))), None, m.end())
    return _OfYear(None, _SHIFTS[m["rel"].lower()], m.end())


def holiday(text: str, at: Span, within: Span) -> DateExpression | None:
    """A holiday by name, with its year or a word of direction: "Veterans Day 2019", "last Christmas", "Easter next year"."""
    if text[at.start].islower():
        return None
    year, shift, end = _of_year(text, at.end, within.end)
    unit: Unit | None = None if shift is None else "year"
    left = _patterns().holiday_left.match(text, within.start, at.start) if end == at.end else None
    if left is not None:
        unit, shift = "day", _SHIFTS[left["shift"].split()[-1].lower()]
    name = HOLIDAY_NAMES[at.of(text).lower().replace("’", "'")]
    return DateExpression(span=Span(left.start() if left else at.start, end), form="holiday", name=name, start=Partial(year), unit=unit, shift=shift)


def coded_period(text: str, at: Span, within: Span) -> DateExpression | None:
    """A quarter or half as accounts write it: Q3 2024, H1."""
    if not text[at.start].isupper():
        return None
    year, shift, end = _of_year(text, at.end, within.end)
    return DateExpression(
        span=Span(at.start, end),
        form="quarter" if text[at.start] == "Q" else "half",
        start=Partial(year),
        number=int(text[at.end - 1]),
        unit=None if shift is None else "year",
        shift=shift,
    )


def unit_date(text: str, at: Span, within: Span) -> DateExpression | None:
    """A date around a unit of time: day, week, weekend, month, quarter, half, year, decade, century, or a season."""
    p = _patterns()
    word = at.of(text).lower()
    season = _SEASONS.get(word)
    unit: Unit = "season" if season else word  # type: ignore[assignment]  # the anchors are these words
    end = at.end
    plural = text[end : end + 1] in ("s", "S") and not text[end + 1 : end + 2].isalnum()
    if plural:
        end += 1
    if text[end : end + 1].isalnum():
        return None
    if not season and (found := _counted(text, at, end, plural, unit, within)):
        return found
    if unit in ("quarter", "half", "season") and not (plural and unit == "season"):
        if found := _numbered(text, at, end, unit, season, within):
            return found
    if unit == "half":
        return None
    if unit == "century":
        return _century(text, at, end, within)
    if plural:
        return None
    if left := p.left.match(text, within.start, at.start):
        return _shifted(text, left, at, end, unit, season, within)
    return _bare(text, at, end, unit, within)


def _counted(text: str, at: Span, end: int, plural: bool, unit: Unit, within: Span) -> DateExpression | None:
    """An amount and a direction: "two years ago", "a year earlier", "year-ago"."""
    p = _patterns()
    right = p.right.match(text, end, within.end)
    if right is None:
        return None
    word = right["when"].split()[0].lower()
    amount = p.amount.match(text, within.start, at.start)
    if amount is None:
        if right["dash"] == "-" and word in ("ago", "earlier"):
            return DateExpression(span=Span(at.start, right.end()), form="anaphoric", unit=unit)
        return None
    n = cardinal(amount["n"]) if amount["n"].lower() not in ("a few", "few", "several", "many", "some") else None
    if amount["n"].lower().startswith("a couple"):
        n = 2.0
    if n is not None and "half" in text[amount.end("n") : right.start("when")].lower():
        n += 0.5
    span = Span(amount.start(), right.end())
    if word in ("ago", "from", "hence"):
        shift = None if n is None else -n if word == "ago" else n
        return DateExpression(span=span, form="relative", unit=unit, shift=shift, vague=bool(amount["hedge"]) or n is None or " or " in right.group())
    return DateExpression(span=span, form="anaphoric", unit=unit)


def _numbered(text: str, at: Span, end: int, unit: Unit, season: int | None, within: Span) -> DateExpression | None:
    """A quarter, half or season, with its year where one is given."""
    p = _patterns()
    after = p.of_year.match(text, end, within.end)
    left = p.number.match(text, within.start, at.start) if season is None else None
    if season is None and left is None:
        return None
    if (
        unit == "half"
        and not after
        and not (left and (left["year"] or left["rel"]))
        and not regex.match(r"\s+of\s+(?:the\s+year|next|last|this)", text, pos=end)
    ):
        return None
    number = season or _NUMBERS[left["n"].lower()]  # type: ignore[index]  # left is there where season is not
    if unit == "quarter" and left is not None and left["n"].lower() in ("last", "latter"):
        return DateExpression(span=Span(left.start(), end), form="anaphoric", unit=unit)
    year: Written | None = None
    shift: int | None = None
    begins, ends = at.start, end
    if left is not None:
        begins = left.start()
    if after:
        ends = after.end()
    source = after if after else left
    if source is not None and source["year"]:
        year = Written(int(source["year"]), Span(*source.span("year")))
    elif source is not None and source["rel"]:
        shift = _SHIFTS[source["rel"].lower()]
    if season is not None:
        if not after:
            return None
        part = regex.match(r"(?r)\b(?:the\s+)?(early\s+|late\s+)?", text, pos=within.start, endpos=at.start, flags=regex.IGNORECASE)
        begins = part.start() if part else begins
    form: Form = "season" if season else "quarter" if unit == "quarter" else "half"
    return DateExpression(
        span=Span(begins, ends), form=form, start=Partial(year), number=number, unit="year" if shift is not None else None, shift=shift
    )


def _shifted(text: str, left: regex.Match[str], at: Span, end: int, unit: Unit, season: int | None, within: Span) -> DateExpression | None:
    """With a word of direction: "last year", "earlier this month", "the following week", "next summer"."""
    word = left["shift"].split()[-1].lower()
    span = Span(left.start(), end)
    if word in _ELSEWHERE or word == "latest" or (word in ("past", "coming") and left.group().lower().lstrip().startswith("the") and unit == "day"):
        return DateExpression(span=span, form="anaphoric", unit=unit)
    if unit == "day" and word in ("past", "current", "this"):
        return DateExpression(span=span, form="relative", unit="day", shift=0) if word == "this" else None
    if word == "next" and left.group().lower().lstrip().startswith("the") and unit == "day":
        return DateExpression(span=span, form="anaphoric", unit=unit)
    part = _PARTS[left["when"].split()[-1].lower().rstrip("-")] if left["when"] and left["when"].split()[-1].lower().rstrip("-") in _PARTS else None
    return DateExpression(span=span, form="season" if season else "relative", unit=unit, shift=_SHIFTS[word], part=part, number=season)


def _bare(text: str, at: Span, end: int, unit: Unit, within: Span) -> DateExpression | None:
    """With an article or "end of": "the quarter", "the end of the year", "year-end", "the weekend", "the day before"."""
    if regex.match(r"[- ]end\b", text, pos=end) and unit == "year":
        return DateExpression(span=Span(at.start, end + 4), form="relative", unit=unit, shift=0, part="end")
    m = _patterns().bare.match(text, within.start, at.start)
    if m is None:
        return None
    before = (
        regex.match(r"\s+(?:before(?:\s+yesterday)?|after(?:\s+tomorrow)?)\b(?!\s+(?:the|a|an|he|she|it|they|his|her)\b)", text, pos=end)
        if unit in ("day", "week", "month", "year")
        else None
    )
    if before:
        words = before.group().split()
        if len(words) == 2:
            return DateExpression(span=Span(m.start(), before.end()), form="relative", unit="day", shift=-2 if words[0].lower() == "before" else 2)
        return DateExpression(span=Span(m.start(), before.end()), form="anaphoric", unit=unit)
    if unit == "day":  # earlier in the day
        return (
            DateExpression(span=Span(m.start(), end), form="relative", unit=unit, shift=0, vague=True) if m["when"] and " in" in m["when"] else None
        )
    if m["when"] and m["the"] and m["when"].lower().startswith("end") and not m["adjective"]:
        return DateExpression(span=Span(m.start(), end), form="relative", unit=unit, shift=0, part="end")
    if (
        unit in ("quarter", "weekend")
        or (m["when"] and m["the"])
        or (m["adjective"] and unit in ("quarter", "year") and m["adjective"].strip().lower() not in ("full",))
    ):
        return DateExpression(span=Span(m.start(), end), form="anaphoric", unit=unit)
    return None


def _century(text: str, at: Span, end: int, within: Span) -> DateExpression | None:
    m = regex.match(
        r"(?r)(?:\bthe\s+)?(?:(early|mid|late|turn\s+of\s+the)[-\s]+)?(?<!\w)(\d{1,2}(?:st|nd|rd|th)|\w+(?:-\w+)?(?:th|first|second|third))[-\s]+",
        text,
        pos=within.start,
        endpos=at.start,
        flags=regex.IGNORECASE,
    )
    number = ordinal(m[2]) if m else None
    if m is None or not number or not 1 <= number <= 22:
        return None
    part = _PARTS.get(m[1].lower()) if m[1] else None
    return DateExpression(span=Span(m.start(), end), form="century", number=number, unit="century", part=part)
