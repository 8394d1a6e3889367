"""name/spelling"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from newslint import Article, Bad, DocumentRule, Evidence, Finding, Good, NameClaim, Related, Severity, folded_name

_SHORTEST = 4
#: what transliterations write for one sound
_SOUNDS = frozenset(["", "i", "y", "j", "ii", "iy", "yi", "ij", "yy"])


class Spelling(DocumentRule):
    """One person's name is spelt in two ways within an article.

    A slip of the keyboard, or two transliterations that the copy took over from two sources. The spelling that the article uses most is
    taken for the one that is meant. A word that somebody else bears, or that also stands in small letters, is no misspelling; letters with
    and without their marks (Erdoğan, Erdogan) are one spelling.
    """

    id = "name/spelling"
    severity = Severity.WARNING
    asserts = False
    examples = (
        Bad("Marta Kowalczyk runs the pier. Kowalczyk said it was safe. The pier is old, «Kowalcyzk» added.", published="2024-03-05"),
        Bad("Volodymyr Zelenskyy thanked the crew. Zelenskyy left at noon.\n\nBackground: «Zelensky» had come by train.", published="2024-03-05"),
        Bad("Dmitri Ostrovoy opened the shop. “It is small,” Ostrovoy said. «Dmitry Ostrovoy» has two sons.", published="2024-03-05"),
        Good("Marta Kowalczyk runs the pier. Her brother Piotr Kowalczuk sells fish. Kowalczyk said Kowalczuk was late.", published="2024-03-05"),
        Good("Anna Stone owns the quarry. Stone said the Stones had always dug here. Store hours are short.", published="2024-03-05"),
        Good("Emmanuel Macron met Recep Tayyip Erdogan. Erdoğan and Macron spoke for an hour.", published="2024-03-05"),
        Good("Alexander Wolny sings. Alexandra Wolny plays. Alexander Wolny won.", published="2024-03-05"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        people = [claim for claim in article.claims(NameClaim) if claim.entity == "person"]
        yield from self._surnames(article, people)
        yield from self._given_names(article, people)

    def _surnames(self, article: Article, people: Sequence[NameClaim]) -> Iterator[Finding]:
        """One person's surname in several spellings."""
        uses: defaultdict[str, list[NameClaim]] = defaultdict(list)
        for claim in people:
            if folded_name(claim.spelling) != folded_name(claim.name.split()[0]):
                uses[claim.entity_id or folded_name(claim.name)].append(claim)
        for used in uses.values():
            person = article.facts.people.get(used[0].entity_id or "")
            names = (person.name, *person.aliases) if person else ()
            usual, rarer = _ranked([_surname(claim) for claim in used], [folded_name(name.split()[-1]) for name in names])
            for claim in used:
                if _surname(claim) in rarer and _variants(_surname(claim), usual):
                    yield self._finding(article, claim, [c for c in used if _surname(c) == usual])

    def _given_names(self, article: Article, people: Sequence[NameClaim]) -> Iterator[Finding]:
        """One surname with two given names that differ in one sound: Dmitri and Dmitry."""
        full: defaultdict[str, list[NameClaim]] = defaultdict(list)
        for claim in people:
            if len(claim.spelling.split()) == 2 and claim.entity_id is None:
                full[_surname(claim)].append(claim)
        for used in full.values():
            usual, rarer = _ranked([_given(claim) for claim in used])
            for claim in used:
                if _given(claim) in rarer and _one_sound(_given(claim), usual):
                    yield self._finding(article, claim, [c for c in used if _given(c) == usual])

    def _finding(self, article: Article, claim: NameClaim, usual: Sequence[NameClaim]) -> Finding:
        first = usual[0]
        word = claim.spelling.split()[-1] if _surname(claim) != _surname(first) else claim.spelling
        shown = first.spelling.split()[-1] if word != claim.spelling or " " not in claim.spelling else first.spelling
        often = "once" if len(usual) == 1 else "twice" if len(usual) == 2 else f"{len(usual)} times"
        person = article.facts.people.get(claim.entity_id or "")
        record = f" The record has {person.name}." if person else ""
        return self.report(
            claim,
            f"“{word}” is spelt “{shown}” elsewhere in this article ({often}, first in line {first.place.start.line}).{record} Use one spelling.",
            suggestions=[claim.spelling.replace(word, shown)],
            related=[Related(first.place, f"“{shown}” here")],
            evidence=[Evidence(person.fact, person.tenures[0].source)] if person and person.tenures else (),
        )


def _surname(claim: NameClaim) -> str:
    return folded_name(claim.spelling.split()[-1])


def _given(claim: NameClaim) -> str:
    return folded_name(claim.spelling.split()[0])


def _ranked(words: Sequence[str], recorded: Sequence[str] = ()) -> tuple[str, frozenset[str]]:
    """The usual word, and the others: the most frequent, or one on record that stands half as often; of equals the record's own, then the first."""
    counted = Counter(words)
    most = max(counted.values())

    def rank(word: str) -> tuple[bool, int, bool, int]:
        return (word in recorded and 2 * counted[word] >= most, counted[word], word in recorded[:1], -words.index(word))

    usual = max(counted, key=rank)
    return usual, frozenset(counted) - {usual}


def _variants(word: str, usual: str) -> bool:
    """Whether two surnames of one person are spellings of one another, and no second surname or another part of the name."""
    if min(len(word), len(usual)) < _SHORTEST or word[0] != usual[0]:
        return False
    return sum(word.count(letter) for letter in set(usual)) >= 0.6 * len(word) and abs(len(word) - len(usual)) <= 2


def _one_sound(word: str, usual: str) -> bool:
    """Whether given names differ in one sound as transliterations do, and not as brother and sister."""
    if min(len(word), len(usual)) < _SHORTEST or word[0] != usual[0] or "a" in (word[-1], usual[-1]):
        return False
    start = next((k for k, (a, b) in enumerate(zip(word, usual, strict=False)) if a != b), min(len(word), len(usual)))
    end = next((k for k, (a, b) in enumerate(zip(word[:start:-1], usual[:start:-1], strict=False)) if a != b), 0)
    return {word[start : len(word) - end], usual[start : len(usual) - end]} <= _SOUNDS
