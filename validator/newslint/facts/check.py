"""What is wrong with packs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import Problem


def check(paths: Sequence[Path]) -> list[Problem]:
    return []
