"""Misspelt surnames: a capitalised word one slip of the keyboard away from a surname of the document, where only that can stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import regex

from ...facts.facts import Facts
from ...facts.names import folded_name
from ...text import Span
from . import given_names
from .model import Mention
from .runs import title_case
from .words import ADDRESS, BODIES, DESCRIBES, JOBS, MODIFIERS, NOT_NAMES, STARTERS

#: a shorter surname has too many neighbours that are names or words themselves
_SHORTEST = 5
#: a surname is given away by its uses: so many of the right one for each wrong one
_TIMES = 3
_WORD = regex.compile(r"(?<![\w@#/.’'-])\p{Lu}[\p{L}\p{M}]{3,}(?![\w@/]|[-‑]\w|[.]\w)")
_SMALL = regex.compile(r"(?<![\w’'])\p{Ll}{4,}")
_BEFORE = regex.compile(r"(?r)([\p{L}.’'-]+)[ \u00a0]$")
_AFTER = regex.compile(r"[ \u00a0](\p{Lu}[\p{L}’'-]*)")
_PREDICATE = regex.compile(
    r"[’']s? \p{Ll}|(?:[’']s)?(?:,|,? (?:who|and|whose)\b| \p{Ll}+(?:ed|ly|s)\b| on \p{Lu}| (?:however|said|had|told|did|would|will|could|can|may|might|should|also|then|went|wrote|spoke|made|took|gave|got|came|left|"
    r"held|won|lost|ran|put|never|now|still|later|once|himself|herself)\b)"
)
#: in a team's list a surname may be anybody's
_LISTED = regex.compile(r"(?: \([^()]{0,20}\))?(?:[,;] \p{Lu}|\.(?!\S))")
_ENDINGS = ("s", "es", "ian", "ist", "ism")
#: what transliterations write for one sound, of more than one letter
_SOUNDS = (("oo", "u"), ("ou", "u"), ("ff", "v"), ("ph", "f"), ("ck", "k"), ("tz", "ts"))


def slips(text: str, sentences: Sequence[Span], found: Sequence[Mention], facts: Facts) -> Iterator[Mention]:
    """A mention of the person whose surname is misspelt, for each such word outside the mentions `found`."""
    bases, bearers = _surnames(text, found)
    if not bases:
        return
    lengths = {n + d for base in bases for n in (len(base),) for d in (-1, 0, 1)}
    initials = {base[0] for base in bases}
    words = [(folded_name(m.group()), Span(*m.span())) for m in _WORD.finditer(text)]
    counted = Counter(word for word, _ in words)
    near = {w: base for w in counted if w not in bases and len(w) in lengths and w[0] in initials for base in bases if _near(w, base)}
    if not near:
        return
    small = {m.group() for m in _SMALL.finditer(text)}
    taken = sorted(m.span for m in found)
    for word, span in words:
        base = near.get(word)
        if base is None or counted[word] * _TIMES > bases[base] + 1 or word in small or _is_word_or_name(word, base, facts):
            continue
        k = bisect_left(taken, span.end, key=lambda s: s.start)
        if k and taken[k - 1].end > span.start and not _guessed(text, taken[k - 1], span, found, bearers[base]):
            continue
        if _stands_alone(text, sentences, span, bearers[base]):
            person = bearers[base][-1]
            yield Mention(span, span, "person", person.name, person.entity_id, person.sex, "slip")


def _near(word: str, base: str) -> bool:
    return one_slip(word, base) or (word[0] == base[0] and _sound(word) == _sound(base))


def _sound(word: str) -> str:
    for written, usual in _SOUNDS:
        word = word.replace(written, usual)
    return word


def one_slip(one: str, other: str) -> bool:
    """Whether one letter left out, put in, changed or doubled, or two next to each other swapped, makes the one the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    k = 0
    while k < min(len(one), len(other)) and one[k] == other[k]:
        k += 1
    if len(one) == len(other):
        return one[k + 1 :] == other[k + 1 :] or (one[k : k + 2] == other[k : k + 2][::-1] and one[k + 2 :] == other[k + 2 :])
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[k + 1 :] == shorter[k:]


def _surnames(text: str, found: Sequence[Mention]) -> tuple[dict[str, int], dict[str, list[Mention]]]:
    """Surnames that the text uses at least twice, each with the number of its uses and the full mentions of its bearers."""
    uses: Counter[str] = Counter()
    bearers: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        if mention.kind == "person" and mention.form != "given":
            surname = folded_name(mention.span.of(text).split()[-1])
            uses[surname] += 1
            if " " in mention.name and folded_name(mention.name.split()[-1]) == surname:
                bearers[surname].append(mention)
    return {s: n for s, n in uses.items() if n >= 2 and len(s) >= _SHORTEST and bearers[s]}, bearers


def _guessed(text: str, taken: Span, span: Span, found: Sequence[Mention], bearers: Sequence[Mention]) -> bool:
    """Whether what takes the place is but a guess at somebody unknown ("Kusnher said"), who has no given name or that of a bearer."""
    if taken.end != span.end or not any(m.span == taken and m.kind == "person" and m.entity_id is None for m in found):
        return False
    led = Span(taken.start, span.start).of(text).split()
    return not led or led[0].islower() or any(folded_name(led[0]) == folded_name(m.name.split()[0]) for m in bearers)


def _is_word_or_name(word: str, base: str, facts: Facts) -> bool:
    if word in facts.by_surname or word in given_names.ALL or word in STARTERS or word in NOT_NAMES or word in JOBS or word in DESCRIBES:
        return True
    return any(word == base + ending or base == word + ending for ending in _ENDINGS)


def _stands_alone(text: str, sentences: Sequence[Span], span: Span, bearers: Sequence[Mention]) -> bool:
    """Whether the word stands where a surname stands: by itself or after a title or the bearer's own given name."""
    if _AFTER.match(text, span.end):
        return False
    before = _BEFORE.search(text, max(0, span.start - 30), span.start)
    if before and before.group(1)[0].isupper() and text[span.start - 2] not in ".,;:":
        low = before.group(1).lower().rstrip(".")
        own = {folded_name(m.name.split()[0]) for m in bearers}
        return folded_name(before.group(1)) in own or low in ADDRESS or low in JOBS or low in MODIFIERS or low in BODIES
    if before and before.group(1) in ("the", "a", "an"):
        return False
    k = bisect_left(sentences, span.start + 1, key=lambda s: s.start) - 1
    sentence = sentences[max(k, 0)] if sentences else Span(0, len(text))
    if title_case(sentence.of(text)):
        return False
    opens = not text[sentence.start : span.start].strip("\"“”‘’'([—– ")
    if (opens or text[span.start - 2 : span.start] in (", ", "; ")) and _LISTED.match(text, span.end):
        return False
    return not opens or _PREDICATE.match(text, span.end) is not None
