"""Installed plugins are found as the standard library finds them."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from newslint import installed


def test_the_same_entry_points_as_the_standard_library() -> None:
    for group in ("newslint", "console_scripts", "pytest11"):
        theirs: dict[str, str] = {}
        for entry in entry_points(group=group):
            theirs.setdefault(entry.name, entry.value.partition("[")[0].strip())
        assert installed.entry_points(group) == theirs
    assert "builtin" in installed.entry_points("newslint")


def test_comments_extras_and_a_second_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, text in (
        ("one", "# said first\n[other]\na = x\n[newslint]\n; no\nstyle = house.rules : Plugin.hooks [extra]\n"),
        ("two", "[newslint]\nold = y\n"),
    ):
        folder = tmp_path / place / "house_rules-1.0.dist-info"
        folder.mkdir(parents=True)
        (folder / "entry_points.txt").write_text(text)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "one"), str(tmp_path / "two"), str(tmp_path / "none")])
    assert installed.entry_points("newslint") == {"style": "house.rules : Plugin.hooks"}


def test_an_entry_point_is_a_module_or_something_in_it() -> None:
    assert installed.load("pathlib") is sys.modules["pathlib"]
    assert installed.load("pathlib:Path.cwd")() == Path.cwd()
