"""The built-in packs: nothing in them is wrong by what they say themselves."""

from __future__ import annotations

from newslint.engine.job import Workshop
from newslint.facts.check import check


def test_the_built_in_packs_have_no_faults(workshop: Workshop) -> None:
    faults = check(workshop.plugins.facts).faults
    assert not faults, "\n".join(map(str, faults))
