"""`newslint facts show` and `add`, run as a user runs them: what the record says, and a newsroom's own pack over it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from newslint.claim import Interval
from newslint.errors import UserError
from newslint.facts.edit import new_pack, proved, with_person, with_review
from newslint.facts.load import load_facts
from newslint.facts.model import Person, Tenure


def facts(*arguments: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newslint", "facts", *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"})


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "house.yaml").write_text("schema: newslint-facts/1\nreviewed: 2026-11-01\n", "utf-8")
    (tmp_path / "newslint.yaml").write_text("facts: [house.yaml]\n", "utf-8")
    return tmp_path


OFFICE = ("--role", "mayor", "--of", "Italy", "--title", "Mayor of Tegea", "--from", "2025-10", "--source", "https://example.org/tegea")


# -- show


@pytest.mark.parametrize("name", ["christine-lagarde", "Christine Lagarde", "lagarde"])
def test_show_tells_offices_with_sources_and_review_dates(tmp_path: Path, name: str) -> None:
    done = facts("show", name, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Christine Lagarde (officials/christine-lagarde)" in done.stdout
    assert "managing director of the International Monetary Fund from 5 July 2011 to 12 September 2019" in done.stdout
    assert "since 1 November 2019" in done.stdout
    assert "checked until" in done.stdout
    assert done.stdout.count("source: http") == done.stdout.count("office: ") >= 3


def test_show_tells_an_event(tmp_path: Path) -> None:
    done = facts("show", "war in Ukraine", cwd=tmp_path)
    assert "24 February 2022 (where the text has: full-scale" in done.stdout
    assert "source: http" in done.stdout


def test_show_suggests_a_name_for_one_that_is_not_there(tmp_path: Path) -> None:
    done = facts("show", "Cristine Lagard", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean 'Christine Lagarde'?" in done.stderr


# -- add


def test_add_writes_what_the_loader_reads(newsroom: Path) -> None:
    done = facts("add", "--name", "Zoë O’Hara-Núñez", *OFFICE, "--verified", "--reviewed", "2026-11-20", cwd=newsroom)
    assert done.returncode == 0, done.stderr
    record, problems = load_facts([newsroom / "house.yaml"], {}, cache=False)
    assert not problems
    (tenure,) = record.people["zoe-o-hara-nunez"].tenures
    assert (tenure.role, tenure.of, tenure.title, tenure.verified) == ("mayor", "italy", "Mayor of Tegea", True)
    assert tenure.start == Interval(date(2025, 10, 1), date(2025, 10, 31))
    assert tenure.reviewed == date(2026, 11, 20)


def test_add_asks_for_what_is_needed_until_it_can_be_read(newsroom: Path) -> None:
    answers = "Ada Berg\nItaly\nmajor\nmayor\n2025-13\n2025-10\n\nhttps://example.org/tegea\n"
    done = facts("add", cwd=newsroom, stdin=answers)
    assert done.returncode == 0, done.stderr
    assert "did you mean 'mayor'?" in done.stderr
    assert "not a date: '2025-13'" in done.stderr
    assert load_facts([newsroom / "house.yaml"], {}, cache=False)[0].people["ada-berg"].tenures[0].end is None


def test_add_says_what_is_missing_when_nobody_answers(newsroom: Path) -> None:
    done = facts("add", "--name", "Ada Berg", "--of", "Italy", cwd=newsroom)
    assert done.returncode == 2
    assert "role is missing (give it with --role)" in done.stderr


def test_add_refuses_a_second_holder_and_writes_nothing(newsroom: Path) -> None:
    before = (newsroom / "house.yaml").read_text("utf-8")
    done = facts(
        "add", "--name", "Ada Berg", "--role", "chancellor", "--of", "german", "--from", "2012-01", "--to", "2013", "--source", "x", cwd=newsroom
    )
    assert done.returncode == 2
    assert "Angela Merkel and Ada Berg both hold it" in done.stderr
    assert (newsroom / "house.yaml").read_text("utf-8") == before


def test_a_house_entry_overrides_the_record_and_keeps_the_rest_of_it(newsroom: Path) -> None:
    copy = newsroom / "2019-09-30.txt"
    copy.write_text("IMF Managing Director Christine Lagarde said on Monday that talks would go on.\n", "utf-8")

    def accused() -> bool:
        command = [sys.executable, "-m", "newslint", "--select", "role", "--fail-on", "never", "--format", "json", copy.name]
        done = subprocess.run(command, cwd=newsroom, capture_output=True, text=True, encoding="utf-8")
        return bool(json.loads(done.stdout)["findings"])

    office = ("--role", "managing-director", "--of", "imf", "--from", "2011-07-05", "--source", "https://example.org/imf", "--verified")
    assert not accused(), "within the weeks after she left"
    assert facts("add", "--name", "christine-lagarde", *office, "--to", "2019-05-01", cwd=newsroom).returncode == 0
    assert accused()
    shown = facts("show", "lagarde", cwd=newsroom).stdout
    assert "(house/christine-lagarde)" in shown
    assert "from 5 July 2011 to 1 May 2019" in shown
    assert "finance minister of France from 18 June 2007" in shown


# -- the text of a pack

SOMEBODY = Person(
    "ada-berg", "Ada Berg", tenures=(Tenure("mayor", "italy", Interval(*[date(2020, 3, 1)] * 2), None, "https://example.org/a", date.min),)
)


def test_what_stands_in_a_pack_stays_as_it_stands() -> None:
    text = (
        new_pack(date(2026, 1, 1))
        + "# ours\npeople:\n  # the mayor before\n  bo-carl: {name: Bo Carl}   # flow\n\n  cy-dahl:\n    name: Cy Dahl\n\nsource: x\n"
    )
    once = proved(with_person(text, "p.yaml", SOMEBODY), "p.yaml")
    assert [line for line in text.splitlines() if line not in once.splitlines()] == []
    assert with_person(once, "p.yaml", SOMEBODY) == once, "the same entry takes its own place"
    reviewed = proved(with_review(once, "p.yaml", "mayor", "italy", date(2026, 5, 1)), "p.yaml")
    assert "  - {role: mayor, of: italy, reviewed: 2026-05-01}" in reviewed.splitlines()


@pytest.mark.parametrize("text", ["people: {a-b: {name: A B}}\n", "people:\n"])
def test_a_pack_written_otherwise_is_not_guessed_at(text: str) -> None:
    with pytest.raises(UserError, match="by hand"):
        with_person(new_pack(date(2026, 1, 1)) + text, "p.yaml", SOMEBODY)


# -- the manual


def test_every_command_of_the_manual_runs(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[1] / "docs" / "facts.md").read_text("utf-8")
    blocks = [part.partition("```")[0] for part in manual.split("```sh\n")[1:]]
    assert len(blocks) >= 4
    on_path = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
    for block in blocks:
        done = subprocess.run(["sh", "-e", "-c", block], cwd=tmp_path, env=on_path, capture_output=True, text=True, encoding="utf-8", input="")
        assert done.returncode == 0, f"{block}\n{done.stdout}{done.stderr}"


def test_the_example_of_the_manual_is_a_pack(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[1] / "docs" / "facts.md").read_text("utf-8")
    (tmp_path / "example.yaml").write_text(manual.split("```yaml\n")[1].partition("```")[0], "utf-8")
    record, problems = load_facts([tmp_path / "example.yaml"], {}, cache=False)
    assert not problems
    assert record.people["ada-berg"].tenures[0].tolerance == 5
