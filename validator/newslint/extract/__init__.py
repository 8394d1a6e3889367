"""From annotations to claims: one module a kind of claim, each with `extract(article)`.

`BUILTIN` names them; a module is imported when its claims are first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module

from ..article import Article, Extractor
from ..claim import (
    Claim,
    DateClaim,
    DurationClaim,
    FigureClaim,
    ListClaim,
    NameClaim,
    QuoteClaim,
    ResponseClaim,
    RoleClaim,
    SettingClaim,
)

_MODULES: Mapping[type[Claim], str] = {
    DateClaim: "dates",
    DurationClaim: "durations",
    RoleClaim: "roles",
    ListClaim: "lists",
    QuoteClaim: "quotes",
    FigureClaim: "figures",
    NameClaim: "names",
    ResponseClaim: "responses",
    SettingClaim: "settings",
}


def _lazy(module: str) -> Extractor:
    def extract(article: Article) -> Iterable[Claim]:
        found: Iterable[Claim] = import_module(f".{module}", __name__).extract(article)
        return found

    return extract


BUILTIN: Mapping[type[Claim], Extractor] = {kind: _lazy(module) for kind, module in _MODULES.items()}
