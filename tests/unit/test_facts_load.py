"""Fact packs: what they may say, how they are layered, and that every mistake is told with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newslint.claim import Interval
from newslint.facts.check import check
from newslint.facts.load import compile_packs, load_facts

HEAD = "schema: newslint-facts/1\nreviewed: 2025-06-30\n"
ROLES = HEAD + "roles:\n  mayor: {titles: [mayor], holders: one}\n  deputy-mayor: {titles: [deputy mayor], holders: many, deputy_of: mayor}\n"
PLACES = HEAD + "source: https://example.org/list\ncountries:\n  arcadia: {name: Arcadia, capital: Tegea, demonyms: [Arcadian]}\n"


def person(name: str, *tenures: str) -> str:
    lines = "".join(f"      - {{{t}}}\n" for t in tenures)
    return f"  {name.lower().replace(' ', '-')}:\n    name: {name}\n    tenures:\n{lines}"


MAYOR = "role: mayor, of: arcadia, from: 2020-03-01, source: https://example.org/a"


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "facts"
    folder.mkdir()
    (folder / "roles.yaml").write_text(ROLES)
    (folder / "countries.yaml").write_text(PLACES)
    return folder


def test_dates_known_to_the_year_or_month_are_intervals(pack: Path) -> None:
    (pack / "people.yaml").write_text(HEAD + "people:\n" + person("Ada Berg", MAYOR.replace("2020-03-01", "2019") + ", to: 2020-02"))
    facts, problems = load_facts([pack], {})
    (tenure,) = facts.people["ada-berg"].tenures
    assert not problems
    assert tenure.start == Interval(date(2019, 1, 1), date(2019, 12, 31))
    assert tenure.end == Interval(date(2020, 2, 1), date(2020, 2, 29))
    assert tenure.reviewed == date(2025, 6, 30)


def test_an_office_may_be_reviewed_until_another_day(pack: Path) -> None:
    offices = "offices:\n  - {role: mayor, of: arcadia, reviewed: 2026-01-31, holders: many}\n"
    (pack / "people.yaml").write_text(HEAD + offices + "people:\n" + person("Ada Berg", MAYOR))
    facts, _ = load_facts([pack], {})
    assert facts.people["ada-berg"].tenures[0].reviewed == date(2026, 1, 31)
    assert not facts.one_holder("mayor", "arcadia")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (HEAD + "people:\n  a-b:\n    nam: A B\n", 5, "did you mean 'name'"),
        (HEAD + "people:\n" + person("Ada Berg", "role: mayor, of: arcadia, from: 2020-13-01, source: x"), 7, "YYYY-MM-DD, YYYY-MM or YYYY"),
        (HEAD + "people:\n" + person("Ada Berg", MAYOR + ", to: 2020-02-01"), 7, "before it starts"),
        (HEAD + "people:\n" + person("Ada Berg", "role: mayor, of: arcadia, from: 2020-03-01"), 7, "'source' is missing"),
        (HEAD + "people:\n" + person("Ada Berg", MAYOR) + person("Ada Berg", MAYOR), 8, "stands twice"),
        ("schema: newslint-facts/9\n", 1, "newslint-facts/1"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_what_was_expected(pack: Path, text: str, line: int, says: str) -> None:
    (pack / "people.yaml").write_text(text)
    facts, problems = load_facts([pack], {})
    (problem,) = problems
    assert (problem.path, problem.line) == (str(pack / "people.yaml"), line)
    assert says in str(problem)
    assert "arcadia" in facts.countries, "the other files are in force"


def test_a_later_pack_replaces_what_an_earlier_one_says(pack: Path, tmp_path: Path) -> None:
    (pack / "people.yaml").write_text(HEAD + "people:\n" + person("Ada Berg", MAYOR) + person("Bo Carl", MAYOR + ", acting: true"))
    house = tmp_path / "house.yaml"
    house.write_text(HEAD + "people:\n" + person("Ada Berg", MAYOR.replace("2020-03-01", "2020-03-09")))
    facts, problems = load_facts([pack, house], {"Tegea": ("Tegeia",)})
    assert not problems
    assert facts.people["ada-berg"].tenures[0].start.earliest == date(2020, 3, 9)
    assert facts.people["ada-berg"].fact == "house/ada-berg"
    assert "bo-carl" in facts.people
    assert facts.preferred == {"Tegea": "Tegea", "Tegeia": "Tegea"}


def test_the_compiled_form_is_read_while_it_fits_and_never_after(pack: Path) -> None:
    (pack / "people.yaml").write_text(HEAD + "people:\n" + person("Ada Berg", MAYOR))
    written = compile_packs(pack)
    written.write_text(written.read_text().replace('"name":"Ada Berg"', '"name":"Read From Json"'))
    assert load_facts([pack], {}, cache=False)[0].people["ada-berg"].name == "Read From Json"
    (pack / "people.yaml").write_text(HEAD + "people:\n" + person("Ada Bergh", MAYOR))
    assert load_facts([pack], {})[0].people["ada-bergh"].name == "Ada Bergh"


@pytest.mark.parametrize("share", [0, 5, 60, 99])
def test_a_cache_cut_short_is_made_anew(pack: Path, tmp_path: Path, share: int) -> None:
    facts, _ = load_facts([pack], {})
    (kept,) = (tmp_path / "cache").rglob("*.jsonl")
    whole = kept.read_text()
    kept.write_text(whole[: len(whole) * share // 100])
    assert load_facts([pack], {})[0].digest == facts.digest
    assert kept.read_text() == whole


@pytest.mark.parametrize(
    ("people", "says"),
    [
        (person("Ada Berg", MAYOR) + person("Bo Carl", MAYOR.replace("2020-03-01", "2021-05-01")), "both hold it"),
        (person("Ada Berg", MAYOR.replace("mayor", "major")), "did you mean 'mayor'"),
        (person("Ada Berg", MAYOR.replace("arcadia", "arcady")), "did you mean 'arcadia'"),
    ],
)
def test_check_finds_what_packs_say_wrong_together(pack: Path, people: str, says: str) -> None:
    (pack / "people.yaml").write_text(HEAD + "people:\n" + people)
    assert [says in str(fault) for fault in check([pack]).faults] == [True]


@pytest.mark.parametrize("later", ["2021-05-03, acting: true", "2022-01-02"])
def test_a_stand_in_or_a_successor_is_no_overlap(pack: Path, later: str) -> None:
    start, _, rest = later.partition(", ")
    second = MAYOR.replace("2020-03-01", start) + (f", {rest}" if rest else "")
    (pack / "people.yaml").write_text(HEAD + "people:\n" + person("Ada Berg", MAYOR + ", to: 2022-01-01") + person("Bo Carl", second))
    assert check([pack]).faults == ()


def test_gaps_and_stale_packs_are_notes(pack: Path) -> None:
    (pack / "a.yaml").write_text(
        HEAD + "people:\n" + person("Ada Berg", MAYOR + ", to: 2020-05-01") + person("Bo Carl", MAYOR.replace("2020", "2021"))
    )
    (pack / "b.yaml").write_text(HEAD.replace("2025", "2027") + "people:\n" + person("Cy Dahl", MAYOR.replace("role: mayor", "role: deputy-mayor")))
    verdict = check([pack])
    assert verdict.faults == ()
    assert [("nobody from 2020-05-01 to 2021-03-01" in str(n), "reviewed until" in str(n)) for n in verdict.notes] == [(True, False), (False, True)]
