"""A newsroom's own pack, written: people and reviews put into its text, everything else left as it stands."""

from __future__ import annotations

import json
from datetime import date

import regex

from ..claim import Interval
from ..strictyaml import Node, load
from .model import Person, Tenure
from .records import SCHEMA, read_pack

#: text that YAML reads as itself without quotation marks
_PLAIN = regex.compile(r"\p{L}[\p{L}\p{M}\p{N} .'’-]*(?<! )")
_RESERVED = frozenset("true false null yes no on off nan inf".split())


def new_pack(reviewed: date) -> str:
    """The text of a pack that holds nothing yet, its offices checked until `reviewed`."""
    return f"schema: {SCHEMA}\nreviewed: {reviewed}\n"


def with_person(text: str, path: str, person: Person) -> str:
    """A pack's text with a person's entry: in place of the one of that id, or after all others.

    Raises UserError where the text is no pack, or is written in a way that this does not edit.
    """
    root = load(text, path)
    lines = text.splitlines()
    if "people" not in root.mapping():
        return "\n".join([*_trimmed(lines), "people:", *_entry(person, 2)]) + "\n"
    people = root.mapping()["people"]
    _block(root, "people", lines)
    starts = [line for line, _ in people.keys.values()]
    indent = next(column for _, column in people.keys.values()) - 1
    ends = sorted([*starts, *(line for line, _ in root.keys.values()), len(lines) + 1])
    at = people.keys[person.id][0] if person.id in people.keys else max(starts)
    end = next(line for line in ends if line > at) - 1
    rest = lines[end:]
    kept = lines[: at - 1] if person.id in people.keys else _trimmed(lines[:end])
    return "\n".join([*kept, *_entry(person, indent), *rest]) + "\n"


def with_review(text: str, path: str, role: str, of: str, day: date) -> str:
    """A pack's text with the day until which an office was checked. Raises UserError as `with_person`, and where the office has one."""
    root = load(text, path)
    fields = root.mapping()
    line = f"- {{role: {role}, of: {of}, reviewed: {day}}}"
    lines = text.splitlines()
    if "offices" not in fields:
        at = root.keys["people"][0] - 1 if "people" in fields else len(lines)
        return "\n".join([*lines[:at], "offices:", f"  {line}", *lines[at:]]) + "\n"
    for office in fields["offices"].items():
        known = office.mapping()
        if (known["role"].value, known["of"].value) == (role, of):
            office.fail("this office has a review date: change it here")
    _block(root, "offices", lines)
    first = fields["offices"].items()[0]
    indent = len(lines[first.line - 1]) - len(lines[first.line - 1].lstrip())
    return "\n".join([*lines[: first.line - 1], " " * indent + line, *lines[first.line - 1 :]]) + "\n"


def proved(text: str, path: str) -> str:
    """The text, if it is a pack. Raises UserError for the first mistake in it."""
    for _ in read_pack(load(text, path), path):
        pass
    return text


def _block(root: Node, key: str, lines: list[str]) -> None:
    """Raises UserError for a section that begins on the line of its key, or is empty."""
    section = root.mapping()[key]
    if not section.value or section.line == root.keys[key][0]:
        section.fail(f"{key!r} is not written as a block, one entry below the other: add to it by hand")


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def _entry(person: Person, indent: int) -> list[str]:
    fields = [f"name: {_text(person.name)}"]
    if person.aliases:
        fields.append(f"aliases: [{', '.join(map(_text, person.aliases))}]")
    if person.born:
        fields.append(f"born: {_date(person.born)}")
    if person.sex:
        fields.append(f"sex: {person.sex}")
    fields += ["tenures:", *(f"  - {{{_tenure(t)}}}" for t in person.tenures)]
    return [f"{' ' * indent}{person.id}:", *(f"{' ' * indent}  {field}" for field in fields)]


def _tenure(tenure: Tenure) -> str:
    said: dict[str, str] = {"role": tenure.role, "of": tenure.of}
    if tenure.title:
        said["title"] = _text(tenure.title)
    said["from"] = _date(tenure.start)
    if tenure.end:
        said["to"] = _date(tenure.end)
    if tenure.tolerance != Tenure.__dataclass_fields__["tolerance"].default:
        said["tolerance"] = str(tenure.tolerance)
    if tenure.acting:
        said["acting"] = "true"
    said["source"] = json.dumps(tenure.source, ensure_ascii=False)
    if tenure.verified:
        said["verified"] = "true"
    return ", ".join(f"{key}: {value}" for key, value in said.items())


def _text(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED else json.dumps(text, ensure_ascii=False)


def _date(when: Interval) -> str:
    """As short as it is known: 2024-09-05, 2024-09, 2024."""
    if when.earliest == when.latest:
        return when.earliest.isoformat()
    return f"{when.earliest:%Y-%m}" if when.earliest.month == when.latest.month else f"{when.earliest:%Y}"
