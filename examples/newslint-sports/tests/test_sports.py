"""The plugin as it is installed: its rules, its claims, its facts."""

import newslint
from newslint.testing import failures


def test_the_rules_do_what_their_examples_say() -> None:
    assert not failures("sports")


def test_the_built_in_rules_know_the_facts_of_the_plugin() -> None:
    text = "Paris marks this year the 110th anniversary of the first Tour de France."
    (finding,) = newslint.check_text(text, published="2003-07-05", select=["date/anniversary"]).findings
    assert [e.fact for e in finding.evidence] == ["events/first-tour-de-france"]


def test_a_score_is_turned() -> None:
    (finding,) = newslint.check_text("Holt beat Selby 0-1.", select=["sport"]).findings
    assert finding.suggestions == ("Holt beat Selby 1-0",)
