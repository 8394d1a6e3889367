"""Results: who beat whom, and by what score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import regex

from newslint import Article, Claim, Span

_TEAM = r"\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}"
_RESULT = regex.compile(
    rf"(?P<winner>{_TEAM})\s(?:beat|defeated|edged|thrashed|overcame)\s(?P<loser>{_TEAM})\s(?P<first>\d{{1,3}})[-–](?P<second>\d{{1,3}})"
    # sets, legs and shoot-outs have scores of their own
    r"(?![-–\d]|,?\s\(?\d{1,3}[-–]\d|\s(?:on|after)\s(?:penalties|aggregate))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultClaim(Claim):
    """A match as told in one sentence: `match` names both teams, in one order whoever won; `score` is as written."""

    kind: ClassVar[str] = "result"
    winner: str
    loser: str
    match: str
    score: str
    first: int
    second: int


def results(article: Article) -> Iterator[ResultClaim]:
    """The results of an article, "Torvale beat Marsh End 3-1"."""
    for m in _RESULT.finditer(article.text):
        winner, loser = m["winner"], m["loser"]
        yield ResultClaim(
            **article.base(Span(*m.span())),
            winner=winner,
            loser=loser,
            match=" and ".join(sorted((winner, loser))),
            score=f"{m['first']}-{m['second']}",
            first=int(m["first"]),
            second=int(m["second"]),
        )
