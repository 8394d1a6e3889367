"""What is wrong with packs: offices held by two at a time, ids that name nothing, gaps, packs that were not reviewed for long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from ..errors import Problem
from ..strictyaml import did_you_mean
from .facts import Facts
from .load import load_facts
from .model import Person, Tenure

#: days without a holder, between two that are known, that are worth a look
GAP = 60
#: days that the newest review may be ahead of a pack's own before that pack is called stale
STALE = 366


@dataclass(frozen=True, slots=True)
class Verdict:
    """`faults` make a pack wrong; `notes` are what a reviewer may want to fill or confirm."""

    faults: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def check(paths: Sequence[Path]) -> Verdict:
    """Reads packs as a run would, and says what is wrong with each file and with what they say together."""
    facts, problems = load_facts(paths, {}, cache=False)
    return Verdict((*problems, *contradictions(facts)), (*_gaps(facts), *_stale(facts)))


def contradictions(facts: Facts) -> Iterator[Problem]:
    """What packs in force say wrong together: ids that name nothing, offices of one holder with two."""
    yield from _unknown(facts)
    yield from _overlaps(facts)


def _unknown(facts: Facts) -> Iterator[Problem]:
    places = {*facts.countries, *facts.organisations}
    for person in facts.people.values():
        for tenure in person.tenures:
            if tenure.role not in facts.roles:
                yield _at(person, f"there is no role {tenure.role!r}", did_you_mean(tenure.role, facts.roles))
            if tenure.of not in places:
                yield _at(person, f"there is no country or organisation {tenure.of!r}", did_you_mean(tenure.of, places))
    for role in facts.roles.values():
        for other in (*role.excludes, *((role.deputy_of,) if role.deputy_of else ())):
            if other not in facts.roles:
                yield Problem(f"the role {role.id!r} names a role that there is not: {other!r}", hint=did_you_mean(other, facts.roles))
        for of in (*role.local, *role.local_only):
            if of not in places:
                yield Problem(f"the role {role.id!r} names no country or organisation: {of!r}", hint=did_you_mean(of, places))
    for event in facts.events.values():
        for party in event.parties:
            if party not in places:
                yield Problem(f"the event {event.id!r} names no country or organisation: {party!r}", hint=did_you_mean(party, places))
        if event.ends and max(e.day.latest for e in event.ends) < min(s.day.earliest for s in event.starts):
            yield Problem(f"the event {event.id!r} ends before it starts")
    for body in facts.organisations.values():
        for member in body.members:
            if member.of not in places:
                yield Problem(f"{body.id!r} has a member that there is not: {member.of!r}", hint=did_you_mean(member.of, places))


def _overlaps(facts: Facts) -> Iterator[Problem]:
    """An office of one holder, held by two people on one day whatever the tolerance; acting holders stand in for others."""
    for (role, of), held in facts.holders.items():
        if not facts.one_holder(role, of):
            continue
        regular = [(person, tenure) for person, tenure in held if not tenure.acting]
        for k, (person, tenure) in enumerate(regular):
            for other, later in regular[k + 1 :]:
                days = _common_days(tenure, later)
                if days > 0 and (other.id != person.id or later.start == tenure.start):
                    yield _at(other, f"{role} of {of}: {person.name} and {other.name} both hold it, from {later.start.latest}, for {days} days")


def _common_days(one: Tenure, other: Tenure) -> int:
    """Days that two tenures surely have in common, the tolerance of both taken off."""
    begins = max(one.start.latest, other.start.latest)
    ends = min(_surely_until(one), _surely_until(other))
    return (ends - begins).days - one.tolerance - other.tolerance


def _surely_until(tenure: Tenure) -> date:
    return tenure.end.earliest if tenure.end else tenure.reviewed


def _gaps(facts: Facts) -> Iterator[Problem]:
    for (role, of), held in facts.holders.items():
        if not facts.one_holder(role, of):
            continue
        until = date.min
        for k, (person, tenure) in enumerate(held):
            if k and (tenure.start.earliest - until).days > GAP + tenure.tolerance:
                yield _at(person, f"{role} of {of}: nobody from {until} to {tenure.start.earliest}")
            until = max(until, tenure.end.latest if tenure.end else max(tenure.reviewed, tenure.start.latest))


def _stale(facts: Facts) -> Iterator[Problem]:
    reviewed: dict[str, tuple[date, Person]] = {}
    for person in facts.people.values():
        for tenure in person.tenures:
            path = person.place.partition(":")[0]
            if tenure.end is None and (path not in reviewed or tenure.reviewed < reviewed[path][0]):
                reviewed[path] = (tenure.reviewed, person)
    newest = max((day for day, _ in reviewed.values()), default=date.min)
    for day, person in reviewed.values():
        if newest - day > timedelta(STALE):
            yield _at(person, f"reviewed until {day} only, another pack until {newest}")


def _at(person: Person, message: str, hint: str | None = None) -> Problem:
    path, _, line = person.place.partition(":")
    return Problem(f"{person.id}: {message}", path=path or None, line=int(line) if line else None, hint=hint)
