"""What the pages on CI, adoption, formats and editors show is so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from newslint.config import read
from newslint.read import BUILTIN as READERS
from newslint.report import BUILTIN as FORMATS
from test_cli import ARTICLE, newslint

DOCS = Path(__file__).parents[1] / "docs"
PAGES = [DOCS / name for name in ("ci.md", "adoption.md", "formats.md", "editors.md")]


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_what_is_shown_as_yaml_or_json_can_be_read(page: Path) -> None:
    for block in blocks(page, "yaml"):
        assert list(yaml.safe_load_all(block))
    for block in blocks(page, "json"):
        json.loads(block)


def test_the_options_that_are_shown_are_there() -> None:
    known = newslint("check", "--help", env={"COLUMNS": "300"}).stdout + newslint("baseline", "--help", env={"COLUMNS": "300"}).stdout
    for page in PAGES:
        for block in blocks(page, "sh"):
            for line in block.splitlines():
                if line.startswith("newslint "):
                    for option in re.findall(r"(?<=\s)--[a-z-]+", line):
                        assert option in known or option.endswith("-completion"), (page.name, option)


def test_every_format_and_suffix_is_described() -> None:
    page = (DOCS / "formats.md").read_text("utf-8")
    for name in (FORMATS.keys() - {"statistics"}) | READERS.keys():
        assert f"`{name}`" in page, name


def test_the_config_of_the_desks_is_one(tmp_path: Path) -> None:
    (block,) = [b for b in blocks(DOCS / "adoption.md", "yaml") if "overrides:" in b]
    (tmp_path / "newslint.yaml").write_text(block, "utf-8")
    (tmp_path / "desks").mkdir()
    (tmp_path / "desks" / "sport.yaml").write_text("schema: newslint-facts/1\n", "utf-8")
    assert len(read(tmp_path / "newslint.yaml").overrides) == 4


def test_the_workflows_fit_their_schema(tmp_path: Path) -> None:
    flows = [b for b in blocks(DOCS / "ci.md", "yaml") if "\njobs:" in b]
    assert len(flows) == 3
    for k, block in enumerate(flows):
        (tmp_path / f"{k}.yml").write_text(block, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, sorted(tmp_path.glob("*.yml")))],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_the_pattern_for_editors_fits_what_is_written(tmp_path: Path) -> None:
    (task,) = blocks(DOCS / "editors.md", "json")
    pattern = json.loads(task)["tasks"][0]["problemMatcher"]["pattern"]
    done = newslint("--format", "concise", "--stdin-filename", "drafts/story.txt", "-", stdin=ARTICLE.encode())
    found = re.match(pattern["regexp"], done.stdout.splitlines()[0])
    assert found
    assert found[pattern["file"]] == "drafts/story.txt"
    assert (found[pattern["line"]], found[pattern["code"]]) == ("5", "copy/repeat")
