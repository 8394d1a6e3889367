"""Sports copy: results as claims, two rules over them, and some facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from newslint import Claim, Extractor, hookimpl

from .result import ResultClaim, results


@hookimpl
def newslint_rules() -> Iterable[str]:
    return [__name__]


@hookimpl
def newslint_extractors() -> Mapping[type[Claim], Extractor]:
    return {ResultClaim: results}


@hookimpl
def newslint_facts() -> Iterable[Path]:
    return [Path(__file__).parent / "facts"]
