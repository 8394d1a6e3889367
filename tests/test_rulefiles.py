"""Broken rule files, each refused where it is wrong and with a hint, while the good ones beside them run.

The first line of each file in cases/rulefiles says what is expected: `# LINE:COLUMN | words of the message or its hint`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import UserError
from newslint.kinds import BUILTIN
from newslint.plugins import load_plugins

FOLDER = Path(__file__).parent / "cases" / "rulefiles"
BROKEN = sorted(FOLDER.glob("*.yaml"))


def expected(file: Path) -> tuple[str, str]:
    place, _, words = file.read_bytes().partition(b"\n")[0].decode().removeprefix("# ").partition(" | ")
    return place, words


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_broken_rule_is_refused_where_it_is_wrong(file: Path) -> None:
    (source,) = [s for s in load_plugins([file], cache=False).rules if s.plugin == "house"]
    with pytest.raises(UserError) as error:
        source.load()
    place, words = expected(file)
    problem = error.value.problem
    assert f"{problem.line}:{problem.column}".startswith(place)
    assert words in str(problem)


def test_good_rules_beside_broken_ones_run(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(FOLDER, rules)
    (rules / "good.yaml").write_text(BUILTIN.kind("pattern").example, "utf-8")
    (tmp_path / "newslint.yaml").write_text("rules: rules\nselect: house\n", "utf-8")
    (tmp_path / "a.txt").write_text("The club has a past history of late goals.\n", "utf-8")
    for _ in ("first", "from the cache"):
        done = subprocess.run(
            [sys.executable, "-m", "newslint", "--format", "json", "a.txt"],
            cwd=tmp_path,
            env={"XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": ""},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 2, done.stderr
        report = json.loads(done.stdout)
        assert [f["excerpt"] for f in report["findings"]] == ["past history"]
        told = [p["message"] for p in report["problems"]]
        assert len(told) == len(BROKEN)
        for file in BROKEN:
            assert sum(f"rules/{file.name}" in json.dumps(p) for p in report["problems"]) == 1, file.name
