"""The summary line: it counts documents, rules and findings, so that silence is never mistaken for success."""

from __future__ import annotations

from ..finding import Severity
from . import Report


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def found(report: Report) -> str:
    """How many findings of each level."""
    levels = [counted(sum(f.severity is level for f in report.findings), level.label) for level in sorted(Severity, reverse=True)]
    return ", ".join(levels).replace("infos", "info") if report.findings else "no findings"


def summary(report: Report) -> str:
    undated = f" ({report.undated} without a date: what depends on today was not checked there)" if report.undated else ""
    foreign = f", {report.unread} of them in a language that newslint does not read" if report.unread else ""
    held = f"; {report.suppressed} suppressed" if report.suppressed else ""
    held += f"; {report.known} in the baseline" if report.known else ""
    tail = f"{held}; {counted(len(report.skipped), 'other file')} skipped" if report.skipped else held
    wrong = f"; {counted(len(report.problems), 'problem')}: the answer is incomplete" if report.problems else ""
    return f"{counted(report.documents, 'document')}{foreign}{undated}, {counted(len(report.rules), 'rule')}: {found(report)}{tail}{wrong}"
