"""Figures and amounts as claims: how many or how much, of what, where, by whom."""

from __future__ import annotations

from typing import Any

import pytest

from newslint import Facts, FigureClaim, Good
from newslint.testing import example_articles


def claims(facts: Facts, text: str) -> list[FigureClaim]:
    ((article, _),) = example_articles(Good(text, published="2024-03-05"), facts)
    return list(article.claims(FigureClaim))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tens of thousands of people were displaced.", ("displaced", 20_000, 99_999, "people")),
        ("At least 40 people died.", ("deaths", 40, None, "people")),
        ("No fewer than 40 people died.", ("deaths", 40, None, "people")),
        ("Between 30 and 40 people died.", ("deaths", 30, 40, "people")),
        ("A bomb killed all 44 people on board.", ("deaths", 44, 44, "people")),
        ("Nine people have been confirmed dead.", ("deaths", 9, None, "people")),
        ("Forty people are feared dead.", ("deaths", 0, 40, "people")),
        ("Six people remain missing.", ("missing", 6, 6, "people")),
        ("Police arrest 25 at march", ("arrested", 25, 25, "people")),
        ("Fourteen people – three of them children – were killed.", ("deaths", 14, 14, "people")),
        ("A crash on Highway 12 killed three people.", ("deaths", 3, 3, "people")),
        ("A quake of magnitude 6.1 killed 14.", ("deaths", 14, 14, "people")),
        ("The bridge cost $3.4 billion.", ("money", 3.4e9, 3.4e9, "$")),
        ("It cost between $16 billion and $17 billion.", ("money", 16e9, 17e9, "$")),
        ("The harbour paid more than 40 million euros.", ("money", 40e6, None, "euro")),
        ("The Greens won 31.4 percent of the vote.", ("share", 31.4, 31.4, "percent")),
        ("Between 30 and 40 percent stayed at home.", ("share", 30, 40, "percent")),
        ("The lead shrank by 2 percentage points.", ("change", 2, 2, "points")),
        ("She lost by 1,204 votes.", ("votes", 1204, 1204, "vote")),
        ("They have 120 seats.", ("seats", 120, 120, "seat")),
    ],
)
def test_how_many(facts: Facts, text: str, told: tuple[Any, ...]) -> None:
    assert [(c.measure, c.low, c.high, c.unit) for c in claims(facts, text)] == [told]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Nine people died, according to the health ministry.", "the health ministry"),
        ("Nine people died, the mayor said.", "the mayor"),
        ("The coast guard said nine people had died.", "The coast guard"),
        ("Nine people died.", None),
    ],
)
def test_who_says(facts: Facts, text: str, by: str | None) -> None:
    assert [c.by for c in claims(facts, text)] == [by]


def test_where_and_when(facts: Facts) -> None:
    (claim,) = claims(facts, "On Monday a bomb killed nine people at a crowded market in Merrow, two days after Thursday's vote.")
    assert (claim.incident, claim.place_name, claim.site) == ("explosion", "Merrow", "market")
    assert "Monday" in claim.days


def test_parts_of_a_toll(facts: Facts) -> None:
    told = claims(
        facts,
        "A storm killed nine people in Merrow and four in Tarsk. Seven people were seriously injured. Another 12 people died. The toll rose to 40.",
    )
    assert [(c.low, c.part, c.risen) for c in told] == [(9, True, False), (7, True, False), (12, True, False), (40, False, True)]
