"""quote/drift: one remark quoted in two wordings."""

from collections.abc import Iterable, Iterator, Sequence

from newslint import Bad, CorpusRule, Facts, Finding, Good, QuoteClaim, Related, Severity, wording

#: matched words and content words below which two quotations may agree by chance
_LEAST_MATCHED = 5
_LEAST_CONTENT = {"grave": 4, "word": 5, "light": 5}
#: the share of words in common from which two quotations are one remark, by what differs (a negation or a number is seldom
#: chance; fillers and function words often are), and where nothing else speaks for it
_LEAST_RATIO = {"grave": 0.6, "word": 0.75, "light": 0.8}
_LEAST_RATIO_ALONE = 0.85
#: more wordings than this under one key: a stock phrase, not a remark
_MOST_VARIANTS = 25
#: two translators seldom agree so far: from here on it is one translation, and a word was changed in it
_ONE_TRANSLATION = (10, 0.9)
#: where speaker and story are one, fewer content words will do, if nearly all words are the same
_FEW_CONTENT, _MANY_MATCHED, _NEARLY_ALL = 3, 9, 0.88
#: from so many other figures on, two sentences of one build tell of two things
_TWO_FACTS = 2
_MOST_RELATED = 3
_MOST_SHOWN = 160  # characters of the other wording in a message


class Drift(CorpusRule[QuoteClaim]):
    """One remark by one speaker is quoted in two wordings.

    A word that was dropped, added or changed on the way turns a quotation into something nobody said. One quotation within
    the other, marked omissions and insertions, and differences of spelling alone are no drift. Where the speaker's own
    language is not the paper's, both wordings may be honest translations: that is worth a note, no more, unless they agree so
    far that one must have been made from the other.
    """

    id = "quote/drift"
    severity = Severity.WARNING
    claim = QuoteClaim
    asserts = False
    examples = (
        Bad(
            "“We will open the lower lock before the spring floods,” said engineer Ida Brandt.",
            "«“We will not open the lower lock before the spring floods,”» Ida Brandt said on Tuesday.",
        ),
        Bad(
            "Warden Tom Hale told the council: “The old orchard wall has stood for ninety years.”",
            "«“The old orchard wall has stood for seventy years,”» Tom Hale said.",
        ),
        Good(
            "“We will open the lower lock before the spring floods,” said engineer Ida Brandt.",
            "“We will open the lower lock,” Ida Brandt said. “… before the spring floods,” she added.",
        ),
        Good(
            "“The lowest level of the lower lock in the month of May was 110 inches, measured in 2006,” Ida Brandt said. “The lowest level of the lower lock in the month of May was 98 inches, measured in 2016,” she said."
        ),
        Good(
            "“We will open the lower lock before the spring floods,” said engineer Ida Brandt.",
            "“We’ll open the lower lock [on the Mere] before the spring floods!” Ida Brandt said.",
        ),
    )

    def keys(self, claim: QuoteClaim) -> Iterable[str]:
        return wording.keys(claim.text) if claim.type in ("direct", "partial") else ()

    def check(self, claims: Sequence[QuoteClaim], facts: Facts) -> Iterator[Finding]:
        if len({claim.text for claim in claims}) == 1:  # most groups: one agency's copy in several papers
            return
        variants: dict[tuple[str, ...], list[QuoteClaim]] = {}
        for claim in claims:
            variants.setdefault(wording.folded(claim.text).words, []).append(claim)
        if not 1 < len(variants) <= _MOST_VARIANTS:
            return
        papers = {words: len({c.origin.path for c in said}) for words, said in variants.items()}
        ranked = sorted(variants, key=lambda words: -papers[words])  # stable: of two that are as common, the earlier is the measure
        for k, words in enumerate(ranked):
            others = [c for other in ranked[:k] for c in _apart(variants[other])]
            for claim in variants[words]:
                measures = [c for c in others if _drifted(claim, c) is not None]
                if measures:
                    yield self._finding(claim, measures, facts)

    def _finding(self, claim: QuoteClaim, others: Sequence[QuoteClaim], facts: Facts) -> Finding:
        nearest = others[0]
        found = _drifted(claim, nearest)
        assert found is not None
        where = "another place in this text" if nearest.origin.path == claim.origin.path else nearest.origin.path
        says = " and ".join(part for part in (_words("has", found.ours), _words("lacks" if not found.ours else "not", found.theirs)) if part)
        one_translation = found.matched >= _ONE_TRANSLATION[0] and found.ratio >= _ONE_TRANSLATION[1]
        translated = not one_translation and (_translated(claim, facts) or _translated(nearest, facts))
        advice = (
            "The speaker's own language is another: both may be translations, but one story should keep to one."
            if translated
            else ("Check which wording the speaker used, and correct the other.")
        )
        return self.report(
            claim,
            f"This wording {says}; {where} (line {nearest.place.start.line}) quotes the remark as {_shown(nearest.place.excerpt)}. {advice}",
            severity=Severity.INFO if translated or found.weight == "light" else self.severity,
            related=[Related(c.place, "the remark in the other wording") for c in others[:_MOST_RELATED]],
        )


def _drifted(one: QuoteClaim, other: QuoteClaim) -> wording.Difference | None:
    """What differs between two quotations of one remark; None where they agree, or are two remarks."""
    if one.same_speaker(other) is False:
        return None
    found = wording.difference(one.text, other.text)
    if found is None or found.weight == "none" or found.matched < _LEAST_MATCHED:
        return None
    if found.content < _LEAST_CONTENT[found.weight] and not _plainly_one(one, other, found):
        return None
    if min(_numbers(found.ours), _numbers(found.theirs)) >= _TWO_FACTS:
        return None
    alone = one.speaker is None or other.speaker is None or one.origin.path == other.origin.path
    least = max(_LEAST_RATIO[found.weight], _LEAST_RATIO_ALONE if alone else 0.0)
    return found if found.ratio >= least else None


def _plainly_one(one: QuoteClaim, other: QuoteClaim, found: wording.Difference) -> bool:
    """Whether two quotations of few content words are one remark for other reasons: one speaker, one story, nearly all words."""
    story = one.origin.story is not None and one.origin.story == other.origin.story and one.origin.path != other.origin.path
    return (
        story and one.same_speaker(other) is True and found.content >= _FEW_CONTENT and found.matched >= _MANY_MATCHED and found.ratio >= _NEARLY_ALL
    )


def _numbers(words: Sequence[str]) -> int:
    return sum(any(letter.isdigit() for letter in word) for word in words)


def _translated(claim: QuoteClaim, facts: Facts) -> bool:
    """Whether the record gives the speaker an office in a country where English is no language of the state."""
    person = facts.people.get(claim.speaker_id or "")
    homes = [facts.countries[t.of] for t in person.tenures if t.of in facts.countries] if person else []
    return any(home.languages and "en" not in home.languages for home in homes)


def _shown(excerpt: str) -> str:
    """A quotation for a message, its middle left out if it is long."""
    return excerpt if len(excerpt) <= _MOST_SHOWN else f"{excerpt[: _MOST_SHOWN // 2].rstrip()} … {excerpt[-_MOST_SHOWN // 2 :].lstrip()}"


def _words(verb: str, words: Sequence[str]) -> str:
    return f"{verb} “{' '.join(words[:8])}{' …' if len(words) > 8 else ''}”" if words else ""


def _apart(claims: Sequence[QuoteClaim]) -> list[QuoteClaim]:
    """The first few of the claims that stand in different documents."""
    first: dict[str, QuoteClaim] = {}
    for claim in claims:
        first.setdefault(claim.origin.path, claim)
    return list(first.values())[:_MOST_RELATED]
