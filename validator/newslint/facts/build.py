"""Plain records -> `Facts`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ..claim import Interval
from .facts import Facts
from .lazy import Lazy
from .model import Country, Event, Membership, Office, Organisation, Person, Role, Start, Tables, Tenure

Record = dict[str, Any]


def build(sections: Mapping[str, Mapping[Any, Any]], digest: str, preferred: Mapping[str, str], tables: Tables | None = None) -> Facts:
    """`Facts` from the plain records of each section, as `records.read_pack` gives them, or from their JSON text.

    `preferred`: any spelling of a name -> the one to use; `tables`: what the indexes are made of, if it was worked out before.
    """
    offices = Lazy({(role, of): record for key, record in sections["offices"].items() for role, of in [key.split(" ")]}, _built_office)

    def person(key: str, record: Record) -> Person:
        tenures = tuple(_built_tenure(t, offices) for t in record["tenures"])
        return Person(
            key, record["name"], tuple(record["aliases"]), tenures, _span(record.get("born")), record.get("sex"), record["pack"], record["place"]
        )

    return Facts(
        people=Lazy(sections["people"], person),
        roles=Lazy(sections["roles"], _built_role),
        events=Lazy(sections["events"], _built_event),
        countries=Lazy(sections["countries"], _built_country),
        organisations=Lazy(sections["organisations"], _built_organisation),
        offices=offices,
        preferred=preferred,
        digest=digest,
        tables=tables or {},
    )


def _built_office(key: tuple[str, str], record: Record) -> Office:
    return Office(_day(record.get("reviewed")), record.get("many"))


def _built_tenure(record: Record, offices: Mapping[tuple[str, str], Office]) -> Tenure:
    office = offices.get((record["role"], record["of"]))
    reviewed = office.reviewed if office is not None and office.reviewed is not None else date.fromisoformat(record["reviewed"])
    start = _span(record["from"])
    assert start is not None
    return Tenure(
        role=record["role"],
        of=record["of"],
        start=start,
        end=_span(record.get("to")),
        source=record["source"],
        reviewed=reviewed,
        verified=record.get("verified", False),
        tolerance=record.get("tolerance", 3),
        acting=record.get("acting", False),
        title=record.get("title"),
    )


def _built_country(key: str, record: Record) -> Country:
    values: Record = {k: tuple(v) if isinstance(v, list) else v for k, v in record.items()}
    return Country(key, **values)


def _built_role(key: str, record: Record) -> Role:
    return Role(
        key,
        tuple(record["titles"]),
        {of: tuple(titles) for of, titles in record["local"].items()},
        frozenset(record["local_only"]),
        record["one"],
        frozenset(record["excludes"]),
        record["deputy_of"],
        record["rank"],
    )


def _built_event(key: str, record: Record) -> Event:
    values: Record = {k: tuple(v) if k in ("aliases", "parties") else v for k, v in record.items() if k not in ("starts", "ends")}
    return Event(key, starts=_starts(record["starts"]), ends=_starts(record["ends"]), **values)


def _starts(records: Iterable[Record]) -> tuple[Start, ...]:
    return tuple(Start(Interval(*map(date.fromisoformat, r["day"])), tuple(r["cues"])) for r in records)


def _built_organisation(key: str, record: Record) -> Organisation:
    members = tuple(Membership(m["of"], _span(m.get("from")), _span(m.get("to"))) for m in record["members"])
    return Organisation(key, record["name"], tuple(record["aliases"]), record["kind"], members, record["source"])


def _span(days: Sequence[str] | None) -> Interval | None:
    return Interval(date.fromisoformat(days[0]), date.fromisoformat(days[1])) if days else None


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
