"""A suggestion that is taken leaves less to find: for every bad example and case of the rules of dates and lengths."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newslint import Example, Facts, Severity
from newslint.rule import unmarked
from newslint.testing import run_example
from test_cases import RULES, cases

FAMILIES = ("date", "duration")


def _bad() -> list[tuple[str, Example]]:
    own = [(rule.id, example) for rule in RULES.values() for example in rule.examples]
    more = [(str(case.values[0]), case.values[1]) for case in cases()]
    return [(rule, e) for rule, e in own + more if isinstance(e, Example) and e.bad and rule.split("/")[0] in FAMILIES]


@pytest.mark.parametrize(("rule", "example"), _bad())
def test_a_suggestion_taken_leaves_less_to_find(rule: str, example: Example, facts: Facts) -> None:
    texts = [unmarked(text)[0] for text in example.texts]
    findings, _ = run_example(RULES[rule], example, facts)
    found = sum(f.severity > Severity.INFO for f in findings)
    for finding in findings:
        k, start, end = (
            int(finding.place.path.removeprefix("example-").removesuffix(".txt")) - 1,
            finding.place.start.offset,
            finding.place.end.offset,
        )
        for suggestion in finding.suggestions:
            right = [text[:start] + suggestion + text[end:] if n == k else text for n, text in enumerate(texts)]
            left, _ = run_example(RULES[rule], replace(example, texts=tuple(right)), facts)
            assert sum(f.severity > Severity.INFO for f in left) < max(found, 1), suggestion
