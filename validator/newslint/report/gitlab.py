"""`gitlab`: a Code Quality report, which GitLab shows in the merge request (docs.gitlab.com, "Code quality report format")."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from ..errors import Problem
from ..finding import Finding, Severity
from . import Report, Reporter, Style
from .safe import as_json, visible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(report: Report, style: Style) -> str:
    return as_json([_problem(p) for p in report.problems] + [_issue(f) for f in report.findings], indent=1)


def _issue(found: Finding) -> dict[str, Any]:
    return {
        "description": visible(found.message),
        "check_name": found.rule,
        "fingerprint": found.fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {"path": found.place.path, "lines": {"begin": found.place.start.line, "end": found.place.end.line}},
    }


def _problem(wrong: Problem) -> dict[str, Any]:
    told = visible(str(wrong))
    return {
        "description": f"The answer is incomplete: {told}",
        "check_name": wrong.rule or "newslint",
        "fingerprint": blake2b(told.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest(),
        "severity": "blocker",
        "location": {"path": wrong.path or ".", "lines": {"begin": wrong.line or 1}},
    }


REPORTER = Reporter("gitlab", write)
