"""contradiction/response"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint import Bad, CorpusRule, Facts, Finding, Good, Related, ResponseClaim, Severity

_SHOWN = 4
_WORDS = {"accepted": "an acceptance", "rejected": "a rejection", "responded": "a response"}


class Response(CorpusRule[ResponseClaim]):
    """Copy says that somebody has not responded, and a response is reported.

    The response may stand in the same article or in another on the story, of the same day or an earlier one; a later article may report what an
    earlier one could not. "Did not immediately respond" and requests for comment are the reporter's own and exclude nothing.
    """

    id = "contradiction/response"
    severity = Severity.WARNING
    claim = ResponseClaim
    examples = (
        Bad(
            "«Estonia has not yet issued an official response» to Norway's offer of a gas pipeline.",
            "Estonian Prime Minister Kristen Michal turned down Norway's offer on Monday.",
            published="2025-03-04",
        ),
        Bad(
            "Diplomats are «waiting for Kenya's official reply» to the invitation.",
            "Kenya accepted the invitation within hours.",
            dates=("2025-03-05", "2025-03-04"),
        ),
        Good(
            "Estonia has not yet issued an official response to Norway's offer of a gas pipeline.",
            "Estonian Prime Minister Kristen Michal turned down Norway's offer on Wednesday.",
            dates=("2025-03-04", "2025-03-05"),
        ),
        Good(
            "Kristen Michal's office did not immediately respond, but Estonia rejected the offer later in the day. Kenya has not responded to a request for comment.",
            "Kenya rejected the offer.",
            published="2025-03-04",
        ),
        Good(
            "Latvia has not responded to the Norwegian offer.",
            "Latvia rejected Poland's proposal for a joint grid.",
            published="2025-03-04",
        ),
    )

    def keys(self, claim: ResponseClaim) -> Iterable[str]:
        home = claim.origin.story or claim.origin.path
        own = [claim.party_id] if claim.status == "none-yet" or claim.speaks_for is None else [claim.party_id, claim.speaks_for]
        return [f"{home} {party}" for party in own]

    def check(self, claims: Sequence[ResponseClaim], facts: Facts) -> Iterator[Finding]:
        given = [claim for claim in claims if claim.status != "none-yet"]
        for claim in claims:
            if claim.status == "none-yet" and (against := [other for other in given if _answers(other, claim)]):
                yield self._report(claim, against)

    def _report(self, claim: ResponseClaim, against: Sequence[ResponseClaim]) -> Finding:
        # of each text the report that tells most: what was answered, and by whom
        told: dict[str, ResponseClaim] = {}
        for other in sorted(against, key=lambda o: (o.party_id == o.speaks_for, o.to is None)):
            told.setdefault(other.origin.source, other)
        shown = [other for other in against if told[other.origin.source] is other][:_SHOWN]
        there = shown[0]
        where = f"line {there.place.start.line}" + ("" if there.origin.path == claim.origin.path else f" of {there.origin.path}")
        sources = f" ({len(told)} articles report one)" if len(told) > 1 else ""
        return self.report(
            claim,
            f"The copy says “{_words(claim)}”; {where} has {_WORDS[there.status]}: “{_words(there)}”{sources}. Report the answer, or say until when there was none.",
            # what is said to be open, without what it answers, may be another matter
            severity=Severity.WARNING if claim.matter else Severity.INFO,
            related=[Related(other.place, "a response") for other in shown],
        )


def _words(claim: ResponseClaim) -> str:
    return " ".join(claim.place.excerpt.split())


def _answers(response: ResponseClaim, claim: ResponseClaim) -> bool:
    """Whether a response is one to what the claim calls unanswered, known by then."""
    if None not in (response.matter, claim.matter) and response.matter != claim.matter:
        return False
    if None not in (response.by, claim.by) and response.by != claim.by:
        return False
    if response.origin.path == claim.origin.path:
        # within one article two matters are likelier than a slip, unless both are named
        return response.party_id == claim.party_id and claim.matter is not None and claim.by is not None and response.by == claim.by
    first, second = response.origin.today, claim.origin.today
    return first is None or second is None or first <= second
