"""`markdown`: a comment on a pull request, or a job's summary. GitHub refuses comments over 65,536 characters: the rest is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from ..finding import Finding, Place, Severity
from . import Report, Reporter, Style
from .safe import visible
from .summary import counted, summary

#: characters kept, below what a comment may hold
LIMIT = 60_000
#: problems, and notes, that are listed
MOST = 50
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
#: what Markdown gives a meaning, and the ampersand that begins an entity
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$-])")
#: what a forge turns into a mention, a reference or a link by itself
_LINKED = re.compile(r"@(?=\w)|(?<=#)(?=\d)|(?<=:)(?=//)|(?<=www)(?=\.)")

_ADDRESS = re.compile(r"https?://[!#-;=?-Z_a-z~%]+")


def write(report: Report, style: Style) -> str:
    head = f"**newslint**: {escaped(summary(report))}\n"
    blocks = [_listed([f"🛑 {escaped(str(p))}" for p in report.problems], "problem")]
    if report.notices:
        blocks.append("\n" + _listed([escaped(str(n)) for n in report.notices], "note"))
    shown = _within(report.findings, LIMIT - len("".join(blocks)))
    for path, findings in groupby(shown, key=lambda f: f.place.path):
        blocks.append(f"\n### {escaped(path)}\n\n")
        blocks += [_finding(f) for f in findings]
    if left := len(report.findings) - len(shown):
        blocks.append(f"\n… and {counted(left, 'more finding')}, which this comment has no room for.\n")
    return "\n".join([head, "".join(blocks)]).rstrip("\n") + "\n"


def _listed(items: Sequence[str], noun: str) -> str:
    more = [f"… and {counted(len(items) - MOST, f'more {noun}')}"] if len(items) > MOST else []
    return "".join(f"- {item}\n" for item in [*items[:MOST], *more])


def _within(findings: Sequence[Finding], room: int) -> list[Finding]:
    """Those that there is room for, the gravest first, in their order."""
    shown: set[Finding] = set()
    for found in sorted(findings, key=lambda f: -f.severity):
        room -= len(_finding(found)) + len(escaped(found.place.path)) + 8
        if room < 0:
            break
        shown.add(found)
    return [found for found in findings if found in shown]


def _finding(found: Finding) -> str:
    said = (
        f" (in a quotation{' of ' + escaped(found.place.in_quote.speaker) if found.place.in_quote.speaker else ''})" if found.place.in_quote else ""
    )
    lines = [
        f"- {_SIGNS[found.severity]} **line {found.place.start.line}** {escaped(found.message)} `{found.rule}`{said}",
        f"  > {_excerpt(found.place)}",
    ]
    for other in found.related:
        where = f"{escaped(other.place.path)}, line {other.place.start.line}"
        lines.append(f"\n  {escaped(other.message)} ({where}):\n\n  > {_excerpt(other.place)}")
    lines += [f"\n  Write “{escaped(s)}”" for s in found.suggestions[:3]]
    lines += [f"\n  Record: {escaped(e.fact)}, {_link(e.source)}" for e in found.evidence]
    return "\n".join(lines) + "\n\n"


def _excerpt(at: Place, most: int = 300) -> str:
    return escaped(at.excerpt if len(at.excerpt) <= most else at.excerpt[: most - 1] + "…")


def _link(address: str) -> str:
    return f"<{address}>" if _ADDRESS.fullmatch(address) else escaped(address)


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no link, nobody mentioned."""
    return _MARKS.sub(r"\\\1", _LINKED.sub(lambda m: m.group() + "\u200b", visible(text)))


REPORTER = Reporter("markdown", write)
