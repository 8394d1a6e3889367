"""sport/score"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Bad, DocumentRule, Finding, Good, Severity

from ..result import ResultClaim


class Score(DocumentRule):
    """Who beat another has the lower score.

    The numbers were turned, or the teams. Tennis, legs and penalties are left out: there the single score says little.
    """

    id = "sport/score"
    severity = Severity.ERROR
    examples = (
        Bad("«Torvale beat Marsh End 1-3» on Saturday."),
        Bad("«Torvale edged Holt 2–2» on Sunday."),
        Good("Torvale beat Marsh End 3-1 on Saturday."),
        Good("Berg beat Weir 4-6, 6-3, 6-2. Torvale beat Holt 1-1 on penalties."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for result in article.claims(ResultClaim):
            if result.first <= result.second:
                turned = f"{result.second}-{result.first}" if result.first < result.second else None
                words = result.place.excerpt
                yield self.report(
                    result,
                    f"{result.winner} is said to have won {result.score}; turn the score, or the teams.",
                    suggestions=[words[: len(words) - len(result.score)] + turned] if turned else [],
                )
