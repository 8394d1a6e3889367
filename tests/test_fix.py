"""--fix and --diff: only what is safe is written, at its place, and nothing that somebody said."""

from __future__ import annotations

import codecs
import subprocess
from pathlib import Path

import pytest

from test_cli import newslint, report, said

#: a mark that stands where an apostrophe belongs
WRONG = "The pilot‘s launch was late, and nobody on the north quay knew why.\n"
RIGHT = WRONG.replace("‘", "’")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.rst"])
def test_a_safe_suggestion_is_written(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(WRONG, "utf-8")
    done = newslint("--select", "quote/mark", "--fix", file)
    assert done.returncode == 0, done.stdout
    assert "1 correction written" in done.stderr
    assert file.read_text("utf-8") == RIGHT


@pytest.mark.parametrize(
    ("before", "encoding", "newline"),
    [(b"", "utf-8", "\r\n"), (codecs.BOM_UTF8, "utf-8", "\n"), (codecs.BOM_UTF16_LE, "utf-16-le", "\n"), (codecs.BOM_UTF16_BE, "utf-16-be", "\r")],
)
def test_the_rest_of_the_file_stays_as_it_is(tmp_path: Path, before: bytes, encoding: str, newline: str) -> None:
    text = f"Naïve copy — on two lines.\n\n{WRONG}\nThe end".replace("\n", newline)
    (tmp_path / "a.txt").write_bytes(before + text.encode(encoding))
    newslint("--select", "quote/mark", "--fix", tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == before + text.replace("‘", "’").encode(encoding)


def test_the_difference_is_shown_and_nothing_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"First.\n\n{WRONG}", "utf-8")
    done = newslint("--select", "quote/mark", "--diff", "a.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("--- a/a.txt\n+++ b/a.txt\n@@ ")
    assert f"-{WRONG}+{RIGHT}" in done.stdout
    assert (tmp_path / "a.txt").read_text("utf-8").endswith(WRONG)
    assert newslint("--select", "copy/repeat", "--diff", "a.txt", cwd=tmp_path).returncode == 0


def test_the_difference_is_a_patch(tmp_path: Path) -> None:
    # line ends that are none to a patch stand in these lines
    (tmp_path / "a.txt").write_bytes(f"First.\x0b\u2028Second.\r\n\r\n{WRONG}Last.\rTruly last.".encode())
    done = newslint("--select", "quote/mark", "--diff", "a.txt", cwd=tmp_path)
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply"], input=done.stdout.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "a.txt").read_bytes() == f"First.\x0b\u2028Second.\r\n\r\n{RIGHT}Last.\rTruly last.".encode()


def test_nothing_is_written_inside_a_quotation(tmp_path: Path) -> None:
    quoted = "“I saw the pilot‘s launch come in late that night,” the keeper of the light said on Monday.\n"
    (tmp_path / "a.txt").write_text(quoted, "utf-8")
    found = report("--select", "quote/mark", "--fix", tmp_path)
    assert (tmp_path / "a.txt").read_text("utf-8") == quoted
    assert all(f["in_quote"] for f in found["findings"])


def test_what_would_change_the_facts_or_the_markup_is_left_to_the_desk(tmp_path: Path) -> None:
    dated = "The fair opened on Saturday, August 15, 2025, and closed a week later.\n"
    marked = "The *pilot‘s* launch was late, and nobody knew why.\n"
    (tmp_path / "a.txt").write_text(dated, "utf-8")
    (tmp_path / "b.md").write_text(marked, "utf-8")
    found = report("--fix", tmp_path, cwd=tmp_path)
    assert {f["rule"] for f in found["findings"]} >= {"date/weekday"}
    assert (tmp_path / "a.txt").read_text("utf-8") == dated


def test_house_rules_may_call_their_suggestions_safe(tmp_path: Path) -> None:
    rule = (
        "id: house/style\nkind: substitution\nseverity: warning\nsummary: The house writes adviser.\nmessage: Write {{write}}.\n{safe}prefer: {{adviser: [advisor]}}\n"
        "examples:\n  bad: ['An «advisor» left.']\n  good: ['An adviser left.']\n"
    )
    (tmp_path / "newslint.yaml").write_text("rules: [house]\nselect: [house]\n", "utf-8")
    (tmp_path / "house").mkdir()
    (tmp_path / "a.txt").write_text("The mayor’s Advisor left on Monday.\n", "utf-8")
    for safe, written in (("", "Advisor"), ("safe: true\n", "Adviser")):
        (tmp_path / "house" / "style.yaml").write_text(rule.format(safe=safe), "utf-8")
        done = newslint("--fix", "a.txt", cwd=tmp_path)
        assert done.returncode in (0, 1), said(done)
        assert (tmp_path / "a.txt").read_text("utf-8") == f"The mayor’s {written} left on Monday.\n"


def test_word_documents_and_standard_input_are_not_written(tmp_path: Path) -> None:
    done = newslint("--fix", "-", stdin=WRONG.encode())
    assert done.returncode == 2
    assert "not with standard input" in done.stderr
