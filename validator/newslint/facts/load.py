"""Fact packs: YAML files -> `Facts`, strictly, and their compiled form.

A pack is a YAML file, or a folder of them. Packs are layers: a later one replaces what an earlier one says of the same id. Within one
layer nothing may be said twice. Reading YAML costs more than a run on a few articles, so that what was read is kept as JSON, under
the hash of the files that it was made from: beside the pack (`compile_packs` writes it), or in a cache folder.
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any, Generic, TypeVar

from ..claim import Interval
from ..errors import Problem, UserError
from ..kept import cache_folder, store, stored
from ..strictyaml import Node, load
from .model import Country, Event, Facts, Membership, Office, Organisation, Person, Role, Start, Tenure
from .names import patterns

SCHEMA = "newslint-facts/1"
#: the name of a pack's compiled form, in its folder
COMPILED = "compiled.json"
#: part of the hash: a compiled form made by another version of this module is not read
_FORMAT = b"newslint-compiled-facts/2"

Record = dict[str, Any]
Records = dict[str, dict[str, Record]]
_SECTIONS = ("people", "roles", "events", "countries", "organisations", "offices")
V = TypeVar("V")


def load_facts(paths: Sequence[Path], names: Mapping[str, tuple[str, ...]], *, cache: bool = True) -> tuple[Facts, list[Problem]]:
    """The facts of all packs, later ones layered over earlier ones, and what is wrong with them.

    `names`: the house's preferred spelling -> spellings to avoid. `cache`: whether the user's cache may be read and written; the form that
    was compiled with the pack is read in any case. A file with a mistake is left out, whole, and is a problem; the others are in force.
    """
    problems: list[Problem] = []
    files = [tuple(_files(pack)) for pack in paths]
    contents: dict[Path, bytes] = {}
    for path in (path for layer in files for path in layer):
        try:
            contents[path] = path.read_bytes()
        except OSError as error:
            problems.append(Problem(f"the fact pack can't be read: {error.strerror}", path=str(path)))
    files = [tuple(path for path in layer if path in contents) for layer in files]
    digest = _digest((_within(path, paths), contents[path]) for layer in files for path in layer)
    built = [pack / COMPILED for pack in paths if pack.is_dir() and len(paths) == 1]
    cached = [cache_folder() / f"facts-{digest}.json"] if cache else []
    compiled = _stored([*built, *cached], digest)
    if compiled is None:
        compiled, wrong = _compile(paths, files, contents, digest)
        problems += wrong
        if cache and not problems:
            store(cached[0], compiled)
    return build(compiled, {spelling: preferred for preferred, avoid in names.items() for spelling in (preferred, *avoid)}), problems


def compile_packs(pack: Path) -> Path:
    """Writes a folder's compiled form into it and returns where. Raises UserError for the first mistake."""
    files = tuple(_files(pack))
    contents = {path: path.read_bytes() for path in files}
    digest = _digest((_within(path, [pack]), contents[path]) for path in files)
    compiled, problems = _compile([pack], [files], contents, digest)
    for problem in problems:
        raise UserError(problem.message, path=problem.path, line=problem.line, column=problem.column, hint=problem.hint)
    store(pack / COMPILED, compiled)
    return pack / COMPILED


# -- files


def _files(pack: Path) -> Iterator[Path]:
    if pack.is_dir():
        yield from sorted(p for p in pack.rglob("*.yaml") if p.is_file())
    else:
        yield pack


def _within(path: Path, packs: Sequence[Path]) -> str:
    """A file's name within its pack: what evidence and messages call it."""
    for pack in packs:
        if path == pack:
            return path.name
        if path.is_relative_to(pack):
            return path.relative_to(pack).as_posix()
    raise AssertionError(path)


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    total = blake2b(_FORMAT, digest_size=16)
    for name, content in files:
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _stored(places: Iterable[Path], digest: str) -> Record | None:
    return next((compiled for place in places if (compiled := stored(place)) and compiled.get("digest") == digest), None)


def _compile(packs: Sequence[Path], files: Sequence[Sequence[Path]], contents: Mapping[Path, bytes], digest: str) -> tuple[Record, list[Problem]]:
    records: Records = {section: {} for section in _SECTIONS}
    problems: list[Problem] = []
    for layer in files:
        said: dict[tuple[str, str], str] = {}
        for path in layer:
            name = _within(path, packs)
            try:
                entries = list(read_pack(_yaml(contents[path], path), name))
                for section, key, record, node in entries:
                    before = said.get((section, key))
                    if section == "offices":  # each file may say of an office what concerns its own people
                        if records[section].get(key, {}).get("many", record.get("many")) != record.get(
                            "many", records[section].get(key, {}).get("many")
                        ):
                            node.fail(f"another file gives this office another number of holders: {key}")
                    elif before:
                        node.fail(f"{key!r} stands in {before} as well")
            except UserError as error:
                problems.append(error.problem)
                continue
            for section, key, record, _ in entries:
                said[section, key] = name
                records[section][key] = {**records[section].get(key, {}), **record} if section == "offices" else record
    facts = build({"digest": digest, **records}, {})
    sealed: Record = {section: {key: _sealed(record) for key, record in records[section].items()} for section in _SECTIONS if section != "offices"}
    named = {pattern: _sealed(bearers) for pattern, bearers in patterns(facts).items()}
    return {"digest": digest, **sealed, "offices": records["offices"], "patterns": named}, problems


def _sealed(record: object) -> str:
    """A record as JSON text inside the JSON: it is opened only when it is asked for, and few are."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _yaml(content: bytes, path: Path) -> Node:
    try:
        return load(content.decode("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise UserError(f"not UTF-8: byte 0x{content[error.start]:02x} at offset {error.start}", path=str(path)) from None


# -- YAML -> plain records


def read_pack(root: Node, name: str) -> Iterator[tuple[str, str, Record, Node]]:
    """(section, id, plain record, where it stands) of all that one file says. `name` is the file's, within its pack."""
    fields = root.fields({"schema", "reviewed", "source", *_SECTIONS}, {"schema"})
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
    """A date known to the day, the month or the year: the first and the last day that it may be."""
    parts = str(node.value).split("-")
    try:
        year, *rest = (int(p) for p in parts)
        if len(rest) == 2:
            days = [date(year, rest[0], rest[1])] * 2
        elif len(rest) == 1:
            days = [date(year, rest[0], 1), date(year, rest[0], calendar.monthrange(year, rest[0])[1])]
        elif not rest:
            days = [date(year, 1, 1), date(year, 12, 31)]
        else:
            raise ValueError
    except (ValueError, calendar.IllegalMonthError):
        node.fail(f"expected a date as YYYY-MM-DD, YYYY-MM or YYYY, found {node.value!r}")
    return [day.isoformat() for day in days]


# -- plain records -> Facts


class _Lazy(Mapping[str, V], Generic[V]):
    """Records, plain or sealed, that are made into values when they are first asked for."""

    def __init__(self, records: Mapping[str, Record | str], make: Callable[[str, Record], V]) -> None:
        self._records = records
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        if key not in self._made:
            record = self._records[key]
            self._made[key] = self._make(key, json.loads(record) if isinstance(record, str) else record)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, key: object) -> bool:
        return key in self._records


def build(compiled: Record, preferred: Mapping[str, str]) -> Facts:
    """`Facts` from plain records, as `compile_packs` writes them. `preferred`: any spelling of a name -> the one to use."""
    offices = {
        (key.split(" ")[0], key.split(" ")[1]): Office(_day(record.get("reviewed")), record.get("many"))
        for key, record in compiled["offices"].items()
    }

    def person(key: str, record: Record) -> Person:
        tenures = tuple(_built_tenure(t, offices) for t in record["tenures"])
        return Person(
            key, record["name"], tuple(record["aliases"]), tenures, _span(record.get("born")), record.get("sex"), record["pack"], record["place"]
        )

    return Facts(
        people=_Lazy(compiled["people"], person),
        roles=_Lazy(compiled["roles"], _built_role),
        events=_Lazy(compiled["events"], _built_event),
        countries=_Lazy(compiled["countries"], _built_country),
        organisations=_Lazy(compiled["organisations"], _built_organisation),
        offices=offices,
        preferred=preferred,
        digest=compiled["digest"],
        patterns=compiled.get("patterns"),
    )


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
