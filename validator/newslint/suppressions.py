"""Findings that somebody has decided not to see, each with a reason; and those decisions that no longer decide anything.

Written in the article (see `read.directives`), or, for formats without comments, in a file beside it: `story.txt.newslint.yaml`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from .discovery import SIDECAR
from .document import Suppression
from .errors import Problem, UserError
from .finding import Finding
from .strictyaml import Node, did_you_mean, load
from .text import LineMap, Span


def sidecar(file: Path, path: str, source: str) -> tuple[Suppression, ...]:
    """What the file beside an article suppresses. Raises UserError for one that can't be read.

    `ignore` maps a rule or family to a reason, or to `reason` and `text`: then only the lines that hold that text count.
    """
    beside = file.with_name(file.name + SIDECAR)
    if not beside.is_file():
        return ()
    shown = path + SIDECAR
    try:
        text = beside.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"the suppressions can't be read: {error}", path=shown) from None
    fields = load(text, shown).fields(("ignore",), ("ignore",))
    return tuple(s for rule, node in fields["ignore"].mapping().items() for s in _entries(rule, node, shown, source))


def _entries(rule: str, node: Node, shown: str, source: str) -> list[Suppression]:
    if isinstance(node.value, str):
        return [Suppression((rule,), node.text(), shown, node.line)]
    fields = node.fields(("reason", "text"), ("reason", "text"))
    reason, needle = fields["reason"].text(), fields["text"].text()
    lines = LineMap.of(source).starts
    spans = [Span(a, b) for a, b in zip(lines, (*lines[1:], len(source) + 1), strict=True) if needle in source[a:b]]
    # text that is gone suppresses nothing, and will be named as unused
    return [Suppression((rule,), reason, shown, node.line, span) for span in spans or [Span(0, 0)]]


def suppress(
    findings: Iterable[Finding], suppressions: Mapping[str, Sequence[Suppression]], running: Mapping[str, Collection[str]], known: Collection[str]
) -> tuple[list[Finding], int, list[Problem]]:
    """The findings that stay, how many don't, and notices of what suppresses nothing.

    `suppressions` is by path of the article, and so is `running`: the ids of the rules that run on it; `known` are all that there are.
    """
    kept: list[Finding] = []
    used: set[tuple[str, int | None, str]] = set()
    count = 0
    for finding in findings:
        hits = [(s, rule) for s in suppressions.get(finding.place.path, ()) for rule in s.rules if _covers(s, rule, finding)]
        used.update((s.path, s.line, rule) for s, rule in hits)
        if hits:
            count += 1
        else:
            kept.append(finding)
    return kept, count, _unused(suppressions, used, running, known)


def _covers(suppression: Suppression, rule: str, finding: Finding) -> bool:
    if rule not in (finding.rule, finding.family):
        return False
    at = Span(finding.place.start.offset, finding.place.end.offset)
    return suppression.span is None or suppression.span.overlaps(at)


def _unused(
    suppressions: Mapping[str, Sequence[Suppression]],
    used: Collection[tuple[str, int | None, str]],
    running: Mapping[str, Collection[str]],
    known: Collection[str],
) -> list[Problem]:
    notices = []
    names = _with_families(known)
    for path, own in suppressions.items():
        run = _with_families(running[path])
        left = [(s, rule) for s in own for rule in s.rules if (s.path, s.line, rule) not in used]
        for s, rule in left:
            if rule not in names:
                notices.append(Problem(f"there is no rule or family {rule!r} to ignore", s.path, line=s.line, hint=did_you_mean(rule, names)))
            elif rule in run:
                notices.append(Problem(f"ignoring {rule} suppresses nothing here any more: take it out", s.path, line=s.line))
    return list(dict.fromkeys(notices))


def _with_families(rules: Iterable[str]) -> frozenset[str]:
    return frozenset(name for rule in rules for name in (rule, rule.partition("/")[0]))
