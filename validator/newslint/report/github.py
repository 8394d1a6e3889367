"""`github`: workflow commands, which GitHub Actions shows as annotations beside the changed lines of a pull request.

GitHub shows ten annotations of each level and step and drops the rest without a word: here the rest is counted, and the job's summary
(`--output markdown="$GITHUB_STEP_SUMMARY"`) holds all.
"""

from __future__ import annotations

from ..finding import Finding, Severity
from . import Report, Reporter, Style
from .safe import visible
from .summary import counted, summary

#: annotations of one level that a step may have
CAP = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report, style: Style) -> str:
    lines: list[str] = []
    shown = 0
    # the problems come first among the errors: without them the answer is incomplete
    for problem in report.problems[:CAP]:
        at = {"file": problem.path and visible(problem.path), "line": problem.line, "col": problem.column, "title": "newslint: incomplete"}
        lines.append(_command("error", at, visible(str(problem))))
    for level in sorted(Severity, reverse=True):
        room = CAP - len(lines) if level is Severity.ERROR else CAP
        found = [f for f in report.findings if f.severity is level]
        lines += [_annotation(f) for f in found[: max(room, 0)]]
        shown += len(found[: max(room, 0)])
    rest = len(report.findings) - shown
    if rest:
        # no annotation: it would take the place of one
        lines.append(f"{counted(rest, 'more finding')} without an annotation; the reports in other formats list all.")
    return "\n".join([*lines, _plain(summary(report))]) + "\n"


def _annotation(found: Finding) -> str:
    start, end = found.place.start, found.place.end
    at: dict[str, str | int | None] = {"file": visible(found.place.path), "line": start.line, "endLine": end.line}
    if start.line == end.line:  # columns are ignored, or refused, across lines
        at |= {"col": start.column, "endColumn": end.column}
    body = [visible(found.message)]
    body += [f"{visible(r.message)}: {visible(r.place.path)}:{r.place.start.line}: {visible(r.place.excerpt)}" for r in found.related]
    body += [f"Write “{visible(s)}”" for s in found.suggestions[:3]]
    body += [f"Record: {visible(e.fact)}, {visible(e.source)}" for e in found.evidence]
    return _command(_COMMANDS[found.severity], {**at, "title": found.rule}, "\n".join(body))


def _command(name: str, properties: dict[str, str | int | None], message: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    """Escaped as the runner's own toolkit does it: nothing in a message can begin a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(text: str) -> str:
    """A line of the log that is no command."""
    return visible(text).replace("::", ":\u200b:").replace("##[", "##\u200b[")


REPORTER = Reporter("github", write)
