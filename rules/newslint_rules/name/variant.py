"""name/variant"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newslint import Bad, CorpusRule, Facts, Finding, Good, NameClaim, Related, Severity, folded_name


class Variant(CorpusRule[NameClaim]):
    """Articles spell one name differently, or not as the house prefers it.

    Kyiv and Kiev, Zelensky and Zelenskyy: each is right, but a reader who searches the archive finds half of it. Where the configuration
    (`names`) states a preferred spelling, every other known one is reported; without one, articles are only compared, and the difference is
    noted. Spellings within one article are the business of name/spelling.
    """

    id = "name/variant"
    severity = Severity.WARNING
    quotes = "skip"
    asserts = False
    claim = NameClaim
    examples = (
        Bad(
            "Volodymyr Zelenskyy thanked the crew. Zelenskyy left at noon.",
            "Volodymyr Zelenskyy came by train.",
            "«Volodymyr Zelensky» spoke of the harvest.",
            published="2024-03-05",
        ),
        Good("Volodymyr Zelenskyy thanked the crew.", "Volodymyr Zelenskyy came by train.", published="2024-03-05"),
        Good("Recep Tayyip Erdogan thanked the crew.", "Recep Tayyip Erdoğan came by train.", published="2024-03-05"),
        Good("Joe Biden thanked the crew.", "Joseph Biden came by train.", published="2024-03-05"),
    )

    def keys(self, claim: NameClaim) -> Iterable[str]:
        """The entity of the record; what the record does not know has no known spellings."""
        return [f"{claim.entity}/{claim.entity_id}"] if claim.entity_id and claim.entity == "person" else []

    def check(self, claims: Sequence[NameClaim], facts: Facts) -> Iterator[Finding]:
        preferred = next((facts.preferred[c.spelling] for c in claims if c.spelling in facts.preferred), None)
        if preferred is not None:
            yield from self._against_house_style(claims, preferred, facts)
            return
        articles = {claim.origin.path: claim for claim in reversed(claims) if " " in claim.spelling}
        counted = Counter(_surname(claim.spelling) for claim in articles.values())
        if len(counted) < 2:
            return
        usual = max(counted, key=lambda word: (counted[word], word))
        first = next(claim for claim in claims if claim.origin.path in articles and _surname(claim.spelling) == usual)
        for claim in sorted(articles.values(), key=lambda c: c.origin.path):
            word = _surname(claim.spelling)
            if word != usual and word[0] == usual[0] and first.origin.path != claim.origin.path:
                yield self.report(
                    claim,
                    f"“{claim.spelling}” here, “{first.spelling}” in {first.place.path}, line {first.place.start.line}. Note which one the house uses.",
                    severity=Severity.INFO,
                    related=[Related(first.place, f"“{first.spelling}” here")],
                )

    def _against_house_style(self, claims: Sequence[NameClaim], preferred: str, facts: Facts) -> Iterator[Finding]:
        for claim in claims:
            if facts.preferred.get(claim.spelling, claim.spelling) != claim.spelling:
                yield self.report(claim, f"“{claim.spelling}”: the house spells it “{preferred}”. Write “{preferred}”.", suggestions=[preferred])


def _surname(name: str) -> str:
    return folded_name(name.split()[-1])
