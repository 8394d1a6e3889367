"""The sample plugin and the sample house, installed and run as their README says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def sports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the sample plugin is installed, beside this one and not in it."""
    folder = tmp_path_factory.mktemp("sports")
    source = shutil.copytree(EXAMPLES / "newslint-sports", folder / "source")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", str(folder / "site"), str(source)]
    subprocess.run(pip, check=True)
    return {**os.environ, "PYTHONPATH": str(folder / "site"), "XDG_CACHE_HOME": str(folder / "cache")}


def run(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *arguments], cwd=cwd, env=env, capture_output=True, text=True)


def test_the_sample_plugin_passes_its_own_tests(sports: dict[str, str]) -> None:
    done = run("pytest", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", "tests", cwd=EXAMPLES / "newslint-sports", env=sports)
    assert done.returncode == 0, done.stdout
    done = run("newslint", "test", "--select", "sport", cwd=EXAMPLES / "newslint-sports", env=sports)
    assert done.returncode == 0, done.stdout
    assert "2 rules: all hold" in done.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_sample_plugin_finds_what_it_is_for(sports: dict[str, str], jobs: str) -> None:
    done = run("newslint", "--format", "json", "--select", "sport", "--jobs", jobs, "copy", cwd=EXAMPLES / "newslint-sports", env=sports)
    report = json.loads(done.stdout)
    assert report["problems"] == []
    assert {f["rule"]: f["excerpt"] for f in report["findings"]} == {
        "sport/score": "Holt beat Selby 0-1",
        "sport/result-conflict": "Torvale beat Marsh End 3-2",
    }
    done = run("newslint", "claims", "--kind", "result", "--format", "jsonl", "copy", cwd=EXAMPLES / "newslint-sports", env=sports)
    assert [json.loads(line)["score"] for line in done.stdout.splitlines()] == ["3-1", "3-2", "0-1"]


def test_the_sample_house_needs_no_python() -> None:
    house = EXAMPLES / "house-rules"
    assert not list(house.rglob("*.py"))
    done = run("newslint", "test", "rules", cwd=house)
    assert done.returncode == 0, done.stdout
    done = run("newslint", "--format", "json", "copy", cwd=house)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["problems"] == []
    told = {f["rule"]: (f["severity"], f["excerpt"]) for f in report["findings"] if f["family"] == "house"}
    assert told["house/unnamed-source"] == ("warning", "a county official")
    assert told["house/spelling"] == ("info", "e-mail")
    assert told["house/dateline"] == ("info", "The lock at Marsh End opens on Monday.")
    assert len(told) == 3
    done = run("newslint", "try", "rules/spelling.yaml", "copy", cwd=house)
    assert "house/spelling: 1 finding of 1 wording in 1 of 1 document" in done.stdout
