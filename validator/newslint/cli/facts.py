"""`newslint facts`: the record that rules check against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..claim import Interval
from ..engine.job import open_workshop
from ..errors import UserError
from ..facts import wording
from ..facts.check import check as check_packs
from ..facts.facts import Facts
from ..facts.model import Country, Event, Organisation, Person, Start
from ..facts.names import folded_name
from ..report.summary import counted
from ..strictyaml import did_you_mean
from .project import Project, told


def check(*, packs: list[Path], project: Project, notes: bool = False) -> int:
    """Prints what is wrong with the packs in force, or with those named; exits with 1 if something is."""
    code = 0
    if packs:
        paths = packs
    else:
        found = project.config_for(Path.cwd())
        workshop = open_workshop(project.job(found), rules=False)
        paths = [*workshop.plugins.facts, *found.facts]
        code = told(workshop.plugins.problems)
    verdict = check_packs(paths)
    for fault in (*verdict.faults, *(verdict.notes if notes else ())):
        print(fault)
    faults = counted(len(verdict.faults), "fault") if verdict.faults else "no faults"
    rest = f", {counted(len(verdict.notes), 'note')}" + ("" if notes else " (--notes lists them)") if verdict.notes else ""
    print(f"{counted(len(paths), 'pack')}: {faults}{rest}")
    return code or int(bool(verdict.faults))


# -- show


def show(*, name: str, project: Project) -> int:
    """Prints what the record says of a person or an event, with sources and review dates."""
    facts = open_workshop(project.job(project.config_for(Path.cwd())), rules=False).facts
    found, events = list(people(name, facts)), list(_events(name, facts))
    if not found and not events:
        names = {p.name for p in facts.people.values()} | {e.name for e in facts.events.values()} | set(facts.people) | set(facts.events)
        raise UserError(f"the record has no person and no event {name!r}", hint=did_you_mean(name, names))
    pages = [_person_page(p, facts) for p in found] + [_event_page(e, facts) for e in events]
    print("\n\n".join(pages))
    return 0


def people(name: str, facts: Facts) -> Iterator[Person]:
    """People by id, by any full name or alias; else all who bear it as a surname."""
    if name in facts.people:
        yield facts.people[name]
        return
    wanted = folded_name(name)
    bearers = facts.by_surname.get(wanted, ()) or facts.by_surname.get(wanted.rpartition(" ")[2], ())
    full = [p for p in bearers if wanted in map(folded_name, (p.name, *p.aliases))]
    yield from full or facts.by_surname.get(wanted, ())


def _events(name: str, facts: Facts) -> Iterator[Event]:
    wanted = folded_name(name)
    for event in facts.events.values():
        if event.id == name or wanted in map(folded_name, (event.name, *event.aliases)):
            yield event


def _person_page(person: Person, facts: Facts) -> str:
    lines = [f"{person.name} ({person.fact})"]
    if person.aliases:
        lines.append(f"  also: {', '.join(person.aliases)}")
    if person.born:
        lines.append(f"  born: {wording.day(person.born)}")
    lines.append(f"  entry: {person.place}")
    for tenure in person.tenures:
        until = "" if tenure.end else f", checked until {wording.day(Interval(tenure.reviewed, tenure.reviewed))}"
        acting = ", acting" if tenure.acting else ""
        lines.append(f"  {wording.office(tenure, facts)}{acting} {wording.term(tenure)} (give or take {tenure.tolerance} days){until}")
        lines.append(f"    office: {tenure.role} of {tenure.of}")
        lines.append(f"    {_source(tenure.source, tenure.verified)}")
    return "\n".join(lines)


def _event_page(event: Event, facts: Facts) -> str:
    lines = [f"{event.name} ({event.pack}/{event.id}), {event.kind}"]
    if event.aliases:
        lines.append(f"  also: {', '.join(event.aliases)}")
    if event.ends == event.starts:
        lines.append(f"  on: {_starts(event.starts)}")
    else:
        lines.append(f"  began: {_starts(event.starts)}")
        lines.append(f"  ended: {_starts(event.ends) if event.ends else 'not on record'}")
    if event.parties:
        places: dict[str, Country | Organisation] = {**facts.countries, **facts.organisations}
        lines.append(f"  parties: {', '.join(places[p].name if p in places else p for p in event.parties)}")
    if event.tolerance:
        lines.append(f"  give or take {event.tolerance} days")
    lines.append(f"  {_source(event.source, event.verified)}")
    return "\n".join(lines)


def _starts(starts: Sequence[Start]) -> str:
    return "; ".join(wording.day(s.day) + (f" (where the text has: {', '.join(s.cues)})" if s.cues else "") for s in starts)


def _source(source: str, verified: bool) -> str:
    return f"source: {source} ({'opened for this entry' if verified else 'not opened for this entry: supports an info only'})"
