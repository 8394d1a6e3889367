"""The compiled form of fact packs: JSON Lines.

The first line tells the digest of the files that it was made from, and the sections with their numbers of records; then each section is a line with
its keys, in order, and a line for each record. So nothing is parsed but keys, and the few records that are asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

#: section -> key -> record
Sections = Mapping[str, Mapping[str, Any]]


def written(digest: str, sections: Sections) -> str:
    """The compiled form of plain records."""
    lines = [_line({"digest": digest, "sections": {name: len(records) for name, records in sections.items()}})]
    for records in sections.values():
        lines += [_line(list(records)), *map(_line, records.values())]
    return "".join(lines)


def _line(value: object) -> str:
    # escaped: text that is ASCII throughout is read, and cut into lines, several times as fast
    return json.dumps(value, separators=(",", ":")) + "\n"


def opened(text: str, digest: str) -> dict[str, dict[str, str]] | None:
    """Section -> key -> record as JSON text; None where the text was made from other files, or was cut short."""
    try:
        head = json.loads(text[: text.index("\n")])
        if head["digest"] != digest:
            return None
        lines = text.split("\n")
        sections, at = {}, 1
        for name, count in head["sections"].items():
            sections[name] = dict(zip(json.loads(lines[at]), lines[at + 1 : at + 1 + count], strict=True))
            at += 1 + count
    except (ValueError, KeyError, TypeError, IndexError):
        return None
    return sections if lines[at:] == [""] else None
