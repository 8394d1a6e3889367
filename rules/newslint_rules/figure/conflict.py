"""figure/conflict"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint import Bad, CorpusRule, Facts, FigureClaim, Finding, Good, Related, Severity

#: days apart within which two reports should give one toll
_DAYS = 1
#: tolls of one war this many times apart can't both be right, whenever they were given
_FAR_APART = 10
#: from here on a toll may be that of a whole war, not of one day
_WHOLE = 1_000
_SHOWN = 3


class Conflict(CorpusRule[FigureClaim]):
    """Two places give different figures for one thing.

    The headline says twelve dead and the story seven, or two articles of one day give one explosion different tolls. A toll may rise from
    day to day, "at least 40" agrees with 44, and injured are not dead: only figures that can't both be true are reported. Tolls of a
    whole war are compared at any date, where they are ten times apart.
    """

    id = "figure/conflict"
    severity = Severity.WARNING
    claim = FigureClaim
    examples = (
        Bad(
            "Ferry fire kills 12 at Port Merrow\n\nA fire on a ferry in Port Merrow killed 12 people, the coast guard said. The ferry was built in Norway.",
            "Ferry fire at Port Merrow\n\nThe ferry fire in Port Merrow «killed 31 people», the coast guard said. The Norwegian-built ship sank.",
            published="2024-03-05",
        ),
        Bad(
            "Quake in Torvale leaves «90 dead»\n\nIt struck at dawn.\n\nThe earthquake in Torvale killed 30 people, rescuers said.",
            published="2024-03-05",
        ),
        Good(
            "Ferry fire kills 12 at Port Merrow\n\nA fire on a ferry in Port Merrow killed at least 12 people, the coast guard said.",
            "Ferry fire at Port Merrow\n\nThe ferry fire in Port Merrow killed 14 people and injured 31, the coast guard said.",
            published="2024-03-05",
        ),
        Good(
            "Quake in Torvale leaves 90 dead\n\nThe earthquake in Torvale killed 90 people. A storm in Torvale last year killed 30 people.",
            published="2024-03-05",
        ),
    )

    def keys(self, claim: FigureClaim) -> Iterable[str]:
        if claim.more:
            return []
        home = f"{claim.measure} {claim.origin.story or claim.origin.path}"
        return [home, f"{claim.measure} event {claim.event}"] if claim.event and claim.low >= _WHOLE else [home]

    def check(self, claims: Sequence[FigureClaim], facts: Facts) -> Iterator[Finding]:
        for claim in claims:
            others = [other for other in claims if other is not claim]
            # where another report, or the accuser's own looser wording, bears a figure out, there is no conflict to settle here
            agreeing = {other.origin.path for other in others if _comparable(claim, other) and _agree(claim, other)}
            against = [other for other in others if _accuses(other, claim) and other.origin.path not in agreeing]
            if against and agreeing <= {claim.origin.path}:
                yield self._report(claim, against)

    def _report(self, claim: FigureClaim, against: Sequence[FigureClaim]) -> Finding:
        there = against[0]
        where = f"line {there.place.start.line}" + ("" if there.origin.path == claim.origin.path else f" of {there.origin.path}")
        return self.report(
            claim,
            f"The copy says “{_words(claim)}” here and “{_words(there)}” in {where}: both can't be right for one event. Check the {claim.measure}, and make them agree.",
            related=[Related(other.place, f"another figure for the {other.measure}") for other in against[:_SHOWN]],
        )


def _words(claim: FigureClaim) -> str:
    return " ".join(claim.place.excerpt.split())


def _agree(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both may be true."""
    return not ((one.high is not None and one.high < other.low) or (other.high is not None and other.high < one.low))


def _comparable(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both figures are of the same people, in the same incident."""
    if one.of != other.of or one.aside or other.aside:
        return False
    if one.place_name and other.place_name:
        return one.place_name == other.place_name and (one.incident == other.incident or None in (one.incident, other.incident))
    return one.incident is not None and one.incident == other.incident


def _accuses(other: FigureClaim, claim: FigureClaim) -> bool:
    """Whether `other` speaks against `claim`, which is the end that is reported."""
    if _agree(one=other, other=claim):
        return False
    if claim.event and claim.event == other.event and min(claim.low, other.low) >= _WHOLE and claim.of == other.of:
        # of two, the one without company is reported: see `borne_out`; alone against alone, the higher
        return claim.low >= _FAR_APART * (other.high or other.low) or (other.low >= _FAR_APART * (claim.high or claim.low) and claim.low > other.low)
    if not _comparable(one=other, other=claim):
        return False
    if other.origin.path == claim.origin.path:
        return claim.lead and not other.lead
    first, second = other.origin.today, claim.origin.today
    if first and second and abs((second - first).days) > _DAYS:
        return False
    return (other.origin.published.day or first, other.origin.path) <= (claim.origin.published.day or second, claim.origin.path)
