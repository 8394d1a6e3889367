"""What the indexes of `Facts` are made of: tables of what JSON can hold, worked out when packs are compiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .event_names import event_names
from .model import Packs, Tables
from .names import patterns
from .names import surnames as surnames_of
from .phrases import by_first_word
from .titles import titles


def surnames(packs: Packs) -> dict[str, list[str]]:
    """Folded surnames -> the ids of all who bear them."""
    found: dict[str, dict[str, None]] = {}
    for person in packs.people.values():
        for name in (person.name, *person.aliases):
            for surname in surnames_of(name):
                found.setdefault(surname, {})[person.id] = None
    return {surname: list(people) for surname, people in found.items()}


def holders(packs: Packs) -> dict[str, list[tuple[str, int]]]:
    """Role and country or body, with a space between -> who held that office, and as which of their tenures, in order of their starts."""
    found: dict[str, list[tuple[str, int]]] = {}
    for person in packs.people.values():
        for k, tenure in enumerate(person.tenures):
            found.setdefault(f"{tenure.role} {tenure.of}", []).append((person.id, k))

    def start(held: tuple[str, int]) -> tuple[Any, ...]:
        return (packs.people[held[0]].tenures[held[1]].start.earliest, held[0])

    return {office: sorted(held, key=start) for office, held in found.items()}


def country_names(packs: Packs) -> dict[str, list[str]]:
    """Names and aliases of countries and territories, as written -> the ids of all that bear them."""
    found: dict[str, list[str]] = {}
    for country in packs.countries.values():
        for name in (*country.aliases, country.name):
            found.setdefault(name, []).append(country.id)
    return found


def joined_names(packs: Packs) -> dict[str, None]:
    """The names of bodies that have an "and" of their own."""
    return dict.fromkeys(name for o in packs.organisations.values() for name in (o.name, *o.aliases) if " and " in name)


TABLES: Mapping[str, Callable[[Packs], Mapping[str, Any]]] = {
    "names": lambda packs: by_first_word(patterns(packs)),
    "event_names": lambda packs: by_first_word(event_names(packs)),
    "titles": titles,
    "surnames": surnames,
    "holders": holders,
    "country_names": country_names,
    "joined_names": joined_names,
}


def tables(packs: Packs) -> Tables:
    """All of them, by the names under which `Facts` asks for them."""
    return {name: make(packs) for name, make in TABLES.items()}
