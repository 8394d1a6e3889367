"""Which articles tell the same story, and which are versions of one text, without comparing every pair.

Each article gives a signature: hashes of runs of words from its quotations, of its sentences, of the names in it, and of its words.
Articles that share a quotation tell one story; others do where they share names and most of their vocabulary (cosine of tf-idf
vectors, Salton and Buckley 1988), and were published within a few days. Articles that share whole sentences are versions of one text.
Each article is compared with the latest few that share something rare with it, so that a corpus of n articles costs about n; signatures
are packed, so that memory grows with what is compared and not with the text.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from math import log, sqrt
from typing import NamedTuple
from zlib import crc32

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
#: how many of the latest articles that share one thing are looked at
LATEST = 24
#: words that make a sentence long enough to be recognised, and what two versions of one text share: sentences, and of the shorter text
SENTENCE, COPIED, COPIED_SHARE = 8, 3, 0.3

_NAME = regex.compile(r"\b(?!(?:The|A|An|In|On|At|But|And|President|Minister|Secretary|Prime|Foreign)\b)\p{Lu}\p{Ll}[\p{L}’'-]*\s\p{Lu}[\p{L}-]+")
_QUOTE = regex.compile(r"“([^“”\n]{25,900})”|\"([^\"\n]{25,900})\"")
_WORD = regex.compile(r"\p{L}[\p{L}’'-]+")
_SENTENCE = regex.compile(r"[^.!?\n]{40,1000}")
_PLAIN = frozenset(
    "a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does "
    "doing down during each even few for from further get got had has have having he her here hers him his how i if in into is it its itself just "
    "like made make many may me might more most much must my new no nor not now of off on once one only or other our out over own people said same say "
    "says she should so some still such than that the their them then there these they this those three through time to told too two under until up "
    "us very was way we well were what when where which while who whom whose why will with would year years yet you your".split()
)


class Signature(NamedTuple):
    """What an article is recognised by, as packed hashes: 8 bytes each of quoted runs, sentences and names; 4 of a word, and 1 for its count."""

    path: str
    day: date | None
    quotes: bytes
    sentences: bytes
    names: bytes
    words: bytes
    counts: bytes


def signature(path: str, text: str, day: date | None) -> Signature:
    """The signature of a text, published on `day`."""
    quotes = {run for match in _QUOTE.finditer(text) for run in quoted_runs(match[1] or match[2])}
    sentences = {_hash(" ".join(words)) for match in _SENTENCE.finditer(text) if len(words := match.group().split()) >= SENTENCE}
    names = {_hash(m.group()) for m in _NAME.finditer(text, overlapped=True)}
    counted = Counter(crc32(w.encode()) for w in (w.lower() for w in _WORD.findall(text)) if len(w) > 3 and w not in _PLAIN)
    hashes = sorted(counted)
    return Signature(
        path, day, _packed(quotes), _packed(sentences), _packed(names), array("I", hashes).tobytes(), bytes(min(counted[w], 255) for w in hashes)
    )


def quoted_runs(words: str) -> Iterator[int]:
    """What a quotation is recognised by: hashes of its runs of content words."""
    content = [w for w in _WORD.findall(words.lower().replace("’", "'")) if w not in _PLAIN]
    for k in range(len(content) - RUN + 1):
        yield _hash(" ".join(content[k : k + RUN]))


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _packed(hashes: Iterable[int]) -> bytes:
    return array("Q", sorted(hashes)).tobytes()


def _unpacked(packed: bytes, code: str = "Q") -> array[int]:
    values = array(code)
    values.frombytes(packed)
    return values


class Link(NamedTuple):
    """Two articles of one story, by their paths. `quoted`: a quotation shows it; `copied`: they are versions of one text."""

    one: str
    other: str
    quoted: bool
    alike: float
    copied: bool = False


def links(signatures: Iterable[Signature]) -> list[Link]:
    """The pairs of articles that tell one story, among those that share something rare."""
    # by day, so that the latest holders of a name are the nearest; articles without a day last, where they meet all others
    known = sorted(signatures, key=lambda s: (s.day is None, s.day or date.min, s.path))
    alike = _Likeness(known)
    quoted, sentences, names = (_Holders(getattr(s, kind) for s in known) for kind in ("quotes", "sentences", "names"))
    found: list[Link] = []
    for k, own in enumerate(known):
        told = {other for other in quoted.sharing(k) if _near(own, known[other], QUOTED_DAYS)}
        copies = {
            other for other, shared in sentences.sharing(k).items() if _copied(shared, own, known[other]) and _near(own, known[other], QUOTED_DAYS)
        }
        found += [Link(known[other].path, own.path, other in told, alike(k, other), other in copies) for other in sorted(told | copies)]
        for other in sorted(names.sharing(k).keys() - told - copies):
            if _near(own, known[other], DAYS) and _in_common(own.names, known[other].names) >= 2 and (how := alike(k, other)) >= ALIKE:
                found.append(Link(known[other].path, own.path, False, how))
    return found


def stories(pairs: Iterable[Link]) -> dict[str, str]:
    """Path -> story, for the articles that are linked; a story is named after its first path."""
    leader: dict[str, str] = {}

    def top(path: str) -> str:
        while leader.setdefault(path, path) != path:
            leader[path] = leader[leader[path]]
            path = leader[path]
        return path

    for link in pairs:
        first, second = sorted((top(link.one), top(link.other)))
        leader[second] = first
    return {path: top(path) for path in sorted(leader)}


def sources(pairs: Iterable[Link]) -> dict[str, str]:
    """Path -> text, for the articles that are versions of one text; it is named after its first path."""
    return stories(link for link in pairs if link.copied)


def days_by_story(pairs: Iterable[Link], days: Mapping[str, date]) -> dict[str, date]:
    """Days for articles that have none, by path: that of the dated one most like it, a shared quotation counting most.

    A quotation alone does not date an article: remarks are quoted again in other stories, months later. A story may run for weeks, so
    that a day got this way is the least sure of all: findings that rest on it say so.
    """
    nearest: dict[str, tuple[bool, float, str]] = {}
    for link in pairs:
        for own, other in ((link.one, link.other), (link.other, link.one)):
            if own not in days and other in days and link.alike >= ALIKE:
                nearest[own] = max(nearest.get(own, (False, 0.0, "")), (link.quoted, link.alike, other))
    return {own: days[other] for own, (_, _, other) in nearest.items()}


def _near(one: Signature, other: Signature, days: int) -> bool:
    return one.day is None or other.day is None or abs((one.day - other.day).days) <= days


def _copied(shared: int, one: Signature, other: Signature) -> bool:
    return shared >= max(COPIED, COPIED_SHARE * min(len(one.sentences), len(other.sentences)) / 8)


def _in_common(one: bytes, other: bytes) -> int:
    return len(set(_unpacked(one)).intersection(_unpacked(other)))


class _Holders:
    """Which articles hold what is rare: asked in order, each article meets the latest before it."""

    def __init__(self, features: Iterable[bytes]) -> None:
        self._features = list(features)
        self._frequency: Counter[int] = Counter()
        for packed in self._features:
            self._frequency.update(_unpacked(packed))
        self._limit = max(COMMON, int(COMMON_SHARE * len(self._features)))
        self._latest: defaultdict[int, deque[int]] = defaultdict(lambda: deque(maxlen=LATEST))

    def sharing(self, k: int) -> Counter[int]:
        """Earlier articles, with how many rare things the k-th shares with them; each article is asked for once."""
        shared: Counter[int] = Counter()
        for feature in _unpacked(self._features[k]):
            if 2 <= self._frequency[feature] <= self._limit:
                shared.update(self._latest[feature])
                self._latest[feature].append(k)
        return shared


class _Likeness:
    """Cosine of two articles' tf-idf vectors; vectors are made when first asked for, and the latest are kept."""

    _KEPT = 2_000

    def __init__(self, known: Sequence[Signature]) -> None:
        self._known = known
        self._frequency: Counter[int] = Counter()
        for own in known:
            self._frequency.update(_unpacked(own.words, "I"))
        self._vectors: dict[int, tuple[Mapping[int, float], float]] = {}

    def _vector(self, k: int) -> tuple[Mapping[int, float], float]:
        if k not in self._vectors:
            if len(self._vectors) >= self._KEPT:
                del self._vectors[next(iter(self._vectors))]
            weights = dict(self._weights(self._known[k]))
            self._vectors[k] = weights, sqrt(sum(w * w for w in weights.values()))
        return self._vectors[k]

    def _weights(self, own: Signature) -> Iterator[tuple[int, float]]:
        total = len(self._known) + BACKGROUND
        for word, count in zip(_unpacked(own.words, "I"), own.counts, strict=True):
            yield word, (1 + log(count)) * log(total / (self._frequency[word] + 1))

    def __call__(self, one: int, other: int) -> float:
        (first, size), (second, length) = self._vector(one), self._vector(other)
        if len(second) < len(first):
            first, second = second, first
        dot = sum(weight * second[word] for word, weight in first.items() if word in second)
        return dot / (size * length) if size and length else 0.0
