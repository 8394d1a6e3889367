"""What several tests need: the built-in rules, and the facts in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import Facts
from newslint.config import Config
from newslint.engine.job import Job, Workshop, open_workshop


@pytest.fixture(scope="session")
def workshop() -> Workshop:
    opened = open_workshop(Job(Config(Path.cwd())))
    assert not opened.problems
    return opened


@pytest.fixture(scope="session")
def facts(workshop: Workshop) -> Facts:
    return workshop.facts
