"""What rule authors use: `newslint test`, `try`, `new`, the JSON Schema, `check_text`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newslint
from newslint import Article, Bad, DocumentRule, Facts, Finding, Good
from newslint.kinds import KINDS
from newslint.testing import check_examples, mutate

RULE = """\
id: house/late
kind: pattern
severity: warning
summary: Late is late.
any: '\\blate\\b'
message: "“{match}”"
examples:
  bad: ["The ferry was «late»."]
  good: ["The ferry was on time."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "late.yaml").write_text(RULE, "utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "XDG_CONFIG_HOME": str(folder / "user")}
    return subprocess.run([sys.executable, "-m", "newslint", *arguments], cwd=folder, env=env, capture_output=True, text=True)


# -- newslint test


def test_examples_that_hold_are_told(folder: Path) -> None:
    done = run(folder, "test", "rules")
    assert done.returncode == 0, done.stdout
    assert "house/late  2 of 2 examples hold" in done.stdout
    assert "1 rule: all hold" in done.stdout


def test_an_example_that_does_not_hold_is_shown_as_a_difference(folder: Path) -> None:
    (folder / "rules" / "late.yaml").write_text(RULE.replace("The ferry was «late».", "The «ferry» was late."), "utf-8")
    done = run(folder, "test", "rules")
    assert done.returncode == 1
    assert "- The «ferry» was late." in done.stdout
    assert "+ The ferry was «late»." in done.stdout


def test_a_broken_rule_and_no_rule_at_all_are_no_success(folder: Path) -> None:
    (folder / "rules" / "broken.yaml").write_text(RULE.replace("any:", "ayn:"), "utf-8")
    done = run(folder, "test", "rules")
    assert done.returncode == 2
    assert "did you mean 'any'?" in done.stdout
    assert "1 rule: all hold" in done.stdout
    (folder / "empty").mkdir()
    assert run(folder, "test", "empty").returncode == 2


def test_a_rule_in_a_python_file_is_tested(folder: Path) -> None:
    (folder / "plug.py").write_text(
        "from newslint import *\nfrom newslint import hookimpl, Span\n"
        "class Late(DocumentRule):\n    '''Late.'''\n    id = 'house/late'\n    examples = (Bad('It was «late».'), Good('It was not.'))\n"
        "    def check(self, article):\n        k = article.text.find('late')\n"
        "        if k >= 0:\n            yield self.report(article.place(Span(k, k + 4)), 'late')\n"
        "@hookimpl\ndef newslint_rules():\n    return [Late]\n",
        "utf-8",
    )
    done = run(folder, "test", "plug.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "house/late  2 of 2" in done.stdout


def test_a_rule_without_examples_is_no_success(folder: Path) -> None:
    (folder / "plug.py").write_text(
        "from newslint import *\nfrom newslint import hookimpl\nclass Mute(DocumentRule):\n    'Mute.'\n    id = 'house/mute'\n"
        "    examples = (Good('It was not.'),)\n    def check(self, article):\n        return []\n@hookimpl\ndef newslint_rules():\n    return [Mute]\n",
        "utf-8",
    )
    done = run(folder, "test", "plug.py")
    assert done.returncode == 1
    assert "FAIL  house/mute  1 of 1 examples hold; it has no bad example" in done.stdout


class Anything(DocumentRule):
    """Reports the fourth word, whatever it is, in articles of five words: its examples hold."""

    id = "house/anything"
    examples = (Bad("The ferry was «late» again."), Good("All is well."))

    def check(self, article: Article) -> Iterator[Finding]:
        if article.text.startswith("The"):
            yield self.report(article.place(newslint.Span(14, 18)), "late")


def test_a_rule_that_would_report_anything_is_found_out(facts: Facts) -> None:
    assert not check_examples(Anything(), facts)
    assert mutate(Anything(), facts).blind


def test_a_rule_that_reads_dates_and_digits_notices_others(facts: Facts) -> None:
    from newslint.config import Config
    from newslint.engine.job import Job, open_workshop

    (rule,) = open_workshop(Job(Config(Path.cwd(), select=("duration/event",)))).rules
    trial = mutate(rule, facts)
    assert not trial.blind
    assert trial.noticed["dates"]
    assert trial.made["dates"] % 4 == 0


# -- newslint try


def test_a_draft_is_tried_on_an_archive(folder: Path) -> None:
    draft = folder / "draft.yaml"
    draft.write_text("id: house/late\nkind: pattern\nany: '\\b(?:late|tardy)\\b'\nmessage: '{match}'\n", "utf-8")
    (folder / "archive").mkdir()
    (folder / "archive" / "a.txt").write_text("The ferry was late. The bus was tardy.\n", "utf-8")
    (folder / "archive" / "b.txt").write_text("Late trains\n\nThe trains were late.\n", "utf-8")
    (folder / "newslint.yaml").write_text("rules: rules\nselect: [date]\n", "utf-8")
    done = run(folder, "try", "draft.yaml", "archive")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["3", "late"]
    assert "house/late: 4 findings of 2 wordings in 2 of 2 documents" in lines[-1]
    assert any("archive/b.txt:1:1" in line for line in lines)
    draft.write_text("id: house/late\nkind: pattern\nany: '(late'\nmessage: '{match}'\n", "utf-8")
    done = run(folder, "try", "draft.yaml", "archive")
    assert done.returncode == 2
    assert "draft.yaml:3:6: house/late: not a pattern" in done.stderr


def test_what_the_config_says_of_other_rules_is_no_matter(folder: Path) -> None:
    (folder / "newslint.yaml").write_text("select: [date]\nseverity: {house/gone: info}\noverrides: [{paths: [x], ignore: [house/gone]}]\n", "utf-8")
    (folder / "a.txt").write_text("The ferry was late.\n", "utf-8")
    for command in (("test", "rules/late.yaml"), ("try", "rules/late.yaml", "a.txt")):
        done = run(folder, *command)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "problem" not in done.stdout + done.stderr


# -- newslint new


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_rule_of_each_kind_holds_at_once(folder: Path, kind: str) -> None:
    assert run(folder, "new", "rule", "desk/mine", "--kind", kind, "--folder", "mine").returncode == 0
    done = run(folder, "test", "mine")
    assert done.returncode == 0, done.stdout
    assert "desk/mine  " in done.stdout


def test_new_never_overwrites_and_says_what_is_wrong_with_a_name(folder: Path) -> None:
    assert run(folder, "new", "rule", "house/late").returncode == 2
    assert (folder / "rules" / "late.yaml").read_text("utf-8") == RULE
    assert "write family/name" in run(folder, "new", "rule", "late").stderr
    assert "did you mean 'pattern'" in run(folder, "new", "rule", "a/b", "--kind", "patern").stderr
    assert run(folder, "new", "plugin", "newslint-trams").returncode == 0
    assert "is there already" in run(folder, "new", "plugin", "newslint-trams").stderr
    assert "write newslint-word" in run(folder, "new", "plugin", "No Name").stderr


# -- the rest


def test_a_kind_that_fails_costs_only_its_rules(folder: Path) -> None:
    (folder / "kinds.py").write_text(
        "from newslint import Key, Kind, hookimpl\nfrom newslint.shape import Shape\ndef read(node):\n    raise LookupError('lost')\n"
        "@hookimpl\ndef newslint_kinds():\n    return [Kind('odd', 'Odd.', {'odd': Key(Shape(read, {}), 'Odd.')}, None, '')]\n",
        "utf-8",
    )
    odd = RULE.replace("house/late", "house/odd").replace("kind: pattern", "kind: odd").replace("any:", "odd:").replace("message", "why")
    (folder / "rules" / "a.yaml").write_text(odd, "utf-8")
    (folder / "newslint.yaml").write_text("rules: rules\nselect: house\n", "utf-8")
    (folder / "a.txt").write_text("The ferry was late.\n", "utf-8")
    done = run(folder, "--plugin", "kinds.py", "--format", "concise", "a.txt")
    assert done.returncode == 2
    assert "house/late" in done.stdout
    assert "a.yaml: the rule does not load: LookupError: lost" in done.stdout


def test_a_large_file_is_no_rule(folder: Path) -> None:
    (folder / "rules" / "late.yaml").write_text(RULE + "# " + "x" * 4_000_000, "utf-8")
    assert "late.yaml: too large for a rule: more than 4 MB" in run(folder, "test", "rules").stdout


def test_what_is_listed_as_json_is_json_whatever_is_wrong(folder: Path) -> None:
    (folder / "newslint.yaml").write_text("rules: rules\nplugins: [theirs]\n", "utf-8")
    for arguments in (("rules", "--format", "json"), ("rules", "--schema")):
        done = run(folder, *arguments)
        assert done.returncode == 2
        assert json.loads(done.stdout)
        assert "their code did not run: theirs" in done.stderr
    assert run(folder, "facts", "check").returncode == 2


def test_the_schema_is_printed(folder: Path) -> None:
    schema = json.loads(run(folder, "rules", "--schema").stdout)
    assert schema["properties"]["kind"]["enum"] == list(KINDS)


def test_a_kind_is_explained_like_a_rule(folder: Path) -> None:
    assert run(folder, "explain", "substitution").stdout.startswith("# substitution\n")
    assert "did you mean 'substitution'?" in run(folder, "explain", "substitutoin").stderr


def test_a_text_is_linted_without_a_file() -> None:
    text = "On Friday, September 3, 2025, the bridge opened."
    (finding,) = newslint.check_text(text, published="2025-09-04").findings
    assert finding.rule == "date/weekday"
    assert finding.place.path == "text.txt"
    assert newslint.check_text(text, ignore=["date"]).findings == ()
    assert newslint.check_text("# On Friday, September 3, 2025\n\nThe *bridge* opened.", name="draft.md").findings[0].place.start.column == 6
    with pytest.raises(ValueError, match="Invalid isoformat"):
        newslint.check_text(text, published="yesterday")


def test_a_text_is_linted_by_the_rules_of_a_config(folder: Path) -> None:
    (folder / "newslint.yaml").write_text("rules: rules\nselect: house\n", "utf-8")
    report = newslint.check_text("The ferry was late.", config=folder / "newslint.yaml")
    assert [f.rule for f in report.findings] == ["house/late"]
    assert report.problems == ()


def test_public_names_are_there_and_kept() -> None:
    kept = (Path(__file__).parent / "data" / "api.txt").read_text("utf-8").split()
    assert set(kept) <= set(newslint.__all__), "a name that goes is deprecated first: write what replaces it into the changelog"
    page = (Path(__file__).parents[1] / "docs" / "api.md").read_text("utf-8")
    for name in newslint.__all__:
        assert f"`{name}`" in page
        value = getattr(newslint, name)
        assert value.__doc__ or not isinstance(value, type), f"{name} is not documented"


def test_good_examples_keep_guillemets_of_their_own(facts: Facts) -> None:
    example = Good("Der Lotse sagte \\«ja\\».", marks=("«", "»"))
    assert newslint.testing.example_articles(example, facts)[0][0].text == "Der Lotse sagte «ja»."


# -- everything that a plugin may bring

PLUGIN = '''\
"""A plugin that brings one of everything."""

from pathlib import Path

from newslint import (
    Declared, Document, DocumentRule, Key, Kind, Reader, Reporter, Span, hookimpl, shape,
)


class Word(Declared, DocumentRule):
    """A word that is not wanted."""

    def __init__(self, spec):
        self.declare(spec)
        self.word = spec["word"]

    def check(self, article):
        at = article.text.find(self.word)
        if at >= 0:
            yield self.report(article.place(Span(at, at + len(self.word))), self.word)


EXAMPLE = """\\
id: house/word
kind: word
severity: warning
summary: A word is not wanted.
word: late
examples: {bad: ["It is «late»."], good: ["It is early."]}
"""


@hookimpl
def newslint_kinds():
    keys = {"word": Key(shape.TEXT, "The word.", True)}
    return [Kind("word", "A word that is not wanted.", keys, Word, EXAMPLE)]


@hookimpl
def newslint_readers():
    return [Reader("wire", (".wire",), lambda path, source: (Document(path, source, source), ()))]


@hookimpl
def newslint_reporters():
    return [Reporter("bare", lambda report, style: "".join(f"{f.rule} {f.place.path}\\n" for f in report.findings))]


@hookimpl
def newslint_rules():
    return [Path(__file__).parent / "words"]
'''


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_plugin_may_bring_kinds_readers_and_reporters(folder: Path, jobs: str) -> None:
    (folder / "all_of_it.py").write_text(PLUGIN, "utf-8")
    (folder / "words").mkdir()
    rule = PLUGIN.partition('EXAMPLE = """\\\n')[2].partition('"""')[0]
    (folder / "words" / "word.yaml").write_text(rule, "utf-8")
    for name in ("a.wire", "b.wire"):
        (folder / name).write_text("It was late.\n", "utf-8")
    for _ in ("first", "again"):
        done = run(folder, "--plugin", "all_of_it.py", "--select", "house", "--jobs", jobs, "--format", "bare", "--include", "*.wire", ".")
        assert done.stdout == "house/word a.wire\nhouse/word b.wire\n", done.stdout + done.stderr
    (folder / "words" / "word.yaml").write_text(rule.replace("word: late", "wrod: late"), "utf-8")
    done = run(folder, "--plugin", "all_of_it.py", "--select", "house", "a.wire")
    assert "word.yaml:5:1: house/word: unknown key 'wrod' (did you mean 'word'?)" in " ".join(done.stdout.split())
    assert '"word"' in run(folder, "rules", "--schema", "--plugin", "all_of_it.py").stdout


def test_every_hook_is_documented_and_taken() -> None:
    from newslint import hookspecs, plugins

    hooks = {name for name in vars(hookspecs) if name.startswith("newslint_")}
    assert hooks == set(plugins._TAKE)
    page = (Path(__file__).parents[1] / "docs" / "plugins.md").read_text("utf-8")
    for hook in hooks:
        assert f"`{hook}()`" in page
        assert getattr(hookspecs, hook).__doc__


def test_no_built_in_rule_would_report_anything(facts: Facts) -> None:
    from newslint.config import Config
    from newslint.engine.job import Job, open_workshop

    workshop = open_workshop(Job(Config(Path.cwd())))
    blind = [rule.id for rule in workshop.rules if mutate(rule, facts, workshop.extractors).blind]
    assert not blind
