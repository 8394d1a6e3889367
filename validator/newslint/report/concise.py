"""`concise`: one line a finding, `path:line:col: severity rule message`."""

from __future__ import annotations

from . import Report, Reporter, Style
from .safe import visible
from .summary import summary


def write(report: Report, style: Style) -> str:
    lines = [
        f"{visible(f.place.path)}:{f.place.start.line}:{f.place.start.column}: {f.severity.label} {f.rule} {visible(f.message)}"
        for f in report.findings
    ]
    lines += [f"problem: {visible(str(p))}" for p in report.problems]
    lines += [f"note: {visible(str(n))}" for n in report.notices]
    return "\n".join([*lines, summary(report)]) + "\n"


REPORTER = Reporter("concise", write)
