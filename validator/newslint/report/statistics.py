"""`--statistics`: how many findings of each rule, in how many documents, the most first."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..finding import Severity
from . import Report, Reporter, Style
from .safe import visible
from .summary import summary


def write(report: Report, style: Style) -> str:
    counts = Counter((f.rule, f.severity) for f in report.findings)
    documents: defaultdict[tuple[str, Severity], set[str]] = defaultdict(set)
    for found in report.findings:
        documents[found.rule, found.severity].add(found.place.path)
    rows = [("findings", "documents", "level", "rule")]
    rows += [
        (str(count), str(len(documents[rule, level])), level.label, rule)
        for (rule, level), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    lines = [f"{count:>8}  {inside:>9}  {level:<7}  {rule}" for count, inside, level, rule in rows] if counts else []
    lines += [f"problem: {visible(str(p))}" for p in report.problems]
    return "\n".join([*lines, summary(report)]) + "\n"


REPORTER = Reporter("statistics", write)
