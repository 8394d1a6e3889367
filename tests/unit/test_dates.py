"""Date expressions: where they stand, and what days they mean from the day of publication."""

from __future__ import annotations

import os
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from newslint import Article, DateClaim, Document, Facts, Origin, Published, almanac, numerals
from newslint.annotate.dates import dates
from newslint.annotate.structure import paragraphs
from newslint.extract import BUILTIN
from newslint.rule import unmarked
from newslint.strictyaml import Node, load

CASES = Path(__file__).parents[1] / "cases" / "date" / "expressions.yaml"


def claims(text: str, published: date | None) -> tuple[DateClaim, ...]:
    origin = Origin("a.txt", Published(published, "metadata" if published else "unknown"))
    return Article(Document("a.txt", text, text), origin, Facts(), BUILTIN).claims(DateClaim)


@pytest.mark.parametrize("case", load(CASES.read_text("utf-8"), str(CASES)).items(), ids=lambda n: n.mapping()["text"].text()[:60])
def test_an_expression_is_found_and_read(case: Node) -> None:
    fields = case.fields({"published", "text", "value", "earliest", "latest"}, {"published", "text"})
    text, spans = unmarked(fields["text"].text())
    found = claims(text, fields["published"].day())
    assert [c.span for c in found] == list(spans)
    stated = fields["value"].value if found else ()
    values = tuple(node.value for node in stated) if isinstance(stated, tuple) else (stated,)
    for claim, value in zip(found, values, strict=True):
        assert claim.value == value
        if value is None:
            assert claim.readings is None
            continue
        assert claim.likeliest is not None
        assert claim.readings is not None
        assert claim.readings.earliest == (fields["earliest"].day() if "earliest" in fields else claim.likeliest.earliest)
        assert claim.readings.latest == (fields["latest"].day() if "latest" in fields else claim.likeliest.latest)


def test_without_a_day_of_publication_only_what_is_explicit_is_read() -> None:
    found = claims("On Friday, as on May 3 and last year, and as in 2019 and on May 3, 2020, it rained.", None)
    assert [c.value for c in found] == [None, None, None, "2019", "2020-05-03"]


def test_a_weekday_and_a_date_on_two_lines_are_no_pair() -> None:
    found = claims("Open Saturday\nSeptember 1, 2025, is the day of the fair.", date(2025, 9, 3))
    assert [c.weekday for c in found] == [5, None]


def test_dates_of_one_document_settle_the_order_of_the_others() -> None:
    found = claims("It ran from 13/04/2025 until 03/05/2025.", date(2025, 9, 3))
    assert [c.value for c in found] == ["2025-04-13", "2025-05-03"]


DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_a_full_date_is_read_back_in_any_style(day: date) -> None:
    month, weekday = almanac.MONTHS[day.month - 1], almanac.WEEKDAYS[day.weekday()]
    for shown in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{weekday}, {month} {numerals.ordinal_digits(day.day)}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        day.isoformat(),
    ):
        (claim,) = claims(f"The hall opened on {shown}; it rained.", None)
        assert claim.value == day.isoformat()
        assert claim.place.excerpt == shown


@given(DAYS, st.integers(-40, 40))
def test_a_day_without_its_year_is_the_nearest_one(published: date, days: int) -> None:
    day = published + timedelta(days)
    if (day.month, day.day) == (2, 29):
        return
    (claim,) = claims(f"See you at the fair {almanac.MONTHS[day.month - 1]} {day.day}.", published)
    assert claim.value == day.isoformat()
    assert claim.readings is not None
    assert claim.readings.earliest <= day <= claim.readings.latest


@given(st.text(alphabet=st.sampled_from("MayJune Sept. 0123456789,-–/'\n:stndrhweekyearago last"), max_size=80))
def test_expressions_lie_in_order_within_their_paragraphs(text: str) -> None:
    found, blocks = dates(text, paragraphs(text)), paragraphs(text)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
    assert all(any(p.span.contains(e.span) for p in blocks) for e in found)


def test_letters_whose_small_form_is_longer_do_not_shift_what_follows() -> None:
    (claim,) = claims("İstanbul İzmir: the hall opened on May 3, 2020.", None)
    assert claim.place.excerpt == "May 3, 2020"


SAMPLE = "She said on Friday that the fair, held on May 3, began two years ago, in June last year, or on Sept. 2, 2025."


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs tzset")
@given(st.sampled_from(["Pacific/Auckland", "Pacific/Honolulu", "UTC"]), st.dates(date(1971, 1, 1), date(2099, 12, 31)))
def test_no_answer_depends_on_the_clock_or_the_time_zone(zone: str, clock: date) -> None:
    expected = [(c.value, c.readings) for c in claims(SAMPLE, date(2025, 9, 3))]
    before = os.environ.get("TZ")
    try:
        os.environ["TZ"] = zone
        time.tzset()
        with time_machine.travel(clock.isoformat(), tick=False):
            assert [(c.value, c.readings) for c in claims(SAMPLE, date(2025, 9, 3))] == expected
    finally:
        os.environ.pop("TZ", None)
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()
