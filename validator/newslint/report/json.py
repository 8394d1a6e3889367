"""`json`: one object, as other programs rely on it (schema newslint-report/1)."""

from __future__ import annotations

from typing import Any

from ..errors import Problem
from ..finding import Finding, Place, Severity
from ..text import Location
from . import Report, Reporter, Style
from .safe import as_json


def location(at: Location) -> dict[str, int]:
    return {"line": at.line, "column": at.column, "offset": at.offset}


def place(at: Place) -> dict[str, Any]:
    return {"path": at.path, "start": location(at.start), "end": location(at.end), "excerpt": at.excerpt}


def finding(found: Finding) -> dict[str, Any]:
    quoted = found.place.in_quote
    return {
        "rule": found.rule,
        "family": found.family,
        "severity": found.severity.label,
        "message": found.message,
        **place(found.place),
        "in_quote": {"speaker": quoted.speaker} if quoted else None,
        "suggestions": list(found.suggestions),
        "related": [{**place(other.place), "message": other.message} for other in found.related],
        "evidence": [{"fact": fact.fact, "source": fact.source} for fact in found.evidence],
        "fingerprint": found.fingerprint,
    }


def problem(wrong: Problem) -> dict[str, Any]:
    at = {key: value for key, value in (("line", wrong.line), ("column", wrong.column), ("hint", wrong.hint)) if value is not None}
    return {"path": wrong.path, "rule": wrong.rule, "message": wrong.message, **at}


def summary(report: Report) -> dict[str, Any]:
    return {
        "documents": report.documents,
        "undated": report.undated,
        "rules": len(report.rules),
        "findings": {level.label: sum(f.severity is level for f in report.findings) for level in sorted(Severity, reverse=True)},
        "skipped": len(report.skipped),
        "problems": len(report.problems),
        "unread": report.unread,
        "suppressed": report.suppressed,
        "baseline": report.known,
    }


def write(report: Report, style: Style) -> str:
    value = {
        "schema": "newslint-report/1",
        "tool": {"name": "newslint", "version": report.version},
        "summary": summary(report),
        "findings": [finding(f) for f in report.findings],
        "problems": [problem(p) for p in report.problems],
        "notices": [problem(n) for n in report.notices],
    }
    return as_json(value, indent=1)


REPORTER = Reporter("json", write)
