"""list/repeat"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Bad, DocumentRule, Finding, Good, ListClaim, Related, Severity

#: what counts countries
_COUNTRIES = frozenset({"countries", "nations"})
#: parts of the world that are no country
_CONTINENTS = frozenset("africa america antarctica asia europe oceania scandinavia".split())


class Repeat(DocumentRule):
    """A list names one member twice, or one that does not belong in it.

    The second time may be under another name: Holland and the Netherlands are one country. In a list of countries a capital or a continent
    is no member.
    """

    id = "list/repeat"
    severity = Severity.WARNING
    examples = (
        Bad("Observers came from Holland, Peru and «the Netherlands»."),
        Bad("The panel has four members: Ada Lund, Tom Reyes, «Ada Lund» and Vera Holt."),
        Bad("Four countries sent doctors: Peru, Kenya, «Paris» and Malta."),
        Good("Observers came from Holland, Peru and Belgium."),
        Good("Diplomats from London, Paris and Rome met envoys of three countries: Peru, Kenya and Singapore."),
        Good("The teams of South Korea, North Korea and Japan marched together, then those of Congo, Kenya and Japan."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for claim in article.claims(ListClaim):
            yield from self._twice(article, claim)
            if claim.noun in _COUNTRIES and not claim.open:
                yield from self._no_country(article, claim)

    def _twice(self, article: Article, claim: ListClaim) -> Iterator[Finding]:
        first: dict[str, int] = {}
        for k, member in enumerate(claim.members):
            if member is None or not _is_name(claim.items[k], member, article):
                continue
            before = first.setdefault(member, k)
            if before == k:
                continue
            one, other = claim.items[before], claim.items[k]
            what = f"names “{other}” twice" if one == other else f"names “{one}” and “{other}”, which are one"
            yield self.report(
                article.place(claim.spans[k]),
                f"The list {what}. Drop one, or name the member that was meant.",
                related=[Related(article.place(claim.spans[before]), "the first time")],
            )

    def _no_country(self, article: Article, claim: ListClaim) -> Iterator[Finding]:
        countries = article.facts.countries
        capitals = {capital for country in countries.values() for capital in country.capitals}
        strange = [k for k, member in enumerate(claim.members) if member is not None and member not in countries]
        if len(strange) != 1 or len(claim.members) < 3:
            return
        item = claim.items[strange[0]]
        if item in capitals or item.casefold() in _CONTINENTS:
            yield self.report(
                article.place(claim.spans[strange[0]]), f"The copy lists “{item}” among {claim.noun}, and it is none. Check what was meant."
            )


def _is_name(item: str, member: str, article: Article) -> bool:
    """Whether an item names one thing alone: a country, or a name in full; two people may share a surname, and slogans repeat words."""
    return member in article.facts.countries or (item[:1].isupper() and " " in member)
