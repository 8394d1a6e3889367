"""The command line, run as a user runs it: what goes wrong is said in one clear message, and nothing else is lost."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"
TWICE = "The ferry was late again on that cold morning.\n"
#: an article in which copy/repeat finds its second paragraph
ARTICLE = f"{TWICE}\nNobody had expected otherwise, said the harbour master.\n\n{TWICE}"


def newslint(
    *arguments: object, cwd: Path | None = None, env: Mapping[str, str] | None = None, stdin: bytes | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *map(str, arguments)], cwd=cwd, env={**os.environ, **(env or {})}, input=stdin, capture_output=True
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Both outputs, without the line breaks that the width makes."""
    return " ".join((done.stdout + done.stderr).split())


def report(*arguments: object, **options: Any) -> dict[str, Any]:
    done = newslint("--format", "json", *arguments, **options)
    assert done.returncode in (0, 1, 2), done.stderr
    value: dict[str, Any] = json.loads(done.stdout)
    return value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


# -- exit codes


def test_findings_exit_with_1_and_silence_with_0(folder: Path) -> None:
    assert newslint(folder).returncode == 1
    assert newslint("--fail-on", "error", folder).returncode == 0
    assert newslint("--fail-on", "never", folder).returncode == 0
    assert newslint("--ignore", "copy", folder).returncode == 0
    assert newslint("--severity", "copy/repeat=error", "--fail-on", "error", folder).returncode == 1


def test_a_summary_counts_what_was_done(folder: Path) -> None:
    done = newslint("--select", "copy/repeat", folder)
    assert "1 document" in said(done)
    assert "1 rule" in said(done)
    assert "1 warning" in said(done)


# -- what the user may get wrong: one message, exit 2, and the rest is still reported


def test_an_unknown_rule_is_named_with_a_suggestion(folder: Path) -> None:
    done = newslint("--select", "copy/repaet,copy/repeat", folder)
    assert done.returncode == 2
    assert "copy/repaet" in said(done)
    assert "did you mean 'copy/repeat'?" in said(done)
    assert "warning[copy/repeat]" in said(done)


def test_an_unknown_config_key_is_named_with_its_line(folder: Path) -> None:
    (folder / "newslint.yaml").write_text("fail-on: error\nselct: [date]\n", "utf-8")
    done = newslint(folder)
    assert done.returncode == 2
    assert "newslint.yaml:2:" in said(done)
    assert "did you mean 'select'?" in said(done)


def test_a_missing_path_is_named_and_the_others_are_read(folder: Path) -> None:
    done = newslint(folder / "good.txt", folder / "gone.txt")
    assert done.returncode == 2
    assert "gone.txt: no such file or folder" in said(done)
    assert "warning[copy/repeat]" in said(done)


def test_an_empty_folder_is_no_success(tmp_path: Path) -> None:
    done = newslint(tmp_path)
    assert done.returncode == 2
    assert "holds no article" in said(done)


def test_a_broken_yaml_rule_is_named_with_its_line_and_the_others_run(folder: Path) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "bad.yaml").write_text("id: house/bad\nkind: patern\nseverity: error\nsummary: Bad.\n", "utf-8")
    (folder / "newslint.yaml").write_text("rules: [rules]\nexclude: [rules]\n", "utf-8")
    done = newslint(folder)
    assert done.returncode == 2
    assert "bad.yaml:2:7" in said(done)
    assert "did you mean 'pattern'?" in said(done)
    assert "warning[copy/repeat]" in said(done)


def test_a_plugin_that_raises_is_named_and_the_others_run(folder: Path) -> None:
    site = folder / "site"
    (site / "broken-1.dist-info").mkdir(parents=True)
    (site / "broken-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n", "utf-8")
    (site / "broken-1.dist-info" / "entry_points.txt").write_text("[newslint]\nbroken = broken_plugin\n", "utf-8")
    (site / "broken_plugin.py").write_text("raise RuntimeError('no luck today')\n", "utf-8")
    found = report("--exclude", "site", folder, env={"PYTHONPATH": str(site)})
    assert [p["message"] for p in found["problems"]] == ["the plugin 'broken' does not load: RuntimeError: no luck today"]
    assert "broken_plugin.py:1" in found["problems"][0]["hint"]
    assert found["summary"]["findings"]["warning"] == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9 au lait\n", "not UTF-8: byte 0xe9 at offset 3"),
        (b"\xff\xfea\x00b", "not UTF-16: "),
        ("text".encode("utf-16-le"), "not text: a NUL character"),
        (b"x" * 50_000_000, "too large for an article: 50 MB"),
    ],
)
def test_a_document_that_cannot_be_read_is_a_problem(folder: Path, data: bytes, message: str) -> None:
    (folder / "bad.txt").write_bytes(data)
    found = report(folder)
    assert [p["message"][: len(message)] for p in found["problems"]] == [message]
    assert found["summary"]["documents"] == 1
    assert found["summary"]["findings"]["warning"] == 1


def test_a_loop_of_links_is_named_and_ended(folder: Path) -> None:
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    found = report(folder)
    assert ["a link that leads back" in p["message"] for p in found["problems"]] == [True]
    assert found["summary"]["documents"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "yesterday"], "not a date"),
        (["--severity", "date=loud"], "there is no level 'loud'"),
        (["--format", "jason"], "did you mean 'json'?"),
        (["--fail-on", "sometimes"], "there is no level 'sometimes'"),
        (["--config", "none.yaml"], "there is no none.yaml"),
        (["--jobs", "many"], "expected a number or auto"),
        ([""], "a path is empty"),
    ],
)
def test_a_wrong_option_is_explained(folder: Path, arguments: list[str], message: str) -> None:
    done = newslint(*arguments, folder)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


# -- reading


def test_byte_order_marks_and_line_ends_keep_their_places(tmp_path: Path) -> None:
    for name, data in {
        "bom": b"\xef\xbb\xbf" + ARTICLE.encode(),
        "crlf": ARTICLE.replace("\n", "\r\n").encode(),
        "utf16": b"\xff\xfe" + ARTICLE.encode("utf-16-le"),
    }.items():
        file = tmp_path / f"{name}.txt"
        file.write_bytes(data)
        text = data.decode("utf-16-le" if name == "utf16" else "utf-8")
        (finding,) = report("--select", "copy/repeat", file)["findings"]
        assert text[finding["start"]["offset"] : finding["end"]["offset"]] == finding["excerpt"] == TWICE.strip()
        assert finding["start"]["line"] == 5
        assert finding["start"]["column"] == 1


def test_other_files_are_named_and_ignored_ones_are_not(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("drafts/\n*.tmp\n!keep.tmp\n", "utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    (folder / "x.tmp").write_text("x", "utf-8")
    (folder / "README.md").write_text(ARTICLE, "utf-8")
    done = newslint(folder)
    assert "photo.jpg" in said(done)
    assert "x.tmp" not in done.stdout
    assert "1 document" in said(done)
    assert newslint("--exclude", "good.txt", folder).returncode == 2


def test_standard_input_has_a_name_and_a_format(folder: Path) -> None:
    markdown = f"# *The* harbour\n\n{TWICE}\nSomething else was said.\n\n{TWICE}".encode()
    (finding,) = report("--select", "copy/repeat", "--stdin-filename", "notes/a.md", "-", stdin=markdown, cwd=folder)["findings"]
    assert finding["path"] == "notes/a.md"
    assert finding["start"]["line"] == 7


def test_options_may_come_before_the_command(folder: Path) -> None:
    done = newslint("--isolated", "claims", "--format", "jsonl", "--kind", "document", folder)
    assert done.returncode == 0
    assert json.loads(done.stdout)["kind"] == "document"


def test_claims_story_by_story(tmp_path: Path) -> None:
    said = "“The keys of the harbour office were found in a herring barrel,” said Ada Lund."
    for name, dead in (("a", 12), ("b", 12), ("c", 31)):
        (tmp_path / f"{name}.txt").write_text(f"The ferry fire in Merrow killed {dead} people, police said.\n\n{said}\n", "utf-8")
    done = newslint("--isolated", "claims", "--story", "--published", "2024-03-05", "--kind", "figure", ".", cwd=tmp_path)
    assert done.stdout.splitlines()[5:] == [
        " " * 48 + "  1  2  3",
        f"  ! {'figure: deaths, fire':44}  a  a  b",
        "      a  12  (a.txt:1, b.txt:1)",
        "      b  31  (c.txt:1)",
    ]
    done = newslint("--isolated", "claims", "--story", "--published", "2024-03-05", "--format", "jsonl", ".", cwd=tmp_path)
    (story,) = map(json.loads, done.stdout.splitlines())
    assert [a["path"] for a in story["articles"]] == ["a.txt", "b.txt", "c.txt"]
    (figure,) = (claim for claim in story["claims"] if claim["kind"] == "figure")
    assert [(one["path"], one["value"]) for one in figure["said"]] == [("a.txt", "12"), ("b.txt", "12"), ("c.txt", "31")]
    assert figure["disputed"]


def test_articles_of_no_story_have_no_matrix(folder: Path) -> None:
    done = newslint("--isolated", "claims", "--story", folder)
    assert (done.returncode, done.stdout) == (0, "No two articles tell the same story and speak of the same thing.\n")


# -- the same input gives the same answer


def test_the_report_does_not_depend_on_order_zone_clock_or_hashing(tmp_path: Path) -> None:
    files = sorted(str(f) for f in SEEDS.iterdir() if f.suffix in (".txt", ".md") and not f.name.startswith("README"))
    (tmp_path / "sitecustomize.py").write_text(
        "import os\nif os.environ.get('NEWSLINT_TEST_CLOCK'):\n"
        "    import time_machine\n    time_machine.travel(os.environ['NEWSLINT_TEST_CLOCK'], tick=True).start()\n",
        "utf-8",
    )
    base = {"PYTHONPATH": str(tmp_path)}
    outputs = set()
    for k, env in enumerate(
        [
            {"PYTHONHASHSEED": "0"},
            {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
            {"PYTHONHASHSEED": "99", "TZ": "Pacific/Honolulu"},
            {"NEWSLINT_TEST_CLOCK": "2036-11-22T10:00:00"},
        ]
    ):
        random.Random(k).shuffle(files)
        jobs = ("--jobs", "2") if k == 2 else ()
        done = newslint("--format", "json", "--isolated", *jobs, *files, env={**base, **env})
        assert done.returncode == 1, done.stdout + done.stderr
        outputs.add(done.stdout)
    assert len(outputs) == 1


# -- hostile copy


def test_control_characters_of_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    evil = "The ferry \x1b[2J\x1b]0;owned\x07 was late \u202eagain\u202c on that cold morning."
    (tmp_path / "evil.txt").write_text(f"{evil}\n\nNobody had expected otherwise, said the harbour master.\n\n{evil}\n", "utf-8")
    for form in ("text", "concise"):
        done = newslint("--select", "copy/repeat", "--format", form, "--color", tmp_path)
        shown = done.stdout.replace("\x1b[0m", "")
        assert "\x1b[2J" not in shown
        assert "\x1b]" not in shown
        assert "\u202e" not in shown
        assert "\x07" not in shown
