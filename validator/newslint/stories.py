"""Which articles tell the same story, without comparing every pair.

Each article gives a signature: runs of words from its quotations, the names in it, and how often it uses which words. Articles that
share a quotation tell one story; others do where they share names and most of their vocabulary (cosine of tf-idf vectors, Salton and
Buckley 1988), and were published within a few days. Only pairs that share something rare are looked at, so that a corpus of n
articles costs about n.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import combinations
from math import log, sqrt

import regex

#: content words in a row that make a quotation recognisable
RUN = 6
#: days between two articles of one story
DAYS = 4
#: the same where they share a quotation: remarks are quoted for longer
QUOTED_DAYS = 10
#: cosine from which two articles tell one story, with two names in common
ALIKE = 0.33
#: articles that are assumed beside those of the run, so that a run of two is not all about rare words
BACKGROUND = 300
#: what stands in more articles than this, or than this share of them, leads to no pair
COMMON, COMMON_SHARE = 12, 0.01

_NAME = regex.compile(r"\b(?!(?:The|A|An|In|On|At|But|And|President|Minister|Secretary|Prime|Foreign)\b)\p{Lu}\p{Ll}[\p{L}’'-]*\s\p{Lu}[\p{L}-]+")
_QUOTE = regex.compile(r"“([^“”\n]{25,900})”|\"([^\"\n]{25,900})\"")
_WORD = regex.compile(r"\p{L}[\p{L}’'-]+")
_PLAIN = frozenset(
    "a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does "
    "doing down during each even few for from further get got had has have having he her here hers him his how i if in into is it its itself just "
    "like made make many may me might more most much must my new no nor not now of off on once one only or other our out over own people said same say "
    "says she should so some still such than that the their them then there these they this those three through time to told too two under until up "
    "us very was way we well were what when where which while who whom whose why will with would year years yet you your".split()
)


@dataclass(frozen=True, slots=True)
class Signature:
    """What an article is recognised by: hashes of quoted word runs, names, and words with their counts."""

    path: str
    day: date | None
    quotes: frozenset[int]
    names: frozenset[str]
    words: Mapping[str, int]


def signature(path: str, text: str, day: date | None) -> Signature:
    """The signature of a text, published on `day`."""
    quotes: set[int] = set()
    for match in _QUOTE.finditer(text):
        content = [w for w in _WORD.findall((match[1] or match[2]).lower().replace("’", "'")) if w not in _PLAIN]
        quotes.update(_hash(" ".join(content[k : k + RUN])) for k in range(len(content) - RUN + 1))
    words = Counter(w for w in (w.lower() for w in _WORD.findall(text)) if len(w) > 3 and w not in _PLAIN)
    return Signature(path, day, frozenset(quotes), frozenset(m.group() for m in _NAME.finditer(text, overlapped=True)), dict(words))


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles of one story, by their paths; `quoted`: a quotation shows it."""

    one: str
    other: str
    quoted: bool
    alike: float


def links(signatures: Sequence[Signature]) -> list[Link]:
    """The pairs of articles that tell one story, among those that share something rare."""
    known = sorted(signatures, key=lambda s: s.path)
    alike = _Likeness(known)
    quoted = set(_sharing((s.quotes for s in known), len(known)))
    found = [Link(known[a].path, known[b].path, True, alike(a, b)) for a, b in sorted(quoted) if _near(known, (a, b), QUOTED_DAYS)]
    for a, b in sorted(set(_sharing((s.names for s in known), len(known))) - quoted):
        if _near(known, (a, b), DAYS) and len(known[a].names & known[b].names) >= 2 and (how := alike(a, b)) >= ALIKE:
            found.append(Link(known[a].path, known[b].path, False, how))
    return found


def stories(pairs: Iterable[Link]) -> dict[str, str]:
    """Path -> story, for the articles that are linked; a story is named after its first path."""
    leader: dict[str, str] = {}

    def top(path: str) -> str:
        while leader.setdefault(path, path) != path:
            path = leader[path]
        return path

    for link in pairs:
        first, second = sorted((top(link.one), top(link.other)))
        leader[second] = first
    return {path: top(path) for path in sorted(leader)}


def day_by_story(path: str, pairs: Iterable[Link], days: Mapping[str, date]) -> date | None:
    """The day of an article that has none: that of the dated one most like it, a shared quotation counting most."""
    near = [
        (link.quoted, link.alike, other)
        for link in pairs
        for own, other in ((link.one, link.other), (link.other, link.one))
        if own == path and other in days
    ]
    return days[max(near)[2]] if near else None


def _near(known: Sequence[Signature], pair: tuple[int, int], days: int) -> bool:
    one, other = (known[k].day for k in pair)
    return one is None or other is None or abs((one - other).days) <= days


def _sharing(features: Iterable[Iterable[object]], total: int) -> Iterator[tuple[int, int]]:
    """Pairs that share a feature which few have."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    for k, own in enumerate(features):
        for feature in own:
            holders[feature].append(k)
    limit = max(COMMON, int(COMMON_SHARE * total))
    for group in holders.values():
        if 2 <= len(group) <= limit:
            yield from combinations(group, 2)


class _Likeness:
    """Cosine of two articles' tf-idf vectors; vectors are made when first asked for."""

    def __init__(self, known: Sequence[Signature]) -> None:
        self._known = known
        self._frequency: Counter[str] = Counter(word for s in known for word in s.words)
        self._vectors: dict[int, tuple[Mapping[str, float], float]] = {}

    def _vector(self, k: int) -> tuple[Mapping[str, float], float]:
        if k not in self._vectors:
            total = len(self._known)
            weights = {
                word: (1 + log(count)) * log((total + BACKGROUND) / (self._frequency[word] + 1)) for word, count in self._known[k].words.items()
            }
            self._vectors[k] = weights, sqrt(sum(w * w for w in weights.values()))
        return self._vectors[k]

    def __call__(self, one: int, other: int) -> float:
        (first, size), (second, length) = self._vector(one), self._vector(other)
        if len(second) < len(first):
            first, second = second, first
        dot = sum(weight * second[word] for word, weight in first.items() if word in second)
        return dot / (size * length) if size and length else 0.0
