"""`rdjson`: the Reviewdog Diagnostic Format, one object. Its columns count bytes of UTF-8, from 1."""

from __future__ import annotations

from typing import Any

from ..errors import Problem
from ..finding import Finding, Place, Severity
from ..text import Location
from . import Report, Reporter, Style
from .safe import as_json, visible

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def diagnostics(report: Report) -> list[dict[str, Any]]:
    return [_problem(p) for p in report.problems] + [_diagnostic(f, report) for f in report.findings]


def write(report: Report, style: Style) -> str:
    return as_json({"source": {"name": "newslint"}, "diagnostics": diagnostics(report)}, indent=1)


def _diagnostic(found: Finding, report: Report) -> dict[str, Any]:
    where = _range(found.place, report)
    diagnostic: dict[str, Any] = {
        "message": visible(found.message),
        "location": {"path": found.place.path, "range": where},
        "severity": _SEVERITIES[found.severity],
        "source": {"name": "newslint"},
        "code": {"value": found.rule},
    }
    if found.suggestions:
        diagnostic["suggestions"] = [{"range": where, "text": new} for new in found.suggestions]
    if found.related:
        diagnostic["related_locations"] = [
            {"message": visible(r.message), "location": {"path": r.place.path, "range": _range(r.place, report)}} for r in found.related
        ]
    return diagnostic


def _range(at: Place, report: Report) -> dict[str, Any]:
    source = report.sources.get(at.path, "")
    return {"start": _position(at.start, source), "end": _position(at.end, source)}


def _position(at: Location, source: str) -> dict[str, int]:
    before = source[at.offset - at.column + 1 : at.offset]
    return {"line": at.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _problem(wrong: Problem) -> dict[str, Any]:
    at: dict[str, Any] = {"path": wrong.path or ""}
    if wrong.line:
        at["range"] = {"start": {"line": wrong.line}}
    return {
        "message": f"The answer is incomplete: {visible(str(wrong))}",
        "location": at,
        "severity": "ERROR",
        "source": {"name": "newslint"},
        "code": {"value": wrong.rule or "newslint"},
    }


REPORTER = Reporter("rdjson", write)
