"""The house keeps its order: one rule, one file; nothing that knows the clock; sizes that can be read."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import newslint
import newslint_rules

ENGINE = Path(newslint.__file__).parent
RULES = Path(newslint_rules.__file__).parent
MODULES = sorted([*ENGINE.rglob("*.py"), *RULES.rglob("*.py")])


def test_rule_files_lie_in_the_folder_of_their_family() -> None:
    from newslint.plugins import load_plugins

    for source in load_plugins().rules:
        assert source.id is not None
        assert source.load().id == source.id


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(p.parents[2])))
def test_a_module_explains_itself(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    assert ast.get_docstring(tree), "a module says what it is for"


def _imported(module: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


@pytest.mark.parametrize("module", [m for m in MODULES if m.is_relative_to(RULES)], ids=lambda p: p.stem)
def test_rules_import_the_public_interface_alone(module: Path) -> None:
    inside = {name for name in _imported(module) if name.startswith("newslint")}
    assert inside <= {"newslint"}


def test_only_the_command_line_looks_at_a_clock() -> None:
    for module in MODULES:
        if module.parent.name == "cli":
            continue
        text = module.read_text("utf-8")
        for call in ("today()", ".now(", "time.time", "localtime", "monotonic("):
            if call == "today()" and "def today" in text:
                continue
            assert call not in text, f"{module} asks the clock with {call}"
