"""`rdjsonl`: the Reviewdog Diagnostic Format, one diagnostic a line."""

from __future__ import annotations

import json

from . import Report, Reporter, Style
from .rdjson import diagnostics


def write(report: Report, style: Style) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in diagnostics(report))


REPORTER = Reporter("rdjsonl", write)
