"""What an article says to newslint: `newslint: ignore RULES: reason` in a comment, and `newslint-ignore` in its front matter.

A comment that has copy before it on its line is about that paragraph, else about the next one; `ignore-file` is about all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..document import Suppression
from ..errors import Problem
from ..text import LineMap, SourceMap, Span

_DIRECTIVE = re.compile(r"newslint:\s*ignore(?P<file>-file)?\s+(?P<rules>[\w/-]+(?:\s*,\s*[\w/-]+)*)\s*:\s*(?P<reason>\S.*)", re.DOTALL)
KEY = "newslint-ignore"
_HINT = "write newslint: ignore RULE: reason"

#: a comment's text, its place in the file, and how long the read text was when it came
Comment = tuple[str, Span, int]


def suppressions(
    path: str, source: str, metadata: Mapping[str, Any], comments: Iterable[Comment] = (), text: str = "", mapped: SourceMap | None = None
) -> tuple[tuple[Suppression, ...], tuple[Problem, ...]]:
    """What metadata and comments suppress, and what of it can't be understood."""
    found, problems = by_rule(metadata.get(KEY), path, KEY)
    lines: LineMap | None = None
    for said, at, reached in comments:
        said = said.strip()
        if not said.startswith("newslint:"):
            continue
        lines = lines or LineMap.of(source)
        line = lines.location(at.start).line
        match = _DIRECTIVE.fullmatch(said)
        if match is None:
            problems.append(Problem(f"a comment to newslint that it does not understand: {said!r}", path, line=line, hint=_HINT))
            continue
        rules = tuple(part.strip() for part in match["rules"].split(","))
        span = None if match["file"] or mapped is None else mapped.source(_scope(text, reached))
        found.append(Suppression(rules, " ".join(match["reason"].split()), path, line, span))
    return tuple(found), tuple(problems)


def by_rule(value: Any, path: str, key: str) -> tuple[list[Suppression], list[Problem]]:
    """Suppressions for a whole document, as a mapping from rule or family to reason."""
    if value is None:
        return [], []
    if not isinstance(value, dict) or not all(isinstance(reason, str) and reason.strip() for reason in value.values()):
        return [], [Problem(f"{key}: expected RULE: reason", path, hint=f"write {key}: {{role/holder: quoted from 2019}}")]
    return [Suppression((str(rule),), reason.strip(), path) for rule, reason in value.items()], []


def _scope(text: str, reached: int) -> Span:
    """The line of the text (a paragraph) that a comment is about, which came when the text was `reached` long."""
    begin = text.rfind("\n", 0, reached) + 1
    if not text[begin:reached].strip():
        begin = reached + len(text[reached:]) - len(text[reached:].lstrip())
        begin = min(begin, len(text))
    end = text.find("\n", begin)
    return Span(begin, len(text) if end < 0 else end)
