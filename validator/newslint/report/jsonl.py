"""`jsonl`: one JSON object a line, for streams: the findings, then the problems, then the summary; `type` tells them apart."""

from __future__ import annotations

import json

from . import Report, Reporter, Style
from .json import finding, problem, summary


def write(report: Report, style: Style) -> str:
    rows = [{"type": "finding", **finding(f)} for f in report.findings]
    rows += [{"type": "problem", **problem(p)} for p in report.problems]
    rows.append({"type": "summary", **summary(report)})
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


REPORTER = Reporter("jsonl", write)
