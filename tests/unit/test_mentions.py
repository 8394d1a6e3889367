"""Who and what a text names, for people of the record and for people nobody has heard of."""

from __future__ import annotations

import pytest

from newslint.annotate.mentions import Mention, mentions
from newslint.annotate.sentences import sentences
from newslint.annotate.structure import paragraphs
from newslint.facts.facts import Facts
from newslint.facts.model import Country, Organisation, Person

FACTS = Facts(
    people={
        "olena-marchuk": Person("olena-marchuk", "Olena Marchuk", aliases=("Olena Martchuk",), sex="f"),
        "tomas-horvath": Person("tomas-horvath", "Tomáš Horváth", aliases=("Horvath",), sex="m"),
        "han-sung-min": Person("han-sung-min", "Han Sung-min", sex="m"),
    },
    countries={
        "ukraine": Country("ukraine", "Ukraine", demonyms=("Ukrainian",), capitals=("Kyiv",)),
        "jordan": Country("jordan", "Jordan", demonyms=("Jordanian",), capitals=("Amman",)),
        "united-states": Country("united-states", "United States", aliases=("US", "U.S."), demonyms=("American",)),
    },
    organisations={"who": Organisation("who", "World Health Organization", aliases=("WHO",))},
)


def read(text: str, kind: str = "person") -> list[Mention]:
    return [m for m in mentions(text, sentences(text, paragraphs(text)), FACTS) if m.kind == kind]


def full(text: str) -> list[tuple[str, str]]:
    return [(m.full.of(text), m.name) for m in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Ukrainian Foreign Minister Olena Marchuk at noon.", [("Ukrainian Foreign Minister Olena Marchuk", "Olena Marchuk")]),
        ("The foreign minister, Olena Marchuk, flew home.", [("foreign minister, Olena Marchuk", "Olena Marchuk")]),
        ("Deputy Head of the Harbour Office Pieterszoon waved.", [("Deputy Head of the Harbour Office Pieterszoon", "Pieterszoon")]),
        ("Former KLX Oslo Station Chief Runa Bakke warned of it.", [("Former KLX Oslo Station Chief Runa Bakke", "Runa Bakke")]),
        ("Tomas Horvath said no.", [("Tomas Horvath", "Tomas Horvath")]),
        ("It was Brede Quisling, 47, who paid.", [("Brede Quisling", "Brede Quisling")]),
    ],
)
def test_titles_belong_to_the_full_span(text: str, expected: list[tuple[str, str]]) -> None:
    assert full(text) == expected


def test_a_surname_stands_for_the_full_name_of_this_document() -> None:
    text = "Zofia Grabner, a teacher, left. Grabner said she was tired. “Go,” Grabner added."
    assert [m.name for m in read(text)] == ["Zofia Grabner"] * 3


def test_two_people_of_one_surname_are_kept_apart() -> None:
    text = "Maria Lindqvist spoke first. Then Peter Lindqvist spoke. Mrs Lindqvist was moved, and Mr. Lindqvist was not."
    assert [m.name for m in read(text)] == ["Maria Lindqvist", "Peter Lindqvist", "Maria Lindqvist", "Peter Lindqvist"]


def test_a_known_name_without_its_diacritics_and_a_short_one() -> None:
    text = "Tomas Horvath arrived. Horvath left."
    assert [(m.entity_id, m.sex) for m in read(text)] == [("tomas-horvath", "m"), ("tomas-horvath", "m")]


def test_a_relative_is_not_the_person_known_by_surname() -> None:
    assert [m.entity_id for m in read("Eva Horvath said it was late.")] == [None]


@pytest.mark.parametrize("name", ["Han Sung-min", "Han Sung Min", "HAN SUNG-MIN"])
def test_hyphens_and_case_do_not_hide_a_name(name: str) -> None:
    assert [m.entity_id for m in read(f"It was {name} who came.")] == ["han-sung-min"]


def test_family_name_first() -> None:
    text = "Han Sung-min spoke at length. Han said it was time."
    assert [m.span.of(text) for m in read(text)] == ["Han Sung-min", "Han"]


def test_particles_belong_to_the_surname() -> None:
    text = "Greta van der Hoek, the mayor, wept. Van der Hoek said so. “Yes,” said van der Hoek."
    assert {m.name for m in read(text)} == {"Greta van der Hoek"}
    assert len(read(text)) == 3


def test_places_by_name_demonym_and_capital() -> None:
    text = "Ukrainian troops left Kyiv; the U.S. and Ukraine agreed. It helps us."
    assert [(m.span.of(text), m.entity_id, m.form) for m in read(text, "place")] == [
        ("Ukrainian", "ukraine", "demonym"),
        ("Kyiv", "ukraine", "capital"),
        ("U.S.", "united-states", "name"),
        ("Ukraine", "ukraine", "name"),
    ]


def test_a_country_that_is_somebodys_name() -> None:
    assert read("Colin Jordan, 31, won the race.", "place") == []


def test_bodies_known_and_by_their_head_noun() -> None:
    text = "The Ministry of Harbours and WHO met the Tarnow Shipping Company."
    assert [(m.span.of(text), m.entity_id) for m in read(text, "organisation")] == [
        ("Ministry of Harbours", None), ("WHO", "who"), ("Tarnow Shipping Company", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Trade Winds Blow Over Harbour Towns as Ferries Return", "The Baltic Sea froze.", "On Monday, Parliament rose.", ""]
)
def test_capitals_that_name_nobody(text: str) -> None:
    assert read(text) == []
