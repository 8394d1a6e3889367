"""Each format as its reader takes it: the schema holds, and no article does harm through it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema
import yaml
from markdown_it import MarkdownIt

from newslint import Evidence, Finding, InQuote, Location, Place, Problem, Related, Severity
from newslint.report import BUILTIN, Report, RuleInfo, Style, builtin

DATA = Path(__file__).parent / "data" / "schemas"
HOSTILE: list[str] = list(yaml.safe_load((Path(__file__).parent / "cases" / "hostile.yaml").read_text("utf-8")))
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def place(path: str, text: str, needle: str) -> Place:
    at = text.index(needle)
    line, column = text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
    return Place(path, Location(line, column, at), Location(line, column + len(needle), at + len(needle)), needle)


def report(count: int = 3, said: str = "the copy says “Café”", excerpt: str = "Café", path: str = "désk/a b.txt") -> Report:
    text = f"Überall: {excerpt}\nand more\n"
    here, there = place(path, text, excerpt), place("b.txt", text, excerpt)
    findings = tuple(
        Finding(
            rule="role/holder",
            severity=LEVELS[k % 3],
            message=said,
            place=replace(here, in_quote=InQuote(said) if k % 2 else None),
            suggestions=(said, "Bar"),
            related=(Related(there, said),),
            evidence=(Evidence("officials/somebody", "https://example.org/source"),),
            fingerprint=f"{k:020x}",
        )
        for k in range(count)
    )
    return Report(
        findings=findings,
        problems=(Problem(said, path, "role/holder", 3, 1, said), Problem(said)),
        documents=3,
        undated=1,
        skipped=("photo.jpg",),
        rules=(RuleInfo("role/holder", Severity.ERROR, "A title and its holder.", "Why it matters."),),
        version="0.1.0",
        sources={path: text, "b.txt": text},
        checked=tuple(sorted((path, "b.txt", "clean.txt"))),
        notices=(Problem(said, path, line=2),),
    )


EMPTY = Report((), (), 0, 0, (), (), "0.1.0")


def written(name: str, value: Report) -> str:
    return builtin(name).write(value, Style())


@pytest.mark.parametrize("name", BUILTIN)
def test_every_format_writes_lines_of_utf8_and_the_same_each_time(name: str) -> None:
    for value in (report(), EMPTY):
        text = written(name, value)
        assert text == written(name, value)
        text.encode("utf-8")
        assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("said", HOSTILE)
@pytest.mark.parametrize("name", [n for n in BUILTIN if n not in ("json", "jsonl", "sarif", "rdjson", "rdjsonl", "gitlab")])
def test_no_control_character_of_an_article_is_written_for_people(name: str, said: str) -> None:
    text = written(name, report(said=said, excerpt=said.split("\n")[0] or "x", path="a.txt"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", text)


@pytest.mark.parametrize("said", HOSTILE)
@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "rdjson", "rdjsonl", "gitlab", "github"])
def test_what_a_terminal_might_obey_is_escaped_for_programs(name: str, said: str) -> None:
    text = written(name, report(said=said, excerpt=said, path="\x9b31m\u202e\x1b[2J.txt"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", text)
    if name == "json":
        assert json.loads(text)["findings"][0]["excerpt"] == said


def test_marks_of_a_terminal_stand_under_the_words() -> None:
    text = written("text", report(excerpt="Ca\u0301fe\u200b漢", path="a.txt"))
    assert "|          ^^^^^^\n" in text


# -- SARIF


@pytest.fixture(scope="module")
def sarif_schema() -> Any:
    return jsonschema.Draft4Validator(json.loads((DATA / "sarif-2.1.0.json").read_text("utf-8")))


@pytest.mark.parametrize("said", ["plain", *HOSTILE])
def test_sarif_fits_its_schema(sarif_schema: Any, said: str) -> None:
    for value in (report(said=said, excerpt=said), EMPTY):
        log = json.loads(written("sarif", value))
        assert [error.message for error in sarif_schema.iter_errors(log)] == []


def test_sarif_points_at_the_copy_and_at_the_other_end() -> None:
    value = report()
    (run,) = json.loads(written("sarif", value))["runs"]
    result = run["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    text = value.sources[value.findings[0].place.path]
    assert text[region["charOffset"] : region["charOffset"] + region["charLength"]] == region["snippet"]["text"] == "Café"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "d%C3%A9sk/a%20b.txt"
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b.txt"
    assert [fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] for fix in result["fixes"]] == ["the copy says “Café”", "Bar"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["help"]["text"] == "A title and its holder.\n\nWhy it matters."
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert result["partialFingerprints"] == {"newslint/v1": "0" * 20}


# -- GitHub

_WORKFLOW_COMMAND = re.compile(r"^\s*::(\w[\w-]*)(?: ([^:]*))?::(.*)$")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner makes of a log: it trims each line and splits commands and properties."""
    found = []
    for line in text.splitlines():
        if match := _WORKFLOW_COMMAND.match(line):
            properties = dict(item.split("=", 1) for item in (match[2] or "").split(",") if item)
            found.append((match[1], {k: unescaped(v) for k, v in properties.items()}, unescaped(match[3])))
        else:
            assert "##[" not in line
            assert not line.lstrip().startswith("::")
    return found


def unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


@pytest.mark.parametrize("said", HOSTILE)
def test_github_sees_our_commands_and_none_of_the_articles(said: str) -> None:
    found = commands(written("github", report(said=said, excerpt=said, path="a,b:c.txt")))
    assert [name for name, _, _ in found] == ["error", "error", "error", "warning", "notice"]
    assert all(p.get("file", "a,b:c.txt") == "a,b:c.txt" for _, p, _ in found)


def test_github_caps_annotations_and_counts_the_rest() -> None:
    text = written("github", report(count=90))
    names = [name for name, _, _ in commands(text)]
    assert {name: names.count(name) for name in names} == {"error": 10, "warning": 10, "notice": 10}
    assert "62 more findings without an annotation" in text


# -- GitLab: what its documentation of the Code Quality format asks for


@pytest.mark.parametrize("said", HOSTILE)
def test_gitlab_gets_what_it_asks_for(said: str) -> None:
    issues = json.loads(written("gitlab", report(said=said, excerpt=said)))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5
    for issue in issues:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith("./")
        assert issue["location"]["lines"]["begin"] >= 1
    assert json.loads(written("gitlab", EMPTY)) == []


# -- XML


@pytest.fixture(scope="module")
def junit_schema() -> Any:
    return xmlschema.XMLSchema(str(DATA / "junit-10.xsd"))


@pytest.mark.parametrize("said", ["plain", *HOSTILE])
def test_junit_fits_its_schema(junit_schema: Any, said: str) -> None:
    root = ElementTree.fromstring(written("junit", report(said=said, excerpt=said)).encode())
    junit_schema.validate(root)
    assert len(root.findall(".//failure")) == 3
    assert len(root.findall(".//error")) == 2
    assert [s.get("name") for s in root] == ["b.txt", "clean.txt", "désk/a b.txt", "newslint"]
    assert root.get("tests") == str(len(root.findall(".//testcase"))) == "7"


@pytest.mark.parametrize("said", ["plain", *HOSTILE])
def test_checkstyle_can_be_parsed_and_holds_all(said: str) -> None:
    root = ElementTree.fromstring(written("checkstyle", report(said=said, excerpt=said)).encode())
    assert root.tag == "checkstyle"
    errors = root.findall("file/error")
    assert len(errors) == 5
    assert {e.get("severity") for e in errors} == {"error", "warning", "info"}
    assert [e.get("column") for e in errors if e.get("source") == "newslint.role/holder"][-1] == "10"


# -- Reviewdog

_POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {key: {"type": "integer"} for key in ("line", "column")},
}
_RANGE = {"type": "object", "additionalProperties": False, "properties": {"start": _POSITION, "end": _POSITION}}
_LOCATION = {"type": "object", "required": ["path"], "additionalProperties": False, "properties": {"path": {"type": "string"}, "range": _RANGE}}
#: the documented fields of a Diagnostic, stricter than its published schema: nothing else may stand there
_DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string"},
        "location": _LOCATION,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "source": {"type": "object", "required": ["name"], "additionalProperties": False, "properties": {"name": {"type": "string"}}},
        "code": {"type": "object", "required": ["value"], "additionalProperties": False, "properties": {"value": {"type": "string"}}},
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["range", "text"],
                "additionalProperties": False,
                "properties": {"range": _RANGE, "text": {"type": "string"}},
            },
        },
        "related_locations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["location"],
                "additionalProperties": False,
                "properties": {"message": {"type": "string"}, "location": _LOCATION},
            },
        },
    },
}


@pytest.mark.parametrize("said", ["plain", *HOSTILE])
def test_rdjson_fits_its_format(said: str) -> None:
    value = report(said=said, excerpt=said)
    whole = json.loads(written("rdjson", value))
    lines = [json.loads(line) for line in written("rdjsonl", value).split("\n") if line]
    assert whole["diagnostics"] == lines
    for row in lines:
        jsonschema.validate(row, _DIAGNOSTIC)


def test_rdjson_counts_columns_in_bytes() -> None:
    row = json.loads(written("rdjson", report()))["diagnostics"][-1]
    # "Überall: " is nine characters and ten bytes, "Café" four and five
    assert row["location"]["range"] == {"start": {"line": 1, "column": 11}, "end": {"line": 1, "column": 16}}


# -- lines of JSON, Markdown


def test_jsonl_holds_findings_problems_and_the_summary() -> None:
    rows = [json.loads(line) for line in written("jsonl", report()).split("\n") if line]
    assert [row["type"] for row in rows] == ["finding"] * 3 + ["problem"] * 2 + ["summary"]
    assert rows[0].items() >= json.loads(written("json", report()))["findings"][0].items()


@pytest.mark.parametrize("said", HOSTILE)
def test_markdown_shows_an_article_and_runs_none_of_it(said: str) -> None:
    text = written("markdown", report(said=said, excerpt=said))
    bare = re.sub(r"\\.", "", text)
    assert not re.search(r"<(?!https://example\.org/source>)", bare)
    assert "](" not in bare
    assert not re.search(r"@\w", bare)
    assert sum(line.startswith("- ") for line in text.splitlines()) == 6


@pytest.mark.parametrize("said", HOSTILE)
def test_markdown_is_read_as_text_and_the_records_addresses(said: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written("markdown", report(said=said, excerpt=said)))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in tokens} | {child.type for child in inline}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_block", "table_open", "em_open", "s_open", "hr"}
    assert {child.attrGet("href") for child in inline if child.type == "link_open"} == {"https://example.org/source"}
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h3"]


def test_markdown_stays_within_what_a_comment_may_hold() -> None:
    text = written("markdown", replace(report(count=900), problems=report().problems * 500))
    assert len(text) < 65_536
    assert re.search(r"and \d+ more findings, which this comment has no room for", text)
    assert "and 950 more problems" in text
    # the gravest have the room
    assert text.count("❌") > 100
    assert "⚠️" not in text
