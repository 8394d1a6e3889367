"""The built-in packs: nothing in them is wrong by what they say themselves, and copy about their people is read as they have it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from newslint import Facts
from newslint.article import Article
from newslint.claim import Interval, Origin, RoleClaim
from newslint.document import Document, Published
from newslint.engine.job import Workshop
from newslint.engine.lint import lint_document
from newslint.extract import BUILTIN
from newslint.facts.check import check
from newslint.facts.model import Person, Tenure

#: every how many tenures of the packs one is tried
STRIDE = 29
NATIONAL = ("head-of-state", "head-of-government", "minister")
OFFICES = ("prime-minister", "foreign-minister", "finance-minister")


def test_the_built_in_packs_have_no_faults(workshop: Workshop) -> None:
    faults = check(workshop.plugins.facts).faults
    assert not faults, "\n".join(map(str, faults))


def _middle(tenure: Tenure) -> date:
    first = tenure.start.latest
    last = tenure.end.earliest if tenure.end else max(tenure.reviewed, first)
    return first + (last - first) / 2


def _titles(facts: Facts, role: str, of: str) -> tuple[str, ...]:
    known = facts.roles[role]
    return (*known.local.get(of, ()), *(known.titles if of not in known.local_only else ()))


def _sentence(facts: Facts, title: str, of: str, name: str) -> str:
    """ "Arcadian Foreign Minister Ada Berg said…"; a title of the record that begins with a name stands alone (Fed chair)."""
    place = facts.countries.get(of)
    whose = place.demonyms[0] if place and place.demonyms else (place or facts.organisations[of]).name
    shown = " ".join(w if w in ("of", "the", "and", "for", "to") else w[:1].upper() + w[1:] for w in title.split())
    return f"{'' if title[0].isupper() else whose + ' '}{shown} {name} said on Tuesday that talks would go on."


def _article(facts: Facts, text: str, day: date) -> Article:
    return Article(Document("a.txt", text, text), Origin("a.txt", Published(day, "metadata"), "a"), facts, BUILTIN)


def _sample(facts: Facts) -> Iterator[tuple[Person, Tenure]]:
    everything = [(person, tenure) for person in facts.people.values() for tenure in person.tenures]
    yield from everything[::STRIDE]


@pytest.fixture(scope="module")
def read(facts: Facts) -> list[tuple[Article, Person, Tenure]]:
    """One line of copy for each tenure of the sample, of a day in the middle of it."""
    return [
        (
            _article(facts, _sentence(facts, tenure.title.lower() if tenure.title else titles[0], tenure.of, person.name), _middle(tenure)),
            person,
            tenure,
        )
        for person, tenure in _sample(facts)
        if (titles := _titles(facts, tenure.role, tenure.of))
    ]


def test_people_in_their_own_offices_are_never_accused(workshop: Workshop, read: list[tuple[Article, Person, Tenure]]) -> None:
    rules = [rule for rule in workshop.rules if rule.family in ("role", "name")]
    accused = [finding.message for article, _, _ in read for finding in lint_document(article, rules).findings]
    assert not accused, "\n".join(accused)


def test_titles_are_read_as_the_offices_of_the_record(read: list[tuple[Article, Person, Tenure]]) -> None:
    missed = [
        article.text
        for article, person, tenure in read
        if (person.id, tenure.role, tenure.of) not in {(c.person_id, c.role_id, c.organisation_id) for c in article.claims(RoleClaim)}
    ]
    # kings, whose title is a part of the name, and titles with commas are not read
    assert len(missed) <= len(read) * 0.03, "\n".join(missed)


def test_names_with_initials_are_found_without_their_full_stops(facts: Facts) -> None:
    found = [hit.names[0].id for hit in facts.names.find("George W Bush and George W. Bush met.")]
    assert found == ["george-w-bush", "george-w-bush"]


@pytest.mark.parametrize(
    ("office", "person"), [("Australian Defence Minister", "david-johnston-australia"), ("Canadian Governor General", "david-johnston")]
)
def test_of_two_people_of_one_name_the_office_tells_which(facts: Facts, office: str, person: str) -> None:
    (claim,) = _article(facts, f"{office} David Johnston said on Tuesday that talks would go on.", date(2014, 3, 3)).claims(RoleClaim)
    assert claim.person_id == person


def test_another_office_of_the_same_country_is_an_error(workshop: Workshop, facts: Facts) -> None:
    rules = [rule for rule in workshop.rules if rule.id == "role/holder"]
    tried, silent = 0, []
    for person, tenure in _sample(facts):
        day = _middle(tenure)
        held = {t.role for t in person.tenures}
        office = next((r for r in OFFICES if r not in held and (r, tenure.of) in facts.holders), None)
        if facts.roles[tenure.role].rank not in NATIONAL or not tenure.verified or office is None or not tenure.certain(Interval(day, day)):
            continue
        tried += 1
        article = _article(facts, _sentence(facts, _titles(facts, office, tenure.of)[0], tenure.of, person.name), day)
        if not lint_document(article, rules).findings:
            silent.append(article.text)
    assert tried > 50
    # silent where the record does not know the holder of that day
    assert len(silent) <= tried * 0.1, "\n".join(silent)
