"""Every example of every rule, and what every rule must say of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import Facts, Rule
from newslint.config import Config
from newslint.engine.job import Job, open_workshop
from newslint.handbook import page
from newslint.testing import check_examples

RULES = open_workshop(Job(Config(Path.cwd()))).rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule: Rule, facts: Facts) -> None:
    mismatches = check_examples(rule, facts)
    assert not mismatches, "\n".join(map(str, mismatches))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_does(rule: Rule, facts: Facts) -> None:
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 120
    assert rule.why
    assert any(e.bad for e in rule.examples)
    assert any(not e.bad for e in rule.examples)
    assert rule.summary in page(rule, facts)
