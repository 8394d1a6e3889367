"""The record: the packs in force, and what is looked up in them. Built once a run and shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .lazy import Lazy
from .model import Packs, Person, Tenure

if TYPE_CHECKING:
    from .event_names import EventIndex
    from .names import NameIndex
    from .titles import TitleIndex


@dataclass(frozen=True, eq=False, repr=False)
class Facts(Packs):
    """The packs in force, with their indexes, which are built when first asked for."""

    def _table(self, name: str) -> Mapping[str, Any]:
        if name in self.tables:
            return self.tables[name]
        from .tables import TABLES

        return TABLES[name](self)

    @cached_property
    def names(self) -> NameIndex:
        """Where names of the record stand in a text."""
        from .names import NameIndex

        return NameIndex(self._table("names"))

    @cached_property
    def titles(self) -> TitleIndex:
        """What offices are called."""
        from .titles import TitleIndex

        return TitleIndex(self._table("titles"), self.roles)

    @cached_property
    def country_names(self) -> Mapping[str, str]:
        """Names and aliases of countries and territories, as written -> their ids."""
        return Lazy(self._table("country_names"), lambda _, bearers: bearers[-1])

    @cached_property
    def by_surname(self) -> Mapping[str, tuple[Person, ...]]:
        """Folded surnames, the last word of a name or alias and the first of East Asian ones -> all who bear them."""
        return Lazy(self._table("surnames"), lambda _, ids: tuple(self.people[person] for person in ids))

    @cached_property
    def holders(self) -> Mapping[tuple[str, str], tuple[tuple[Person, Tenure], ...]]:
        """(role, of) -> all who held that office, in order of their starts."""
        held = {(role, of): record for office, record in self._table("holders").items() for role, of in [office.split(" ")]}
        return Lazy(held, lambda _, tenures: tuple((self.people[person], self.people[person].tenures[k]) for person, k in tenures))

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The names of all countries, and of bodies whose name has an "and" of its own, as they are written."""
        return frozenset((*self._table("country_names"), *self._table("joined_names")))

    def one_holder(self, role: str, of: str) -> bool:
        """Whether the office has one holder at a time."""
        office = self.offices.get((role, of))
        if office is not None and office.many is not None:
            return not office.many
        return role in self.roles and self.roles[role].one_holder

    @cached_property
    def event_names(self) -> EventIndex:
        """Where events of the record stand in a text."""
        from .event_names import EventIndex

        return EventIndex(self._table("event_names"))

    def __getstate__(self) -> dict[str, object]:
        """Without the indexes: they are cheaper to build than to send."""
        return {f.name: self.__dict__[f.name] for f in fields(self)}
