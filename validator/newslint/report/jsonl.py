"""`jsonl`: one JSON object a line, for streams: the findings, then the problems, then the summary; `type` tells them apart."""

from __future__ import annotations

from . import Report, Reporter, Style
from .json import finding, problem, summary
from .safe import as_json


def write(report: Report, style: Style) -> str:
    rows = [{"type": "finding", **finding(f)} for f in report.findings]
    rows += [{"type": "problem", **problem(p)} for p in report.problems]
    rows.append({"type": "summary", **summary(report)})
    return "".join(as_json(row) for row in rows)


REPORTER = Reporter("jsonl", write)
