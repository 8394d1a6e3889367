"""The report on the sample corpus is what its README says, no more and no less."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import Config
from newslint.engine.job import Job
from newslint.engine.run import check

SEEDS = Path(__file__).parents[1] / "seeds"


def _planted() -> set[tuple[str, int, str, str]]:
    rows = (line.split("|")[1:5] for line in (SEEDS / "README.md").read_text("utf-8").splitlines() if line.startswith("| "))
    cells = [[cell.strip() for cell in row] for row in rows]
    return {(file, int(line), rule, level) for file, line, rule, level in cells if line.isdigit()}


def test_the_report_is_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SEEDS.parent)
    report = check(Job(Config(SEEDS)), [Path("seeds")])
    assert not report.problems
    found = {(Path(f.place.path).name, f.place.start.line, f.rule, f.severity.label) for f in report.findings}
    planted = _planted()
    assert len(planted) > 15
    assert found - planted == set(), "reported, but not planted"
    assert planted - found == set(), "planted, but not reported"
    assert all(f.place.excerpt not in f.suggestions for f in report.findings), "suggested, and there already"
