"""Whether two quotations are the same words: folding, keys that find likely pairs, and what differs.

Case, punctuation, diacritics, kinds of marks, contractions and small numbers in words are folded away; brackets, ellipses and
words struck out stand for anything. Candidates share a hashed run of words, thinned in long sentences by winnowing (Schleimer,
Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple
from zlib import crc32

import regex

from .pattern import pattern

#: stands in folded words for what was left out or put in by an editor
GAP = "*"
#: words in a run that makes a key, and how many of them must be content words
_RUN = 4
_LEAST_CONTENT = 2
#: sentences up to this many words keep all their runs; of longer ones, the least hash of every four neighbours
_SHORT = 20
_WINDOW = 4
#: the share of words in common from which two short sentences at one place are one
_MOSTLY = 0.75

_INSERTED = pattern(
    r"\[\s*(?P<letter>\p{L})\s*\](?=\p{L})|\[[^\[\]]{0,80}\]|\((?:sic|ph|laughs|laughter|applause|inaudible|pause)\)|\.\s?\.\s?\.[. ]*|…|(?<=\w)\*{2,}\w*|\w?[*_#-]{3,}\w*"
)
_TOKEN = pattern(r"\*|[\p{L}\p{N}]+(?:[.,](?=\d)\d+)*(?:['’‘](?=\p{L})\p{L}+)?|[%&]")
_CLAUSE_END = pattern(r"[.!?](?=[\s\"'”’]|$)")
_CONTRACTED = {"t": "not", "re": "are", "ll": "will", "ve": "have", "m": "am", "d": "would"}
_IS = frozenset("it that there he she what who here where how everything nothing one".split())
_WHOLE = {
    "&": "and", "cannot": "can not", "won't": "will not", "can't": "can not", "shan't": "shall not", "let's": "let us", "gonna": "going to", "wanna": "want to",
    "gotta": "got to", "ok": "okay", "%": "percent", "dont": "do not", "didnt": "did not", "doesnt": "does not", "isnt": "is not",
    "til": "until", "till": "until", "thru": "through", "em": "them", "y'all": "you all", "kinda": "kind of", "sorta": "sort of", "dunno": "do not know", "zero": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_FUNCTION = frozenset(
    """
a an the this that these those i you he she it we they me him her us them my your his its our their mine yours is are was were be been being am do does did
have has had will would shall should can could may might must to of in on at for from by with about as into and or but so if then than because there here
what which who when where how all any some just very really also well now oh uh um yeah yes like know think mean okay going go get got s not no
""".split()
)
_NEGATIONS = frozenset("not no never none nothing nobody neither nor nowhere hardly without".split())
_FILLERS = frozenset("well oh uh um yeah yes you know i mean okay so and but look just really very that the a an like think also now then".split())
_QUANTITIES = frozenset(
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half twice double triple quarter".split()
)


class Folded(NamedTuple):
    """A text's words, folded; `names` are those written with a capital inside a sentence; `clauses` where sentences begin."""

    words: tuple[str, ...]
    names: frozenset[str]
    clauses: tuple[int, ...]


class Difference(NamedTuple):
    """How two quotations differ where they overlap: `ours` and `theirs` are the words that only one of them has, by place.

    `matched` words are common to both, `content` of them are content words, each counted once; `ratio` is the share of words in
    common (0 to 1). `weight`: "grave" for a negation or a number, "word" for
    content words, "light" for fillers and function words, "none" for equal or contained quotations.
    """

    weight: Literal["none", "light", "word", "grave"]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    matched: int
    content: int
    ratio: float


_NESTED = pattern(r"‘[^‘’]*’|“[^“”]*”|(?<!\w)'[^']*'(?!\w)|\"[^\"]*\"")


def own(text: str) -> str:
    """A quotation without the quotations that stand in it: the words of its speaker alone."""
    return _NESTED.sub(f" [{GAP}] ", text)


@lru_cache(maxsize=32768)  # a quotation comes up in as many groups as it has keys
def folded(text: str) -> Folded:
    """The words of a quotation without what printing changes."""
    plain = _INSERTED.sub(lambda m: m["letter"] or f" {GAP} ", text)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words: list[str] = []
    names: set[str] = set()
    clauses = [0]
    stop = -1
    for m in _TOKEN.finditer(plain):
        token = m.group()
        opens = not words or _CLAUSE_END.search(plain, max(stop, 0), m.start()) is not None
        if opens and words:
            clauses.append(len(words))
        stop = m.end()
        parts = _parts(token.lower().replace("’", "'").replace("‘", "'"))
        if token[0].isupper() and not opens:
            names.update(parts)
        words += parts
    return Folded(tuple(words), frozenset(names), tuple(clauses))


def _parts(token: str) -> list[str]:
    if token in _WHOLE:
        return _WHOLE[token].split()
    head, apostrophe, tail = token.partition("'")
    if not apostrophe:
        return [token.replace(",", "")]
    if tail == "t" and head.endswith("n"):
        return [head[:-1], "not"]
    if tail in _CONTRACTED:
        return [head, _CONTRACTED[tail]]
    return [head, "is"] if tail == "s" and head in _IS else [head + tail]


def keys(text: str) -> Iterable[str]:
    """Hashes of runs of four words, at least two of them content words: quotations that share one may be the same."""
    fold = folded(text)
    found: dict[str, None] = {}
    for sentence in _sentences(fold):
        hashes = [h for k in range(len(sentence) - _RUN + 1) if (h := _hash(sentence[k : k + _RUN])) is not None]
        if len(sentence) > _SHORT:
            hashes = [min(hashes[k : k + _WINDOW]) for k in range(max(1, len(hashes) - _WINDOW + 1)) if hashes]
        for h in hashes:
            found[f"{h:08x}"] = None
    return found


def _hash(run: Sequence[str]) -> int | None:
    if GAP in run or sum(w not in _FUNCTION for w in run) < _LEAST_CONTENT:
        return None
    return crc32(" ".join(run).encode())


@lru_cache(maxsize=8192)
def difference(ours: str, theirs: str) -> Difference | None:
    """How two quotations differ in the sentences that they have in common; None where they have none."""
    one, two = folded(ours), folded(theirs)
    names = one.names | two.names
    mine: list[str] = []
    other: list[str] = []
    common: list[str] = []
    for a, b in _common_sentences(one, two):
        respelt = _same_spelling(a, b, names)
        for same, s, e, t, u in _aligned(a, respelt):
            if same:
                common += a[s:e]
            elif GAP not in a[max(0, s - 1) : e + 1] and GAP not in respelt[max(0, t - 1) : u + 1] and "".join(a[s:e]) != "".join(respelt[t:u]):
                mine += a[s:e]  # what stands beside a gap may have been left out, and "website" is "web site"
                other += respelt[t:u]
    if not common:
        return None
    content = len({w for w in common if w not in _FUNCTION and w != GAP})
    return Difference(
        _weight(mine, other), tuple(mine), tuple(other), len(common), content, 2 * len(common) / (2 * len(common) + len(mine) + len(other))
    )


def _common_sentences(one: Folded, two: Folded) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Pairs of sentences that share a run of words; each sentence of `one` with the one of `two` that shares most.

    A sentence too short for that goes with the one at the same place beside a pair, if most of its words are the same.
    """
    places: dict[tuple[str, ...], list[int]] = {}
    ours, theirs = _sentences(one), _sentences(two)
    for k, sentence in enumerate(theirs):
        for j in range(len(sentence) - _RUN + 1):
            places.setdefault(tuple(sentence[j : j + _RUN]), []).append(k)
    found: dict[int, int] = {}
    for i, sentence in enumerate(ours):
        shared = Counter(k for j in range(len(sentence) - _RUN + 1) for k in places.get(tuple(sentence[j : j + _RUN]), ()))
        if shared:
            found[i] = min(shared, key=lambda k: (-shared[k], k))
    for i, k in [(i + step, k + step) for i, k in found.items() for step in (-1, 1)]:
        beside = i not in found and k not in found.values() and 0 <= i < len(ours) and 0 <= k < len(theirs)
        if beside and 2 * sum((Counter(ours[i]) & Counter(theirs[k])).values()) >= _MOSTLY * (len(ours[i]) + len(theirs[k])):
            found[i] = k
    return [(ours[i], theirs[k]) for i, k in sorted(found.items())]


def _sentences(fold: Folded) -> list[tuple[str, ...]]:
    return [fold.words[start:end] for start, end in pairwise((*fold.clauses, len(fold.words)))]


Block = tuple[bool, int, int, int, int]  # the same or not; from and to in ours; from and to in theirs


def _aligned(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Two sentences side by side, neighbouring changes as one; what only one of them says before or after the other is left out."""
    from rapidfuzz.distance import Indel

    blocks: list[Block] = []
    for op in Indel.opcodes(a, b):
        same = op.tag == "equal"
        if not same and blocks and not blocks[-1][0]:
            blocks[-1] = (False, blocks[-1][1], op.src_end, blocks[-1][3], op.dest_end)
        else:
            blocks.append((same, op.src_start, op.src_end, op.dest_start, op.dest_end))
    while blocks and _one_sided(blocks[0]):
        blocks.pop(0)
    while blocks and _one_sided(blocks[-1]):
        blocks.pop()
    return blocks


def _one_sided(block: Block) -> bool:
    same, s, e, t, u = block
    return not same and (s == e or t == u)


def _same_spelling(a: Sequence[str], b: Sequence[str], names: frozenset[str]) -> list[str]:
    """`b` with names, and words that spelling alone tells apart (labour, labor), written as in `a`."""
    from rapidfuzz.distance import Levenshtein

    missing = {w for w in a if w not in set(b)}
    swap = {}
    for word in {w for w in b if w not in set(a)}:
        for other in sorted(missing):
            near = Levenshtein.distance(word, other, score_cutoff=2)
            if (word in names and other in names and near <= 2 and min(len(word), len(other)) > 4) or _american(word) == _american(other):
                swap[word] = other
    return [swap.get(w, w) for w in b]


_SPELLINGS = (
    (pattern(r"(?<=\w{2})our(?=$|s$|ed$|ing$|able$|ite)"), "or"),
    (pattern(r"is(?=e$|es$|ed$|ing$|ation)"), "iz"),
    (pattern("ence$"), "ense"),
    (pattern("(?<=[aeiou])ll(?=ed$|ing$|er$)"), "l"),
    (pattern("(?<=[^aeiou])re$"), "er"),
)


def _american(word: str) -> str:
    for spelling, instead in _SPELLINGS:
        word = spelling.sub(instead, word)
    return word


def _weight(ours: Sequence[str], theirs: Sequence[str]) -> Literal["none", "light", "word", "grave"]:
    if not ours and not theirs:
        return "none"
    changed = set(ours) ^ set(theirs)
    if changed & _NEGATIONS or any(w[0].isdigit() or w in _QUANTITIES for w in changed):
        return "grave"
    return "light" if changed <= _FILLERS | _FUNCTION else "word"


def same_name(one: str, other: str) -> bool:
    """Whether two personal names may be one person's: they share a surname, or differ by spelling alone."""
    from rapidfuzz.distance import Levenshtein

    a, b = (
        regex.findall(r"[a-z]+", "".join(c for c in unicodedata.normalize("NFKD", n.casefold()) if not unicodedata.combining(c)))
        for n in (one, other)
    )
    a, b = ([w for w in name if w not in ("jr", "sr", "mr", "mrs", "ms", "dr")] for name in (a, b))
    if not a or not b or a[-1] in b or b[-1] in a or set(a) <= set(b) or set(b) <= set(a):
        return True  # a surname in common: relatives can't be told from nicknames
    near = Levenshtein.normalized_similarity(a[-1], b[-1]) >= 0.75
    return near and (len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0])


#: forms that no ending shows
_IRREGULAR = {
    "won": "win", "bought": "buy", "sold": "sell", "sent": "send", "held": "hold", "chosen": "choose", "chose": "choose", "made": "make", "took": "take",
    "taken": "take", "gave": "give", "given": "give", "led": "lead", "met": "meet", "left": "leave", "lost": "lose", "paid": "pay", "built": "build",
    "drawn": "draw", "shown": "show", "killed": "die", "dead": "die", "died": "die", "deaths": "die", "spoke": "speak", "spoken": "speak", "ran": "run",
    "seen": "see", "saw": "see", "brought": "bring", "fought": "fight", "drowned": "drown", "written": "write", "wrote": "write", "begun": "begin",
}  # fmt: skip
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("ing", ""),
    ("ed", ""),
    ("ss", "ss"),
    ("s", ""),
)


def stem(word: str) -> str:
    """A lower-case word without its usual English endings: "monitored", "monitors" and "monitor" are one, as are "bidders", "bidding" and "bid".

    A light form of Porter's first step (1980), with the doers; what is left need not be a word.
    """
    word = word.removesuffix("’s").removesuffix("'s")
    for endings in (_ENDINGS, (("er", ""), ("or", ""))):
        if word in _IRREGULAR:
            return _IRREGULAR[word]
        for ending, kept in endings:
            if word.endswith(ending) and len(word) - len(ending) + len(kept) >= 3:
                word = word[: len(word) - len(ending)] + kept
                break
        if len(word) > 3 and word[-1] == word[-2] not in "aeiou":
            word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word
