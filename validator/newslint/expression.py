"""What expressions of time and of amounts say, part by part, and where each part stands. Free of any reference date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from .text import Span

Form = Literal[
    "full",  # year, month, day
    "numeric",  # 2025-09-03, 03/09/2025
    "day-month",
    "month",  # with or without a year
    "year",
    "range",  # August 15-18; 2014-15
    "weekday",
    "relative",  # yesterday, last week, two years ago
    "quarter",
    "half",
    "season",
    "decade",
    "century",
    "holiday",
    "anaphoric",  # the day before, a year earlier, that month
]
Unit = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]
Part = Literal["early", "mid", "late", "end"]


class Written(NamedTuple):
    """A number that the text gives, in digits or in words, and its place."""

    value: int
    span: Span


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it is written: months are 1 to 12, days as they stand, also impossible ones."""

    year: Written | None = None
    month: Written | None = None
    day: Written | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date expression.

    `start`, and in a range `end`, are the dates as written; what one end of a range leaves out it shares with the other.
    `day_first`: the other reading of a numeric date whose order is open. `weekday` (0 is Monday) stands beside the date or alone.
    `shift`: "last" is -1, "this" 0, "next" 1, "two years ago" -2, in units of `unit`; `vague`: "about two years ago".
    `number`: which quarter, half or season (spring is 1) of a year. `name`: of a holiday.
    """

    span: Span
    form: Form
    start: Partial = Partial()
    end: Partial | None = None
    day_first: Partial | None = None
    weekday: Written | None = None
    end_weekday: Written | None = None
    part: Part | None = None
    unit: Unit | None = None
    shift: float | None = None
    vague: bool = False
    number: int | None = None
    name: str | None = None


Hedge = Literal["more-than", "nearly", "less-than", "about", "ordinal", "entering", "exact", "day", "half"]
Length = Literal["length", "age", "ordinal", "day", "ago", "since"]
LengthUnit = Literal["day", "week", "month", "year", "decade"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationExpression:
    """A length of time as written.

    `count` units: 3.5 for "three and a half"; for an ordinal ("in its fourth year") and a numbered day ("day 12") the number itself.
    `number` is the place of the numeral alone, a half included. `form`: a length ("two years", "two-year-long"), an age
    ("two-year-old"), an ordinal, a numbered day, a length that ends now ("two years ago"), or one that is told by its start alone ("since
    February 2022": `number` is the date, and `count` the days since then, 0 where that is not known). `possessive`: "in its fourth year",
    whose owner stands elsewhere; else an ordinal counts from what follows ("the fourth year of").
    """

    span: Span
    form: Length
    count: float
    unit: LengthUnit
    hedge: Hedge
    number: Span
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: "mile", "percent", "$" and so on.

    `value` is the whole number meant, with its `scale` ("million") multiplied in; `number` is the place of the number with its scale. `low` to
    `high` as meant: "more than $40 million" has no upper end (None), "between 30 and 40 percent" has the value 40.
    """

    span: Span
    number: Span
    value: float
    scale: str | None
    unit: str
    low: float
    high: float | None

    @property
    def hedged(self) -> bool:
        """Whether another number than the one that stands there may be meant: "about", "more than", a range."""
        return (self.low, self.high) != (self.value, self.value)
