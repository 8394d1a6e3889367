"""What a plugin may bring. Implement any of these in a module, mark it with `newslint.hookimpl`, and name the module in
the entry-point group `newslint`; the built-in rules come in by the same door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from .article import Extractor
from .claim import Claim
from .kinds import Kind
from .marker import hookspec
from .read import Reader
from .report import Reporter
from .rule import Rule


@hookspec
def newslint_rules() -> Iterable[type[Rule] | Path | str]:  # type: ignore[empty-body]
    """Rules: classes, paths of YAML files or of folders of them, or names of packages with a file for each rule, as family/name."""


@hookspec
def newslint_kinds() -> Iterable[Kind]:  # type: ignore[empty-body]
    """Kinds of YAML rule."""


@hookspec
def newslint_extractors() -> Mapping[type[Claim], Extractor]:  # type: ignore[empty-body]
    """Kinds of claim, each with the function that finds them in an article."""


@hookspec
def newslint_facts() -> Iterable[Path]:  # type: ignore[empty-body]
    """Fact packs: paths of YAML files or of folders of them, layered over the built-in ones in the order given."""


@hookspec
def newslint_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Article formats."""


@hookspec
def newslint_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]
    """Formats of the report."""
