"""Copy in a language that newslint does not read is named, English never."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.language import unread
from test_cli import SEEDS

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "languages.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['language']}: {c['text'][:20]}")
def test_the_language_is_named(case: dict[str, Any]) -> None:
    assert unread(case["text"]) == case["language"]
    # a capitalised headline, or marks and figures between the words, make no difference
    assert unread(case["text"].replace(" ", " 12 ")) == case["language"]


@pytest.mark.parametrize("file", sorted(SEEDS.glob("*.txt")), ids=lambda f: f.name)
def test_every_paragraph_of_an_english_article_is_english(file: Path) -> None:
    assert [p for p in file.read_text("utf-8").split("\n\n") if unread(p)] == []
