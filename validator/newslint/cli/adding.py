"""`newslint facts add`: a tenure for the newsroom's own pack, given on the command line or asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from ..claim import Interval
from ..engine.job import open_workshop
from ..errors import UserError
from ..facts import edit, wording
from ..facts.check import contradictions
from ..facts.facts import Facts
from ..facts.model import Country, Organisation, Person, Tenure
from ..facts.names import folded_name
from ..facts.records import days
from ..strictyaml import did_you_mean, load
from .facts import people
from .project import Project

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """A tenure and its holder as given on the command line; what is None is asked for, if it is needed."""

    pack: Path | None = None
    name: str | None = None
    aliases: tuple[str, ...] = ()
    born: str | None = None
    sex: str | None = None
    role: str | None = None
    of: str | None = None
    start: str | None = None
    end: str | None = None
    title: str | None = None
    tolerance: int | None = None
    acting: bool = False
    source: str | None = None
    verified: bool = False
    reviewed: str | None = None


def add(*, given: Given, project: Project) -> int:
    """Writes a tenure into the newsroom's own pack, with what the record already says of the person; nothing that the loader would refuse."""
    config = project.config_for(Path.cwd())
    facts = open_workshop(project.job(config), rules=False).facts
    pack = given.pack or (config.facts[0] if config.facts else None)
    if pack is None or pack.is_dir():
        raise UserError("which pack? give its file with --pack", hint="name it under facts: in newslint.yaml, too, so that it is in force")
    old = pack.read_text("utf-8") if pack.is_file() else None
    name = given.name or _asked("name", _some)
    known = _known(name, facts)
    of = _needed("of (country or body)", given.of, lambda text: _place(text, facts))
    role = _needed("role (an office's id or title)", given.role, lambda text: _role(text, of, facts))
    start = _needed("from (YYYY-MM-DD, YYYY-MM or YYYY)", given.start, _interval)
    end = _interval(given.end) if given.end else _asked("to (nothing: still in office)", _interval, optional=True) if given.start is None else None
    source = _needed("source (the address of a page that states it)", given.source, _some)
    checked = given.reviewed
    if checked is None and old is None:
        checked = _asked("reviewed (until when the office was checked, YYYY-MM-DD)", lambda text: _day(text).isoformat())
    reviewed = _day(checked) if checked else _reviewed(role, of, old or "", facts)
    tenure = Tenure(
        role, of, start, end, source, reviewed, given.verified, 3 if given.tolerance is None else given.tolerance, given.acting, given.title
    )
    if end is not None and end.latest < start.earliest:
        raise UserError(f"the tenure ends ({wording.day(end)}) before it starts ({wording.day(start)})")
    person = _with_tenure(known or Person("-".join(folded_name(name).split()), name), tenure, given)
    text = edit.new_pack(reviewed) if old is None else old
    if checked and old is not None:
        text = edit.with_review(text, pack.as_posix(), role, of, reviewed)
    text = edit.proved(edit.with_person(text, pack.as_posix(), person), pack.as_posix())
    _refuse_contradictions(person, facts)
    _write(pack, text)
    print(f"{pack.as_posix()}: {person.name}, {wording.office(tenure, facts)} {wording.term(tenure)}")
    if not any(pack.resolve().is_relative_to(path.resolve()) for path in config.facts):
        print(f"{pack.as_posix()} is not in force yet: name it under facts: in newslint.yaml")
    return 0


def _known(name: str, facts: Facts) -> Person | None:
    """The person on record of that id or full name. Raises UserError where several bear it."""
    bearers = list(people(name, facts)) if name in facts.people or " " in name else []
    if len(bearers) > 1:
        raise UserError(f"several people on record are called {name!r}", hint=f"give an id: {', '.join(p.id for p in bearers)}")
    return bearers[0] if bearers else None


def _reviewed(role: str, of: str, pack: str, facts: Facts) -> date:
    """Until when an office counts as checked: its own review date, else the pack's."""
    office = facts.offices.get((role, of))
    if office is not None and office.reviewed is not None:
        return office.reviewed
    fields = load(pack, "").mapping()
    return fields["reviewed"].day() if "reviewed" in fields else date.min


def _with_tenure(person: Person, tenure: Tenure, given: Given) -> Person:
    """The person with that tenure, in place of one of the same office and the same start."""
    others = [t for t in person.tenures if (t.role, t.of, t.start) != (tenure.role, tenure.of, tenure.start)]
    return replace(
        person,
        aliases=tuple(dict.fromkeys([*person.aliases, *given.aliases])),
        born=_interval(given.born) if given.born else person.born,
        sex=given.sex or person.sex,
        tenures=tuple(sorted([*others, tenure], key=lambda t: t.start.earliest)),
    )


def _refuse_contradictions(person: Person, facts: Facts) -> None:
    """Raises UserError for what the record, with this person in it, would say wrong."""
    before = {str(fault) for fault in contradictions(facts)}
    after = replace(facts, people={**facts.people, person.id: person}, tables={})
    for fault in contradictions(after):
        if str(fault) not in before:
            raise UserError(fault.message, hint=fault.hint or "nothing was written; if the other has left the office, add that first, with --to")


def _write(path: Path, text: str) -> None:
    """Whole or not at all. Raises UserError."""
    part = path.with_name(f"{path.name}.{os.getpid():x}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError(f"can't be written: {error.strerror}", path=path.as_posix()) from None


# -- values, given or asked for


def _needed(label: str, given: str | None, read: Callable[[str], T]) -> T:
    return read(given) if given is not None else _asked(label, read)


def _asked(label: str, read: Callable[[str], T], *, optional: bool = False) -> T:
    """Asks on standard error until the answer can be read. Raises UserError when the input ends."""
    while True:
        print(f"{label}: ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise UserError(f"{label.partition(' ')[0]} is missing", hint=f"give it with --{label.partition(' ')[0]}")
        if optional and not line.strip():
            return None  # type: ignore[return-value]
        try:
            return read(line.strip())
        except UserError as error:
            print(error, file=sys.stderr)


def _some(text: str) -> str:
    if not text.strip():
        raise UserError("expected some text, found nothing")
    return text.strip()


def _interval(text: str) -> Interval:
    try:
        return Interval(*days(text))
    except ValueError:
        raise UserError(f"not a date: {text!r}", hint="write it as YYYY-MM-DD, YYYY-MM or YYYY") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(f"not a date: {text!r}", hint="write it as YYYY-MM-DD") from None


def _place(text: str, facts: Facts) -> str:
    """The id of a country or body, from its id or any of its names."""
    places: list[Country | Organisation] = [*facts.countries.values(), *facts.organisations.values()]
    names = {
        folded_name(name): place.id
        for place in places
        for name in (place.name, *place.aliases, *(place.demonyms if isinstance(place, Country) else ()))
    }
    if text in facts.countries or text in facts.organisations:
        return text
    found = names.get(folded_name(text))
    if found is None:
        raise UserError(f"there is no country or body {text!r}", hint=did_you_mean(text, {*facts.countries, *facts.organisations, *names}))
    return found


def _role(text: str, of: str, facts: Facts) -> str:
    """The id of an office, from its id or what it is called in that country or body."""
    if text in facts.roles:
        return text
    found = list(dict.fromkeys(r.role for r in facts.titles.readings(text, of)))
    held = [role for role in found if (role, of) in facts.holders] or found
    if len(held) == 1:
        return held[0]
    known: Collection[str] = held or {*facts.roles, *(title for r in facts.roles.values() for title in r.titles)}
    raise UserError(f"{text!r} may be several offices" if held else f"there is no office {text!r}", hint=did_you_mean(text, known))
