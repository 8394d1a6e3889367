"""YAML -> plain records, strictly: what a fact pack may say, and where it is wrong."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from ..strictyaml import Node

SCHEMA = "newslint-facts/1"
SECTIONS = ("people", "roles", "events", "countries", "organisations", "offices")

Record = dict[str, Any]


def read_pack(root: Node, name: str) -> Iterator[tuple[str, str, Record, Node]]:
    """(section, id, plain record, where it stands) of all that one file says. `name` is the file's, within its pack."""
    fields = root.fields({"schema", "reviewed", "source", *SECTIONS}, {"schema"})
    if fields["schema"].text() != SCHEMA:
        fields["schema"].fail(f"this reads {SCHEMA}, not {fields['schema'].text()!r}")
    default = {
        "pack": name.split("/")[0].removesuffix(".yaml"),
        "reviewed": fields["reviewed"].day().isoformat() if "reviewed" in fields else None,
        "source": fields["source"].text() if "source" in fields else "",
    }
    if "people" in fields and not default["reviewed"]:
        root.fail("a pack of people needs 'reviewed': the day until which its offices were checked")
    for node in fields["offices"].items() if "offices" in fields else ():
        office = node.fields({"role", "of", "reviewed", "holders"}, {"role", "of"})
        record: Record = {}
        if "reviewed" in office:
            record["reviewed"] = office["reviewed"].day().isoformat()
        if "holders" in office:
            record["many"] = office["holders"].choice("one", "many") == "many"
        yield "offices", f"{office['role'].text()} {office['of'].text()}", record, node
    readers: dict[str, Callable[[Node], Record]] = {
        "people": _person, "roles": _role, "events": _event, "countries": _country, "organisations": _organisation,
    }  # fmt: skip
    for section, reader in readers.items():
        for key, node in fields[section].mapping().items() if section in fields else ():
            record = reader(node)
            if section in ("people", "events"):
                record["pack"] = default["pack"]
            if section == "people":
                record["place"] = f"{name}:{node.line}"
                for tenure in record["tenures"]:
                    tenure["reviewed"] = default["reviewed"]
            elif section in ("events", "countries", "organisations"):
                record["source"] = record.get("source") or default["source"]
                if not record["source"]:
                    node.fail(f"{key!r} has no source")
            yield section, key, record, node


def _person(node: Node) -> Record:
    fields = node.fields({"name", "aliases", "born", "sex", "tenures"}, {"name"})
    record: Record = {"name": _name(fields["name"]), "aliases": _texts(fields, "aliases")}
    if "born" in fields:
        record["born"] = _interval(fields["born"])
    if "sex" in fields:
        record["sex"] = fields["sex"].choice("m", "f")
    record["tenures"] = [_tenure(item) for item in fields["tenures"].items()] if "tenures" in fields else []
    return record


def _tenure(node: Node) -> Record:
    fields = node.fields({"role", "of", "from", "to", "tolerance", "acting", "title", "source", "verified"}, {"role", "of", "from", "source"})
    start = _interval(fields["from"])
    record: Record = {"role": fields["role"].text(), "of": fields["of"].text(), "from": start, "source": fields["source"].text()}
    if "to" in fields:
        record["to"] = _interval(fields["to"])
        if record["to"][1] < start[0]:
            fields["to"].fail(f"the tenure ends ({fields['to'].value}) before it starts ({fields['from'].value})")
    if "tolerance" in fields:
        record["tolerance"] = fields["tolerance"].integer()
    for key in ("acting", "verified"):
        if key in fields:
            record[key] = fields[key].boolean()
    if "title" in fields:
        record["title"] = fields["title"].text()
    return record


def _role(node: Node) -> Record:
    fields = node.fields({"titles", "local", "local_only", "holders", "excludes", "deputy_of", "rank"}, {"titles"})
    return {
        "titles": _texts(fields, "titles"),
        "local": {key: list(value.texts()) for key, value in fields["local"].mapping().items()} if "local" in fields else {},
        "local_only": _texts(fields, "local_only"),
        "one": fields["holders"].choice("one", "many") == "one" if "holders" in fields else True,
        "excludes": _texts(fields, "excludes"),
        "deputy_of": fields["deputy_of"].text() if "deputy_of" in fields else None,
        "rank": fields["rank"].text() if "rank" in fields else None,
    }


def _event(node: Node) -> Record:
    known = {"name", "kind", "starts", "ends", "date", "dates", "lasting", "aliases", "parties", "place", "tolerance", "source", "verified"}
    fields = node.fields(known, {"name", "kind"})
    begun = [key for key in ("date", "dates", "starts") if key in fields]
    if len(begun) != 1:
        node.fail("an event has either a 'date' or 'dates', any of which is right, or 'starts'")
    starts = [_start(fields["date"])] if begun == ["date"] else [_start(item) for item in fields[begun[0]].items()]
    return {
        "name": fields["name"].text(),
        "kind": fields["kind"].text(),
        "starts": starts,
        "ends": [_start(item) for item in fields["ends"].items()] if "ends" in fields else [] if "starts" in fields else starts,
        "lasting": fields["lasting"].boolean() if "lasting" in fields else False,
        "aliases": _texts(fields, "aliases"),
        "parties": _texts(fields, "parties"),
        "place": fields["place"].text() if "place" in fields else None,
        "tolerance": fields["tolerance"].integer() if "tolerance" in fields else 0,
        "source": fields["source"].text() if "source" in fields else "",
        "verified": fields["verified"].boolean() if "verified" in fields else False,
    }


def _start(node: Node) -> Record:
    if not isinstance(node.value, Mapping):
        return {"day": _interval(node), "cues": []}
    fields = node.fields({"date", "cues"}, {"date"})
    return {"day": _interval(fields["date"]), "cues": _texts(fields, "cues")}


def _country(node: Node) -> Record:
    known = {"name", "iso", "kind", "aliases", "demonyms", "capital", "capitals", "capital_aliases", "languages", "groups", "seats", "source"}
    fields = node.fields(known, {"name"})
    return {
        "name": _name(fields["name"]),
        "iso": fields["iso"].text() if "iso" in fields else None,
        "kind": fields["kind"].text() if "kind" in fields else "country",
        "capitals": [*_texts(fields, "capital"), *_texts(fields, "capitals"), *_texts(fields, "capital_aliases")],
        "source": fields["source"].text() if "source" in fields else "",
        **{key: _texts(fields, key) for key in ("aliases", "demonyms", "languages", "groups", "seats")},
    }


def _organisation(node: Node) -> Record:
    fields = node.fields({"name", "aliases", "kind", "members", "source"}, {"name"})
    return {
        "name": _name(fields["name"]),
        "aliases": _texts(fields, "aliases"),
        "kind": fields["kind"].text() if "kind" in fields else None,
        "members": [_member(item) for item in fields["members"].items()] if "members" in fields else [],
        "source": fields["source"].text() if "source" in fields else "",
    }


def _member(node: Node) -> Record:
    if isinstance(node.value, str):
        return {"of": node.value}
    fields = node.fields({"of", "from", "to"}, {"of"})
    return {"of": fields["of"].text(), **{key: _interval(fields[key]) for key in ("from", "to") if key in fields}}


def _name(node: Node) -> str:
    name = node.text()
    if not name.strip():
        node.fail("expected a name, found nothing")
    return name


def _texts(fields: Mapping[str, Node], key: str) -> list[str]:
    return list(fields[key].texts()) if key in fields else []


def _interval(node: Node) -> list[str]:
    try:
        return [day.isoformat() for day in days(str(node.value))]
    except ValueError:
        node.fail(f"expected a date as YYYY-MM-DD, YYYY-MM or YYYY, found {node.value!r}")


def days(text: str) -> tuple[date, date]:
    """Of a date known to the day, the month or the year: the first and the last day that it may be. Raises ValueError."""
    year, *rest = (int(part) for part in text.split("-"))
    if len(rest) > 2:
        raise ValueError(text)
    last_month = rest[0] if rest else 12
    if not 1 <= last_month <= 12:
        raise ValueError(text)
    last_day = rest[1] if len(rest) == 2 else calendar.monthrange(year, last_month)[1]
    return date(year, rest[0] if rest else 1, rest[1] if len(rest) == 2 else 1), date(year, last_month, last_day)
