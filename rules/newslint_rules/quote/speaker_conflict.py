"""quote/speaker-conflict: one quotation, two speakers."""

from collections.abc import Iterable, Iterator, Sequence

from newslint import Bad, CorpusRule, Facts, Finding, Good, QuoteClaim, Related, Severity, wording

#: words in common, and content words, below which two people may well say the same
_LEAST_MATCHED = 7
_LEAST_CONTENT = 4
_LEAST_RATIO = 0.9
#: more speakers than this under one key: a stock phrase
_MOST_SPEAKERS = 6
#: wordings of one speaker that are compared, and places that are shown
_MOST_WORDINGS = 8
_MOST_RELATED = 3
#: how a speaker has to be known: not carried over from another quotation, and not by an owned noun alone
_FIRM = frozenset(["verb-subject", "subject-verb", "cue-before", "according-to", "tail", "colon", "signature", "label", "same-sentence"])


class SpeakerConflict(CorpusRule[QuoteClaim]):
    """The same words are put into the mouths of two people.

    One of them did not say it. Names that may be one person's (a surname, another spelling) are no conflict, nor are bodies
    and those who speak for them, words that a speaker quotes in turn, or words too few or too common to be one remark.
    """

    id = "quote/speaker-conflict"
    severity = Severity.WARNING
    claim = QuoteClaim
    asserts = False
    examples = (
        Bad(
            "“The ferry will run again once the new ramp has been tested,” harbour master Lena Aalto said.",
            "«“The ferry will run again once the new ramp has been tested,”» said deputy mayor Piet Roos.",
        ),
        Good(
            "“The ferry will run again once the new ramp has been tested,” harbour master Lena Aalto said.",
            "“The ferry will run again once the new ramp has been tested,” the harbour office said.",
            "Lena Aalto spoke at noon. “The ferry will run again once the new ramp has been tested,” Aalto told reporters.",
        ),
    )

    def keys(self, claim: QuoteClaim) -> Iterable[str]:
        firm = claim.named and claim.found_by in _FIRM and claim.type in ("direct", "partial")
        return wording.keys(wording.own(claim.text)) if firm else ()

    def check(self, claims: Sequence[QuoteClaim], facts: Facts) -> Iterator[Finding]:
        speakers: list[list[QuoteClaim]] = []
        for claim in claims:
            for said in speakers:
                if said[0].same_speaker(claim):
                    said.append(claim)
                    break
            else:
                speakers.append([claim])
            if len(speakers) > _MOST_SPEAKERS:
                return
        ranked = sorted(speakers, key=lambda said: -len({c.origin.path for c in said}))  # stable: the earlier is the measure
        for k, said in enumerate(ranked):
            measures = [c for other in ranked[:k] for c in _wordings(other)]
            for claim in said:
                others = [c for c in measures if _same_words(claim, c)]
                if others:
                    yield self._finding(claim, others)

    def _finding(self, claim: QuoteClaim, others: Sequence[QuoteClaim]) -> Finding:
        first = others[0]
        where = "this text" if first.origin.path == claim.origin.path else first.origin.path
        return self.report(
            claim,
            f"{claim.speaker} is quoted here with words that {where} (line {first.place.start.line}) gives to {first.speaker}. "
            "Find out who said them, and correct the other.",
            related=[Related(c.speaker_place or c.place, f"said by {c.speaker} here") for c in others[:_MOST_RELATED]],
        )


def _wordings(said: Sequence[QuoteClaim]) -> list[QuoteClaim]:
    """A few of one speaker's claims, of different wordings."""
    first: dict[tuple[str, ...], QuoteClaim] = {}
    for claim in said:
        first.setdefault(wording.folded(claim.text).words, claim)
    return list(first.values())[:_MOST_WORDINGS]


def _same_words(one: QuoteClaim, other: QuoteClaim) -> bool:
    found = wording.difference(wording.own(one.text), wording.own(other.text))
    return found is not None and found.matched >= _LEAST_MATCHED and found.content >= _LEAST_CONTENT and found.ratio >= _LEAST_RATIO
