"""`rdjsonl`: the Reviewdog Diagnostic Format, one diagnostic a line."""

from __future__ import annotations

from . import Report, Reporter, Style
from .rdjson import diagnostics
from .safe import as_json


def write(report: Report, style: Style) -> str:
    return "".join(as_json(row) for row in diagnostics(report))


REPORTER = Reporter("rdjsonl", write)
