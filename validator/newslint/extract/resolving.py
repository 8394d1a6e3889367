"""From a date expression and the day of publication to days: the likeliest reading, and the span of all readings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from ..almanac import DAYS, HOLIDAYS, add_months, days_in_month
from ..claim import Interval
from ..expression import DateExpression, Partial, Unit


class Reading(NamedTuple):
    """`likeliest`: the days of the likeliest reading; `span` covers all readings; `iso` is the likeliest as INTERFACE writes it."""

    iso: str
    likeliest: Interval
    span: Interval


#: days; news names a day without its year when readers can't mistake the year
_NEAR = 100


def resolve(expression: DateExpression, today: date | None, lean: int, day_first: bool | None = None, year: int | None = None) -> Reading | None:
    """What days an expression means; None where that needs a day of publication that is not known, or an earlier date in the text.

    `lean` is below 0 where the sentence looks back (-2: a verb of the past stands beside the date), 1 where it looks ahead, 0 where it does not say. `day_first` settles numeric dates,
    `year` is that of a date that shares its neighbour's.
    An impossible date (September 31) has no reading.
    """
    try:
        return _in_year(expression, year) if year else _resolve(expression, today, lean, day_first)
    except (ValueError, OverflowError):  # no such day, or beyond the calendar
        return None


def _resolve(e: DateExpression, today: date | None, lean: int, day_first: bool | None) -> Reading | None:
    match e.form:
        case "anaphoric":
            return None
        case "full":
            return _exact(_day(e.start))
        case "numeric":
            return _numeric(e, day_first)
        case "range":
            return _range(e, today)
        case "year" if e.start.year:
            return _of(years(e.start.year.value), str(e.start.year.value))
        case "decade" if e.start.year:
            return _of(Interval(date(e.start.year.value, 1, 1), date(e.start.year.value + 9, 12, 31)))
        case "century" if e.number:
            return _of(Interval(date(max(e.number * 100 - 99, 1), 1, 1), date(e.number * 100, 12, 31)))
        case "month" if e.start.year and e.start.month:
            return _of(month(e.start.year.value, e.start.month.value), f"{e.start.year.value:04}-{e.start.month.value:02}")
        case "quarter" | "half" | "season" if e.start.year and e.number:
            return _of(_period(e.form, e.start.year.value, e.number))
    if e.form == "holiday" and e.start.year and e.name:
        return _exact(HOLIDAYS[e.name](e.start.year.value))
    return None if today is None else _from_today(e, today, lean)


def _from_today(e: DateExpression, today: date, lean: int) -> Reading | None:
    year, shift = today.year, e.shift
    if e.unit == "year" and shift is not None and e.form != "relative":  # June last year, next year's first quarter
        year = today.year + int(shift)
        return _in_year(e, year)
    match e.form:
        case "weekday" if e.weekday:
            return _weekday(e, today, lean)
        case "relative" if e.unit and shift is not None:
            reading = _relative(e.unit, shift, today)
            if e.vague and e.unit == "day" and reading:  # "earlier in the day": the day that the passage tells of
                return reading._replace(span=Interval(today - timedelta(6), today))
            return _end(reading, today) if e.part == "end" and reading else reading
        case "day-month" | "month" | "holiday" | "quarter" | "half" | "season":
            return _nearest(e, today, lean)
    return None


def _in_year(e: DateExpression, year: int) -> Reading | None:
    if e.form == "day-month" and e.start.month and e.start.day:
        return _exact(date(year, e.start.month.value, e.start.day.value))
    if e.form == "month" and e.start.month:
        return _of(month(year, e.start.month.value), f"{year:04}-{e.start.month.value:02}")
    if e.form == "holiday" and e.name:
        return _exact(HOLIDAYS[e.name](year))
    if e.form in ("quarter", "half", "season") and e.number:
        return _of(_period(e.form, year, e.number))
    return None


def _nearest(e: DateExpression, today: date, lean: int) -> Reading | None:
    """A date without a year: the nearest, if it lies within some months; else the last one, or the next where the sentence looks ahead."""
    found = []
    for year in range(today.year - 5, today.year + 6):
        try:
            reading = _in_year(e, year)
        except ValueError:  # February 29
            continue
        if reading is not None:
            found.append(reading)
    if not found:
        raise ValueError(f"no such day: {e}")
    past = [r for r in found if r.likeliest.earliest <= today]
    ahead = [r for r in found if r.likeliest.latest >= today]
    shift = e.shift if e.unit in ("month", "season", "day") else None
    if shift is not None and shift < 0:
        past = [r for r in past if r.likeliest.latest < today] or past
        return past[-1]
    if shift is not None and shift > 0:
        ahead = [r for r in ahead if r.likeliest.earliest > today] or ahead
        return ahead[0]
    both = [*past[-1:], *ahead[:1]]
    near = min(both, key=lambda r: _distance(r.likeliest, today))
    likeliest = (
        near
        if (_distance(near.likeliest, today) <= _NEAR and not (lean == -2 and near.likeliest.earliest > today)) or lean == 0
        else both[-1]
        if lean > 0
        else both[0]
    )
    return Reading(likeliest.iso, likeliest.likeliest, Interval(min(r.span.earliest for r in both), max(r.span.latest for r in both)))


def _distance(days: Interval, today: date) -> int:
    """Days between a day and an interval, 0 within it."""
    return max((days.earliest - today).days, (today - days.latest).days, 0)


def _weekday(e: DateExpression, today: date, lean: int) -> Reading | None:
    assert e.weekday is not None
    back = (today.weekday() - e.weekday.value) % 7
    last = today - timedelta(back)
    following = last if back == 0 else last + timedelta(7)
    if e.unit == "week" and e.shift is not None:  # Tuesday last week
        monday = today - timedelta(today.weekday()) + timedelta(7 * int(e.shift))
        return _exact(monday + timedelta(e.weekday.value))
    if e.shift is not None and e.shift < 0:  # "last Tuesday" is the one before today, or of the week before
        last = last if back and e.shift == -1 else last - timedelta(7)  # "the previous Tuesday" is told from the one just past
        return Reading(last.isoformat(), _one(last), Interval(last - timedelta(7), last))
    if e.shift is not None and e.shift > 0:
        following = following if back else following + timedelta(7)
        return Reading(following.isoformat(), _one(following), Interval(following, following + timedelta(7)))
    ahead = lean > 0 or (e.shift == 0 and lean == 0)
    day = following if ahead else last
    return Reading(day.isoformat(), _one(day), Interval(last, following))


def _relative(unit: Unit, shift: float, today: date) -> Reading | None:
    """Of units; "last week" is the calendar's week; "two weeks ago" a day of the week that lies about so far back."""
    n = int(shift)
    if unit == "day":
        return (
            _exact(today + timedelta(n))
            if abs(shift) <= 10
            else _of(Interval(today + timedelta(n - 1), today + timedelta(n + 1)), (today + timedelta(n)).isoformat())
        )
    if unit == "week" and abs(shift) > 1:
        day = today + timedelta(round(7 * shift))
        return Reading(day.isoformat(), _one(day), Interval(day - timedelta(6), day + timedelta(6)))
    if unit in ("week", "weekend"):
        monday = today - timedelta(today.weekday()) + timedelta(7 * n)
        year, week, _ = monday.isocalendar()
        saturday = monday + timedelta(5)
        days = Interval(monday, monday + timedelta(6)) if unit == "week" else Interval(saturday, saturday + timedelta(1))
        return _of(days, f"{year}-W{week:02}" if unit == "week" else None)
    if unit == "month":
        there = add_months(today.replace(day=1), n)
        return _of(month(there.year, there.month), f"{there:%Y-%m}")
    if unit == "quarter":
        there = add_months(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * n)
        return _of(Interval(there, add_months(there, 3) - timedelta(1)))
    if unit == "half":
        there = add_months(date(today.year, 1 if today.month < 7 else 7, 1), 6 * n)
        return _of(Interval(there, add_months(there, 6) - timedelta(1)))
    if unit == "year":
        at = add_months(today, round(12 * shift))
        whole = years(at.year)
        return Reading(
            str(at.year), whole, whole if abs(shift) <= 1 else Interval(min(whole.earliest, add_months(today, 12 * (n - 1))), whole.latest)
        )
    if unit in ("decade", "century"):
        length = {"decade": 10, "century": 100}[unit]
        at = add_months(today, round(12 * length * shift))
        slack = timedelta(DAYS["year"] * length / 5 * max(1, abs(shift)))
        return Reading(str(at.year), years(at.year), Interval(at - slack, at + slack))
    return None


def _end(reading: Reading, today: date) -> Reading:
    """The reading of "the end of the month": its last day, or that of a month before."""
    last, before = reading.likeliest.latest, reading.likeliest.earliest - timedelta(1)
    return Reading(last.isoformat(), _one(last), Interval(min(before, today), last))


def _range(e: DateExpression, today: date | None) -> Reading | None:
    if e.end is None:
        return None
    if e.start.year and e.end.year and not e.start.month and not e.end.month:
        days = Interval(date(e.start.year.value, 1, 1), date(e.end.year.value, 12, 31))
        return None if days.latest < days.earliest else _of(days, f"{e.start.year.value}/{e.end.year.value}")
    first_month, last_month = e.start.month or e.end.month, e.end.month or e.start.month
    first_day, last_day = e.start.day, e.end.day
    if not (first_month and last_month and first_day and last_day):
        return None
    year = e.end.year or e.start.year
    if year is None and (today is None or (e.shift is not None and e.unit != "year")):
        return None
    if year is not None:
        candidates = [year.value]
    elif e.shift is not None:
        candidates = [today.year + int(e.shift)]  # type: ignore[union-attr]  # a missing year was answered above
    else:
        candidates = [today.year + k for k in (-1, 0, 1)]  # type: ignore[union-attr]
    found = []
    for y in candidates:
        start = date(y - (first_month.value > last_month.value), first_month.value, first_day.value)
        end = date(y, last_month.value, last_day.value)
        if start <= end:
            found.append(Interval(start, end))
    if not found:
        return None
    if today is None or len(found) == 1:
        return _of(found[-1])
    near = min(found, key=lambda i: _distance(i, today))
    return Reading(_iso(near), near, Interval(found[0].earliest, found[-1].latest))


def _numeric(e: DateExpression, day_first: bool | None) -> Reading | None:
    first, other = e.start, e.day_first
    if other is None:
        return _exact(_day(first))
    readings = {False: _day(first), True: _day(other)}
    if day_first is None and e.weekday is not None:
        fit = [order for order, day in readings.items() if day.weekday() == e.weekday.value]
        day_first = fit[0] if len(fit) == 1 else None
    if day_first is not None:
        return _exact(readings[day_first])
    low, high = sorted(readings.values())
    return Reading(readings[False].isoformat(), _one(readings[False]), Interval(low, high))


def _period(form: str, year: int, number: int) -> Interval:
    """A quarter, a half or a season (of the northern hemisphere, by months: winter is December to February) of a year."""
    if form == "season":
        start = date(year, 3 * number, 1)
        return Interval(start, add_months(start, 3) - timedelta(1))
    months = 3 if form == "quarter" else 6
    start = date(year, months * (number - 1) + 1, 1)
    return Interval(start, add_months(start, months) - timedelta(1))


def years(year: int) -> Interval:
    return Interval(date(year, 1, 1), date(year, 12, 31))


def month(year: int, number: int) -> Interval:
    return Interval(date(year, number, 1), date(year, number, days_in_month(year, number)))


def _day(partial: Partial) -> date:
    assert partial.year is not None
    assert partial.month is not None
    assert partial.day is not None
    return date(partial.year.value, partial.month.value, partial.day.value)


def _one(day: date) -> Interval:
    return Interval(day, day)


def _exact(day: date) -> Reading:
    return Reading(day.isoformat(), _one(day), _one(day))


def _of(days: Interval, iso: str | None = None) -> Reading:
    return Reading(iso or _iso(days), days, days)


def _iso(days: Interval) -> str:
    return days.earliest.isoformat() if days.earliest == days.latest else f"{days.earliest}/{days.latest}"
