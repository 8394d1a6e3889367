"""Other people's code and patterns: what raises, loops or backtracks is named and costs only itself; and whose code runs at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

COPY = "The club has a past history of late goals.\n"
GOOD_RULE = """\
id: house/past-history
kind: pattern
severity: warning
summary: History is past.
any: '\\bpast history\\b'
message: "“{match}”"
examples: {bad: ["A «past history»."], good: ["A history."]}
"""
BACKTRACKING_RULE = GOOD_RULE.replace("house/past-history", "house/slow").replace("\\bpast history\\b", "(?:a+)+b")
PLUGIN = '''\
"""A plugin whose rules fail, each in its own way."""

import sys
from dataclasses import replace

from newslint import CorpusRule, DocumentRule, ListClaim, Span, hookimpl


class Raises(DocumentRule):
    """Raises."""

    id = "bad/raises"

    def check(self, article):
        raise LookupError("nowhere to be found")


class Leaves(DocumentRule):
    """Leaves."""

    id = "bad/leaves"

    def check(self, article):
        sys.exit(0)


class Loops(DocumentRule):
    """Loops."""

    id = "bad/loops"

    def check(self, article):
        while True:
            pass


class Floods(DocumentRule):
    """Floods."""

    id = "bad/floods"

    def check(self, article):
        while True:
            yield self.report(article.place(article.paragraphs[0].span), "again")


class Swallows(DocumentRule):
    """Catches whatever is raised, and goes on."""

    id = "bad/swallows"

    def check(self, article):
        for _ in range(3):
            try:
                k = 0
                while True:
                    k += 1
            except:
                k = 1
        return []


class Cancels(DocumentRule):
    """Raises what is no Exception."""

    id = "bad/cancels"

    def check(self, article):
        raise BaseException("enough")


class Changes(DocumentRule):
    """Changes what all rules read."""

    id = "bad/changes"

    def check(self, article):
        article.text = ""
        return []


class Elsewhere(DocumentRule):
    """Reports a place that is not in the text."""

    id = "bad/elsewhere"

    def check(self, article):
        yield self.report(article.place(Span(3, 9999)), "here")


class Another(DocumentRule):
    """Reports under another rule's id."""

    id = "bad/another"

    def check(self, article):
        yield replace(self.report(article.place(Span(0, 3)), "here"), rule="date/weekday")


class Loud(DocumentRule):
    """Has a level that there is not."""

    id = "bad/loud"

    def check(self, article):
        yield self.report(article.place(Span(0, 3)), "here", severity="loud")


class Keys(CorpusRule):
    """Has keys that are no text."""

    id = "bad/keys"
    claim = ListClaim

    def claims(self, article):
        return [None]

    def keys(self, claim):
        return [3]

    def check(self, claims, facts):
        return []


class Strays(DocumentRule):
    """Yields what is no finding."""

    id = "bad/strays"

    def check(self, article):
        yield "a finding"


@hookimpl
def newslint_rules():
    return [Raises, Leaves, Loops, Floods, Swallows, Cancels, Changes, Elsewhere, Another, Loud, Keys, Strays]
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "copy").mkdir()
    (tmp_path / "rules" / "good.yaml").write_text(GOOD_RULE, "utf-8")
    (tmp_path / "copy" / "a.txt").write_text(COPY, "utf-8")
    (tmp_path / "newslint.yaml").write_text("rules: rules\nrule-seconds: 0.5\n", "utf-8")
    return tmp_path


def run(project: Path, *arguments: str) -> dict[str, Any]:
    """A run's report, with its exit code under `exit`."""
    env = {**os.environ, "XDG_CONFIG_HOME": str(project / "user"), "XDG_CACHE_HOME": str(project / "cache")}
    command = [sys.executable, "-m", "newslint", "--format", "json", *arguments]
    done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True)
    assert done.stdout, done.stderr
    return {**json.loads(done.stdout), "exit": done.returncode}


def problems(report: dict[str, Any]) -> dict[str | None, str]:
    return {p["rule"]: f"{p['message']} ({p['hint']})" for p in report["problems"]}


# -- isolation


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_pattern_that_backtracks_is_stopped_and_named(project: Path, jobs: str) -> None:
    (project / "rules" / "slow.yaml").write_text(BACKTRACKING_RULE, "utf-8")
    (project / "copy" / "b.txt").write_text("a" * 1_000_000 + "\n", "utf-8")
    report = run(project, "--select", "house", "--jobs", jobs, "copy")
    assert report["exit"] == 2
    assert list(problems(report)) == ["house/slow"]
    assert "ran out of its CPU time (0.5 s)" in problems(report)["house/slow"]
    assert "rules/slow.yaml:1;" in problems(report)["house/slow"]
    assert [p["path"] for p in report["problems"]] == ["copy/b.txt"]
    assert [f["path"] for f in report["findings"]] == ["copy/a.txt"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_rule_that_fails_is_named_with_its_line_and_costs_only_itself(project: Path, jobs: str) -> None:
    (project / "bad_plugin.py").write_text(PLUGIN, "utf-8")
    (project / "copy" / "b.txt").write_text(COPY, "utf-8")
    report = run(project, "--select", "house,bad", "--jobs", jobs, "--plugin", "bad_plugin.py", "copy")
    assert report["exit"] == 2
    assert [f["rule"] for f in report["findings"]] == ["house/past-history"] * 2
    told = problems(report)
    lines = PLUGIN.split("\n")
    for rule, words, line in (
        ("bad/raises", "it crashed: LookupError: nowhere to be found", "raise LookupError"),
        ("bad/leaves", "it crashed: SystemExit", "sys.exit"),
        ("bad/loops", "it ran out of its CPU time (0.5 s)", None),
        ("bad/floods", "it crashed: ValueError: more than 10000 findings", None),
        ("bad/strays", "it crashed: TypeError: a rule yields findings", None),
        ("bad/swallows", "it ran out of its CPU time (0.5 s)", None),
        ("bad/cancels", "it crashed: BaseException: enough", 'raise BaseException("enough")'),
        ("bad/changes", "it crashed: AttributeError: an article is not to be changed: text", 'article.text = ""'),
        ("bad/elsewhere", "it crashed: ValueError: there is no place from 3 to 9999 in a text of ", "Span(3, 9999)"),
        ("bad/another", "it crashed: TypeError: a rule reports under its own id, this one reported 'date/weekday'", None),
        ("bad/loud", "it crashed: TypeError: a finding has a Severity", None),
        ("bad/keys", "it crashed: TypeError: a rule gives claims and, for each, keys that are text; this one gave 3", None),
    ):
        assert words in told[rule]
        assert "bad_plugin.py" in told[rule]
        if line:
            (number,) = [k for k, text in enumerate(lines, 1) if line in text]
            assert f"bad_plugin.py:{number}" in told[rule]
    assert len(told) == 12
    assert len(report["problems"]) == 24


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_claims_that_cannot_travel_are_compared_all_the_same(project: Path, jobs: str) -> None:
    code = """\
from dataclasses import dataclass
from newslint import *
from newslint import hookimpl

@dataclass(frozen=True, slots=True, kw_only=True)
class WordClaim(Claim):
    kind = "word"
    test: object

def words(article):
    yield WordClaim(**article.base(Span(0, 3)), test=lambda: True)

class Same(CorpusRule):
    "Two articles begin alike."
    id = "house/same"
    claim = WordClaim
    def keys(self, claim):
        return [claim.place.excerpt]
    def check(self, claims, facts):
        yield self.report(claims[0], "again")

@hookimpl
def newslint_extractors():
    return {WordClaim: words}

@hookimpl
def newslint_rules():
    return [Same]
"""
    (project / "same.py").write_text(code, "utf-8")
    (project / "copy" / "b.txt").write_text(COPY, "utf-8")
    report = run(project, "--select", "house/same", "--jobs", jobs, "--plugin", "same.py", "copy")
    assert report["problems"] == []
    assert [f["rule"] for f in report["findings"]] == ["house/same"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_a_plugin_prints_is_no_part_of_the_report(project: Path, jobs: str) -> None:
    code = """\
from newslint import *
from newslint import hookimpl
print("loading")
class Prints(DocumentRule):
    "Prints."
    id = "house/prints"
    def check(self, article):
        print("checking")
        return []
@hookimpl
def newslint_rules():
    print("asked")
    return [Prints]
"""
    (project / "prints.py").write_text(code, "utf-8")
    (project / "copy" / "b.txt").write_text(COPY, "utf-8")
    assert run(project, "--jobs", jobs, "--plugin", "prints.py", "--select", "house", "copy")["exit"] == 1


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import sys\nsys.exit(0)\n", "does not load: SystemExit"),
        ("x = 1\n", "brings nothing"),
        ("from newslint import hookimpl\n@hookimpl\ndef newslint_rule():\n    return []\n", "implements newslint_rule, which is no hook"),
        ("from newslint import hookimpl\n@hookimpl\ndef newslint_rules():\n    yield 3\n", "raised in newslint_rules: TypeError: expected a class of rule"),
        ("from newslint import hookimpl\n@hookimpl\ndef newslint_kinds():\n    return None\n", "raised in newslint_kinds: TypeError"),
        ("from newslint import *\nclass R(DocumentRule):\n    id = 'x'\n    def check(self, article):\n        return []\n@hookimpl\ndef newslint_rules():\n    return [R]\n", "'x' is no rule id"),
        ("from newslint import *\nclass R(DocumentRule):\n    id = 'bad/x'\n    severity = 'warning'\n    def check(self, article):\n        return []\n@hookimpl\ndef newslint_rules():\n    return [R]\n", "its severity is none"),
    ],
)  # fmt: skip
def test_a_plugin_that_is_amiss_is_named(project: Path, code: str, message: str) -> None:
    (project / "amiss.py").write_text(code, "utf-8")
    report = run(project, "--plugin", "amiss.py", "copy")
    assert report["exit"] == 2
    assert len(report["problems"]) == 1
    assert message in report["problems"][0]["message"]
    assert "amiss" in json.dumps(report["problems"])
    assert len(report["findings"]) == 1


def test_a_plugin_that_is_not_there_is_named_with_what_to_write(project: Path) -> None:
    (project / "plugs").mkdir()
    for named, message, hint in (
        ("plugs", "there is no module plugs", "a file or a folder is named by its path: ./plugs"),
        ("./plugs", "/plugs/__init__.py", None),
        ("gone.py", "/gone.py", None),
    ):
        (problem,) = run(project, "--plugin", named, "copy")["problems"]
        assert message in problem["message"]
        assert problem.get("hint") == hint


def test_a_plugin_is_not_taken_for_a_module_of_its_name(project: Path) -> None:
    (project / "plugins").mkdir()
    (project / "plugins" / "json.py").write_text("raise SystemExit\n", "utf-8")
    report = run(project, "--plugin", "plugins/json.py", "copy")
    assert "another module is called 'json'" in report["problems"][0]["message"]


# -- trust


@pytest.fixture
def strangers(project: Path) -> Path:
    (project / "plug.py").write_text(
        "from pathlib import Path\nfrom newslint import hookimpl\nPath(__file__).with_name('ran').touch()\n@hookimpl\ndef newslint_facts():\n    return []\n",
        "utf-8",
    )
    (project / "newslint.yaml").write_text("rules: rules\nselect: house\nplugins: plug.py\n", "utf-8")
    return project


def test_the_code_of_a_project_runs_only_where_it_is_trusted(strangers: Path) -> None:
    report = run(strangers, "copy")
    assert report["exit"] == 2
    assert "their code did not run" in report["problems"][0]["message"]
    assert "--trust" in report["problems"][0]["hint"]
    assert report["problems"][0]["path"].endswith("newslint.yaml:3")
    assert len(report["findings"]) == 1, "the house's YAML rules run all the same"
    assert not (strangers / "ran").exists()


def test_trust_may_be_said_once_or_kept(strangers: Path) -> None:
    assert run(strangers, "--trust", "copy")["exit"] == 1
    assert (strangers / "ran").exists()
    (strangers / "ran").unlink()
    (strangers / "user" / "newslint").mkdir(parents=True)
    (strangers / "user" / "newslint" / "config.yaml").write_text(f"trust: ['{strangers}']\n", "utf-8")
    assert run(strangers, "copy")["exit"] == 1
    assert (strangers / "ran").exists()


def test_nothing_that_lies_among_the_copy_is_imported(strangers: Path) -> None:
    evil = (strangers / "plug.py").read_text("utf-8")
    for name in ("regex", "yaml", "re", "enum", "typing", "dataclasses", "pluggy", "typer", "multiprocessing", "concurrent", "evil", "sitecustomize"):
        (strangers / f"{name}.py").write_text(evil, "utf-8")
    (strangers / "evil-1.dist-info").mkdir()
    (strangers / "evil-1.dist-info" / "entry_points.txt").write_text("[newslint]\nevil = evil\n", "utf-8")
    (strangers / "copy" / "b.txt").write_text(COPY, "utf-8")
    (strangers / "newslint.yaml").write_text("rules: [rules, plug.py]\nfacts: plug.py\nplugins: [evil]\n", "utf-8")
    assert run(strangers, "--jobs", "2", "copy")["exit"] == 2
    assert not (strangers / "ran").exists()


def test_isolated_leaves_the_project_out(strangers: Path) -> None:
    report = run(strangers, "--isolated", "--trust", "copy")
    assert not (strangers / "ran").exists()
    assert report["findings"] == []
    assert report["problems"] == []
