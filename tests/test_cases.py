"""Cases beyond a rule's own examples: tests/cases/<family>/<rule>.yaml, in the examples' notation."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint import Bad, Example, Facts, Good
from newslint.config import Config
from newslint.engine.job import Job, open_workshop
from newslint.testing import check_examples

FOLDER = Path(__file__).parent / "cases"
RULES = {rule.id: rule for rule in open_workshop(Job(Config(Path.cwd()))).rules}


def cases() -> list[Any]:
    found = []
    for file in sorted(FOLDER.glob("*/*.yaml")):
        rule = f"{file.parent.name}/{file.stem}"
        if rule not in RULES:  # data of another test
            continue
        for word, listed in yaml.safe_load(file.read_text("utf-8")).items():
            make = {"bad": Bad, "good": Good}[word]
            for case in listed:
                texts = [case["text"]] if "text" in case else case["texts"]
                example = make(*texts, published=str(case["published"]) if "published" in case else None, dates=case.get("dates", ()))
                found.append(pytest.param(rule, example, id=f"{rule}: {case.get('why', texts[0][:60])}"))
    return found


@pytest.mark.parametrize(("rule", "example"), cases())
def test_case(rule: str, example: Example, facts: Facts) -> None:
    tested = copy.copy(RULES[rule])
    tested.examples = (example,)
    mismatches = check_examples(tested, facts)
    assert not mismatches, "\n".join(map(str, mismatches))
