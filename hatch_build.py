"""Compiles the fact packs when a wheel, or an editable install, is built: a run then reads JSON, not YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilePacks(BuildHookInterface[Any]):
    """Writes rules/newslint_rules/facts/compiled.jsonl; it is used as long as it fits the YAML files beside it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "validator"))
        from newslint.facts.load import compile_packs

        compile_packs(root / "rules" / "newslint_rules" / "facts")
