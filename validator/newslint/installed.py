"""Which plugins are installed: the entry points that packages declare.

`importlib.metadata` tells the same, but imports the machinery of e-mail, archives and sockets for it, which costs more than most of a run.
https://packaging.python.org/en/latest/specifications/entry-points/
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import reduce
from importlib import import_module
from typing import Any


def entry_points(group: str) -> dict[str, str]:
    """Name -> `module` or `module:object` of the entry points of a group; of two of one name the one found first on `sys.path`."""
    found: dict[str, str] = {}
    for text in _declarations():
        inside = False
        for line in map(str.strip, text.splitlines()):
            if line.startswith("["):
                inside = line == f"[{group}]"
            elif inside and "=" in line and line[0] not in "#;":
                name, _, target = line.partition("=")
                found.setdefault(name.strip(), target.partition("[")[0].strip())  # extras may follow
    return found


def _declarations() -> Iterator[str]:
    """The texts of all entry_points.txt; of a distribution that is there twice, only the first."""
    seen: set[str] = set()
    for folder in dict.fromkeys(sys.path):
        try:
            names = sorted(os.listdir(folder or "."))
        except OSError:
            continue
        for name in names:
            distribution = name.partition("-")[0].lower().replace("_", "-")
            if not name.endswith((".dist-info", ".egg-info")) or distribution in seen:
                continue
            seen.add(distribution)
            try:
                with open(os.path.join(folder, name, "entry_points.txt"), encoding="utf-8") as file:
                    yield file.read()
            except OSError:
                continue  # it declares none


def load(target: str) -> Any:
    """The module or object that an entry point names. Raises what its import raises, and AttributeError."""
    module, _, name = target.replace(" ", "").partition(":")
    return reduce(getattr, filter(None, name.split(".")), import_module(module))
