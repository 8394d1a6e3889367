"""Lengths of time: how they are read, what they mean, and the right length in the wording of the copy."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Article, Document, DurationClaim, DurationExpression, Facts, Origin, Published, lengths
from newslint.annotate.durations import durations
from newslint.annotate.sentences import sentences
from newslint.annotate.structure import paragraphs
from newslint.extract import BUILTIN
from newslint.rule import unmarked
from newslint.strictyaml import Node, load

CASES = Path(__file__).parents[1] / "cases" / "duration" / "expressions.yaml"


def read(text: str) -> tuple[DurationExpression, ...]:
    return durations(text, sentences(text, paragraphs(text)))


@pytest.mark.parametrize("case", load(CASES.read_text("utf-8"), str(CASES)).items(), ids=lambda n: n.mapping()["text"].text()[:60])
def test_a_length_is_found_and_read(case: Node) -> None:
    fields = case.fields({"text", "count", "unit", "form", "hedge"}, {"text"})
    text, spans = unmarked(fields["text"].text())
    found = read(text)
    assert [e.span for e in found] == list(spans)
    for e in found:
        assert (e.count, e.unit, e.form, e.hedge) == (fields["count"].number(), *(fields[k].text() for k in ("unit", "form", "hedge")))


@pytest.mark.parametrize(
    ("wording", "start", "by", "fit"),
    [
        ("in its fourth year", "2022-02-24", "2025-09-03", "fits"),
        ("in its fifth year", "2022-02-24", "2025-09-03", "high"),
        ("in its third year", "2022-02-24", "2025-09-03", "low"),
        ("entering its fourth year", "2022-02-24", "2025-02-01", "fits"),
        ("entering its fourth year", "2022-02-24", "2025-09-03", "loose"),
        ("nearly four years", "2022-02-24", "2025-11-30", "fits"),
        ("nearly four years", "2022-02-24", "2025-09-03", "loose"),
        ("nearly four years", "2022-02-24", "2024-09-03", "high"),
        ("more than two years", "2022-02-24", "2024-09-03", "fits"),
        ("more than two years", "2022-02-24", "2025-09-03", "stale"),
        ("more than two years", "2022-02-24", "2023-09-03", "high"),
        ("three years", "2022-02-24", "2025-09-03", "fits"),
        ("four years", "2022-02-24", "2025-09-03", "high"),
        ("two years", "2022-02-24", "2025-09-03", "low"),
        ("18 months", "2022-02-24", "2023-07-31", "fits"),
        ("day 1,288", "2022-02-24", "2025-09-03", "fits"),
        ("day 1,280", "2022-02-24", "2025-09-03", "low"),
        ("nearly 30 years", "1995-01-29", "2024-02-11", "fits"),
        ("nearly 30 years", "1997-01-29", "2024-02-11", "high"),
    ],
)
def test_how_a_length_fits(wording: str, start: str, by: str, fit: str) -> None:
    (e,) = read(f"It went on for {wording}." if wording[0] not in "ied" else f"It is {wording}.")
    assert lengths.fit(e, date.fromisoformat(start), date.fromisoformat(by)) == fit


WORDINGS = (
    "in its fourth year",
    "four years",
    "four-year-old",
    "Four years",
    "more than four years",
    "24 months",
    "day 9",
    "in its 13th month",
    "a year",
)


@given(st.sampled_from(WORDINGS), st.integers(400, 6000))
def test_the_length_that_is_suggested_fits(wording: str, days: int) -> None:
    by = date(2025, 9, 3)
    start = by - timedelta(days)
    text = f"It is {wording} here."
    (e,) = read(text)
    for suggestion in lengths.reworded(text, e, start, by):
        (right,) = read(f"It is {suggestion} here.")
        assert lengths.fit(right, start, by) in ("fits", "loose")
        assert right.unit == e.unit


@pytest.mark.parametrize(
    ("wording", "days", "right"),
    [
        ("four-year-long", 1287, "three-and-a-half-year-long"),
        ("two years", 1100, "three years"),
        ("More than a year", 1100, "More than three years"),
        ("in its fourth year", 400, "in its second year"),
        ("in its 13th month", 400, "in its 14th month"),
        ("day 12", 400, "day 401"),
    ],
)
def test_the_wording_stays(wording: str, days: int, right: str) -> None:
    text = f"It is {wording} here."
    (e,) = read(text)
    assert lengths.reworded(text, e, date(2025, 9, 3) - timedelta(days), date(2025, 9, 3)) == [right]


def claim(text: str) -> DurationClaim:
    article = Article(Document("a.txt", text, text), Origin("a.txt", Published(date(2025, 9, 3), "metadata")), Facts(), BUILTIN)
    (found,) = (c for c in article.claims(DurationClaim) if c.subject or c.starts)
    return found


def test_a_start_in_the_same_sentence_is_bound() -> None:
    found = claim("The strike, which began on May 5, is in its 18th week.")
    assert [(s.days.earliest, s.beside) for s in found.starts] == [(date(2025, 5, 5), True)]
    assert found.as_of == date(2025, 9, 3)


def test_a_day_that_the_sentence_sets_is_its_now() -> None:
    assert claim("In May 2024, after two years of war, the mill closed.").as_of == date(2024, 5, 16)


@pytest.mark.parametrize("text", ["The mill closed on the third day of the war.", "The war was in its second year when the mill closed."])
def test_a_sentence_that_looks_back_says_so(text: str) -> None:
    assert claim(text).looks_back
