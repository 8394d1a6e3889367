"""Titles as the copy gives them: `RoleClaim`s for the forms that news uses."""

from __future__ import annotations

from datetime import date

import pytest

from newslint import Document, Facts, Origin, Published, Role, RoleClaim
from newslint.article import Article
from newslint.claim import Interval
from newslint.extract import BUILTIN
from newslint.facts.model import Country, Person, Tenure

DAY = date(2024, 3, 5)


def _tenure(role: str, start: int) -> Tenure:
    since = date(start, 1, 1)
    return Tenure(role, "arcadia", Interval(since, since), None, "https://example.org", date(2025, 1, 1), verified=True)


FACTS = Facts(
    people={"ada-berg": Person("ada-berg", "Ada Berg", tenures=(_tenure("foreign-minister", 2020),))},
    roles={
        "president": Role("president", ("president",), rank="head-of-state"),
        "foreign-minister": Role("foreign-minister", ("foreign minister", "minister of foreign affairs"), rank="minister"),
        "deputy-foreign-minister": Role(
            "deputy-foreign-minister", ("deputy foreign minister",), deputy_of="foreign-minister", rank="deputy-minister"
        ),
        "mayor": Role("mayor", ("mayor",), rank="local"),
    },
    countries={"arcadia": Country("arcadia", "Arcadia", demonyms=("Arcadian",), capitals=("Tegea",))},
)


def claims(text: str) -> list[RoleClaim]:
    document = Document("a.txt", text, text)
    return list(Article(document, Origin("a.txt", Published(DAY, "metadata")), FACTS, BUILTIN).claims(RoleClaim))


@pytest.mark.parametrize(
    "text",
    [
        "Arcadian Foreign Minister Ada Berg left.",
        "Arcadia's foreign minister, Ada Berg, left.",
        "Ada Berg, Arcadia’s foreign minister, left.",
        "Ada Berg, the foreign minister of Arcadia, left.",
        "The foreign minister of Arcadia, Ada Berg, left.",
        "Arcadian minister of foreign affairs Ada Berg left.",
        "Ada Berg, who is Arcadia's foreign minister, left.",
        "Ada Berg is the Arcadian foreign minister.",
        "Ada Berg, 51, the Arcadian foreign minister, left.",
        "The conservative Arcadian foreign minister, Ada Berg, left.",
    ],
)
def test_one_office_in_many_wordings(text: str) -> None:
    (claim,) = claims(text)
    assert (claim.person_id, claim.role_id, claim.organisation_id, claim.former, claim.as_of) == (
        "ada-berg",
        "foreign-minister",
        "arcadia",
        False,
        DAY,
    )


@pytest.mark.parametrize(
    ("text", "former", "modifiers"),
    [
        ("Former Arcadian Foreign Minister Ada Berg left.", True, ("former",)),
        ("Arcadia's ex-president, Ada Berg, left.", True, ("ex",)),
        ("Then-President Ada Berg of Arcadia left.", False, ("then",)),
        ("Arcadia's acting foreign minister, Ada Berg, left.", False, ("acting",)),
        ("Arcadian President-elect Ada Berg left.", False, ("elect",)),
        ("The late Arcadian president Ada Berg loved it.", False, ("late",)),
    ],
)
def test_what_qualifies_a_title(text: str, former: bool, modifiers: tuple[str, ...]) -> None:
    (claim,) = claims(text)
    assert (claim.former, claim.modifiers) == (former, modifiers)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg, who was Arcadian foreign minister, left.",
        "In 2019 the Arcadian foreign minister, Ada Berg, left.",
        "Two years ago the Arcadian foreign minister, Ada Berg, left.",
        "Ada Berg became Arcadian foreign minister.",
        "The then Arcadian foreign minister, Ada Berg, left.",
    ],
)
def test_another_time_than_the_documents_own(text: str) -> None:
    assert [claim.as_of for claim in claims(text)] == [None]


def test_a_deputy_is_no_minister() -> None:
    (claim,) = claims("Arcadian Deputy Foreign Minister Ada Berg left.")
    assert claim.role_id == "deputy-foreign-minister"


def test_a_body_within_the_country_is_not_the_country() -> None:
    (claim,) = claims("The president of the Arcadian Rowing Federation, Ada Berg, left.")
    assert claim.organisation_id is None


def test_a_surname_under_its_title_is_somebody_of_the_record() -> None:
    (claim,) = claims("Arcadian Foreign Minister Berg left.")
    assert (claim.person_id, claim.person) == ("ada-berg", "Ada Berg")


def test_people_nobody_knows_have_titles_too() -> None:
    (claim,) = claims("Oda Ferring, chief executive of the Tegea Brick Company, left.")
    assert (claim.person, claim.person_id, claim.role, claim.organisation) == (
        "Oda Ferring", None, "chief executive", "Tegea Brick Company",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["Mr Berg left.", "Gen. Berg left.", "Her uncle Otto Berg left.", "Ada Berg and the Arcadian president spoke."])
def test_no_title_of_an_office(text: str) -> None:
    assert claims(text) == []
