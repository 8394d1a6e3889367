"""name/variant"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newslint import Article, Bad, CorpusRule, Facts, Finding, Good, NameClaim, Related, Severity, folded_name


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
    alone = True
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

    def claims(self, article: Article) -> Iterable[NameClaim]:
        """All names, where the house has a word on any; else those of people on record, of whom articles are compared."""
        names = article.claims(NameClaim)
        return names if article.facts.preferred else [c for c in names if c.entity == "person" and c.entity_id]

    def keys(self, claim: NameClaim) -> Iterable[str]:
        """The entity of the record, else the name itself, of which the record knows no other spelling but the house may."""
        return [f"{claim.entity}/{claim.entity_id or claim.name}"]

    def check(self, claims: Sequence[NameClaim], facts: Facts) -> Iterator[Finding]:
        house = _house_style(claims, facts)
        if house:
            for claim in claims:
                wanted = house.get(claim.spelling, claim.spelling)
                if wanted != claim.spelling:
                    yield self.report(claim, f"“{claim.spelling}”: the house spells it “{wanted}”. Write “{wanted}”.", suggestions=[wanted])
            return
        if claims[0].entity != "person" or claims[0].entity_id is None:
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


def _house_style(claims: Sequence[NameClaim], facts: Facts) -> dict[str, str]:
    """The spellings of a name that the house has a word on, each with the one it prefers; of a person's, the surname alone as well."""
    if not facts.preferred:
        return {}
    house = {claim.spelling: facts.preferred[claim.spelling] for claim in claims if claim.spelling in facts.preferred}
    if claims[0].entity == "person":
        known = {claim.name for claim in claims} & set(facts.preferred) | set(house)
        house = {name.split()[-1]: facts.preferred[name].split()[-1] for name in known} | house
    return house


def _surname(name: str) -> str:
    return folded_name(name.split()[-1])
