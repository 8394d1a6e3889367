"""The built-in rules: one rule, one file, whose path is its id (`date/weekday` is date/weekday.py); and the fact packs.

They enter by the same door as a stranger's: this module is an entry point in the group `newslint`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newslint import hookimpl


@hookimpl
def newslint_rules() -> Iterable[str]:
    return [__name__]


@hookimpl
def newslint_facts() -> Iterable[Path]:
    return [Path(__file__).parent / "facts"]
