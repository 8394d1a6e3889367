"""name/near-miss"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Bad, DocumentRule, Evidence, Finding, Good, Interval, Person, RoleClaim, Severity, Tenure, folded_name


class NearMiss(DocumentRule):
    """A title stands before a name that is a letter or two from that of the office's holder.

    "Olaf Schloz" as German chancellor is Olaf Scholz. The office, its country and one of the two names agree with the record, the other name
    is a slip away; nobody of the record bears it.
    """

    id = "name/near-miss"
    severity = Severity.WARNING
    asserts = False
    examples = (
        Bad("The German chancellor, «Olaf Schloz», promised more tanks.", published="2022-07-05"),
        Bad("Ukrainian Foreign Minister «Andrei Sybiha» turned the offer down.", published="2025-09-03"),
        Good("The German chancellor, Olaf Scholz, promised more tanks.", published="2022-07-05"),
        Good("Ukrainian Foreign Minister Andriy Sybiha turned the offer down.", published="2025-09-03"),
        Good("Olaf Schloz, the president of the rowing club, cut the ribbon.", published="2022-07-05"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        today = article.origin.today
        if today is None:
            return
        for claim in article.claims(RoleClaim):
            if claim.person_id is not None or claim.role_id is None or claim.organisation_id is None or " " not in claim.person:
                continue
            for person, tenure in article.facts.holders.get((claim.role_id, claim.organisation_id), ()):
                if tenure.possible(Interval(today, today)) and _near(claim.person, person):
                    yield self._finding(article, claim, person, tenure)
                    break

    def _finding(self, article: Article, claim: RoleClaim, person: Person, tenure: Tenure) -> Finding:
        since = f"{tenure.start.earliest:%Y}"
        return self.report(
            article.place(claim.name_span),
            f"“{claim.person}” as {' '.join(claim.wording.split())}: the record has {person.name} in that office since {since}. Correct the spelling.",
            severity=None if tenure.verified else Severity.INFO,
            suggestions=[person.name],
            evidence=[Evidence(person.fact, tenure.source)],
            dated_by=article.origin,
        )


def _near(written: str, person: Person) -> bool:
    """Whether one word of the name is the person's, and the other a slip or two away."""
    words = folded_name(written).split()
    for name in (person.name, *person.aliases):
        theirs = folded_name(name).split()
        if len(theirs) == len(words) == 2:
            apart = sorted(_slips(a, b) for a, b in zip(words, theirs, strict=True))
            if apart[0] == 0 and 0 < apart[1] <= 2:
                return True
    return False


def _slips(one: str, other: str) -> int:
    """The letters to leave out, put in, change or swap to make one word the other; 9 for words that begin differently or are too short."""
    if one == other:
        return 0
    if one[0] != other[0] or min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 2:
        return 9
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]
