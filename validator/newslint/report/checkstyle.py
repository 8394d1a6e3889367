"""`checkstyle`: the XML report of Checkstyle, which many servers and editors read."""

from __future__ import annotations

from itertools import groupby

from ..errors import Problem
from ..finding import Finding
from . import Report, Reporter, Style
from .xml import document, element

#: newslint writes the elements that Checkstyle has had since this version
VERSION = "4.3"


def write(report: Report, style: Style) -> str:
    files = [_file(p.path or "newslint", [_problem(p)]) for p in report.problems]
    files += [_file(path, [_error(f) for f in found]) for path, found in groupby(report.findings, key=lambda f: f.place.path)]
    return document(element("checkstyle", {"version": VERSION}, "\n" + "".join(f"{file}\n" for file in files)))


def _file(path: str, errors: list[str]) -> str:
    return element("file", {"name": path}, "\n" + "".join(f"{error}\n" for error in errors))


def _error(found: Finding) -> str:
    start = found.place.start
    return element(
        "error",
        {"line": start.line, "column": start.column, "severity": found.severity.label, "message": found.message, "source": f"newslint.{found.rule}"},
    )


def _problem(wrong: Problem) -> str:
    return element("error", {"line": wrong.line or 1, "severity": "error", "message": str(wrong), "source": f"newslint.{wrong.rule or 'run'}"})


REPORTER = Reporter("checkstyle", write)
