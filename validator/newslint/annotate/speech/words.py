"""The words of a paragraph outside its quotations, each with its kind as one letter, so that patterns run over letters.

Q E F  a quotation that ends openly (comma, dash, nothing), with ! or ?, with a full stop
M O L  a person, a body, a place that is named         N n X  a capitalised word, another word, a number
H I W  he she they it; I we you; who which             D Z    a determiner or possessive pronoun; the possessive 's
V G B  a verb of saying: finite, in -ing, infinitive   K      a noun for what is said ("claim")
P A R  a form of "be", another auxiliary, an adverb    T      a day or time ("Monday", "yesterday")
U      a word that may be another verb                p b t  a preposition, "by", "to"
c s    and, but; that, because, while …                a      "according to"
k l o  comma, semicolon, colon                         d y z  dash, ( and )      e  the end of a sentence
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from ...text import Span
from .. import cues
from ..mentions import Mention

_TOKEN = regex.compile(
    r"[\p{L}\p{N}]+(?:[.&-][\p{L}\p{N}]+)*"
    r"|(?<=\w)(?P<clitic>['’](?:s|S|t|re|ve|ll|d|m)(?!\w)|(?<=[sS])['’](?!\w))"
    r"|(?P<mark>[,;:()\[\]]|[—–―]|-{1,2}(?=[\s\"“”]|$)|(?<=\s)-{1,2})"
    r"|[.!?…]+"
)
#: what makes a form a verb: an object that is a pronoun; behind "and", anybody or anything at all
_OBJECT = regex.compile(r"\s(?:him|her|them|it|me|us)\b")
_OBJECTS = regex.compile(r"\s(?!(?:of|for|from|to|by|on|in|at|that|and|or|about|were|are|have|which)\b)\p{L}")
_MARKS = {",": "k", ";": "l", ":": "o", "(": "y", ")": "z", "[": "y", "]": "z"}

_LISTS = (
    ("H", "he she they it"),
    ("I", "i we you"),
    ("W", "who which whom"),
    ("D", """the a an this that these those his her their its our my your some many several most both all one two three four five six seven eight nine ten
     another other no any each every few much such either neither others none"""),
    ("p", """of in on at for from with about over under against between among during after before into through without within toward towards upon across
     near behind beyond around since until amid despite unlike like as via per alongside including regarding concerning off out outside inside up down
     along above below than except besides because-of"""),
    ("b", "by"),
    ("t", "to"),
    ("c", "and or but nor yet so"),
    ("s", "that if because when while whether although though unless where why how what once whereas lest"),
    ("R", """also then later often never ever always again still already just even only now soon too further once twice first therefore thus however
     nevertheless nonetheless meanwhile instead moreover indeed perhaps maybe not n't himself herself themselves itself famously back there here
     sometimes elsewhere afterwards afterward together far well rather quite almost nearly"""),
    ("U", """ran took met won left got made gave came went kept became began fell rose drew stood sat sent spent bought brought fought hit led lost paid
     sold set built caught chose did drove flew forgot grew hid hurt lay let rode sought shot shook shut slept slid spread stole struck swept swung
     taught threw tore used woke wore withdrew broke cut bore bound bit blew dealt dug fed fled froze hung lent lit meant overcame overthrew undertook
     goes comes gets makes gives keeps wants becomes seems lets brings tries owns"""),
    ("T", """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
     today yesterday tomorrow tonight mon tue tues wed thu thurs fri sat sun jan feb aug sept oct nov dec earlier recently""" ),
)  # fmt: skip
_WORDS = {word: kind for kind, listed in reversed(_LISTS) for word in listed.split()}
#: words in -ly that are no adverbs
_NOT_ADVERBS = frozenset(
    "family italy july assembly rally ally reply supply bully emily kelly sally billy beverly kimberly lily daily weekly monthly friendly".split()
)
_PLURAL_SUBJECTS = frozenset("people police officials critics experts who they we you i both many some others most".split())


class Words(NamedTuple):
    """`kinds` has one letter a token; `spans` their places; `what` the index of the quotation or mention behind a token, else -1."""

    kinds: str
    spans: tuple[Span, ...]
    low: tuple[str, ...]
    what: tuple[int, ...]


@cache
def _kind(word: str) -> str:
    """The letter for a lower-case word by itself: lower-case v, g and x stand for forms that its surroundings decide."""
    if word in _WORDS:
        return _WORDS[word]
    auxiliary = cues.auxiliary(word)
    if auxiliary:
        return "P" if auxiliary == "be" else "A"
    form = cues.verb(word)
    if form:
        return {"finite": "V", "-ing": "G", "-s": "v", "base": "x"}[form[1]]
    if word in cues.CUE_NOUNS:
        return "K"
    if word.endswith("ly") and word not in _NOT_ADVERBS:
        return "R"
    if word.endswith("ed") and len(word) > 3:
        return "U"
    return "n"


def words(
    text: str,
    span: Span,
    quotes: Sequence[tuple[int, Span, Span]],
    mentions: Sequence[tuple[int, Mention]],
    stops: frozenset[int],
    headline: bool = False,
) -> Words:
    """The words of a paragraph. `quotes` and `mentions` come with their indices; `stops`: the offsets at which sentences end."""
    kinds: list[str] = []
    spans: list[Span] = []
    low: list[str] = []
    what: list[int] = []

    def put(kind: str, start: int, end: int, word: str = "", index: int = -1) -> None:
        kinds.append(kind)
        spans.append(Span(start, end))
        low.append(word)
        what.append(index)

    named = iter(mentions)
    mention = next(named, None)
    for start, end, quote in _stretches(span, quotes):
        covered = start
        for m in _TOKEN.finditer(text, start, end):
            at, to = m.span()
            while mention is not None and mention[1].span.end <= at:
                mention = next(named, None)
            if at < covered:
                continue
            if mention is not None and mention[1].span.start <= at:
                covered = mention[1].span.end
                put({"person": "M", "organisation": "O", "place": "L"}[mention[1].kind], at, covered, m.group().lower(), mention[0])
                continue
            word = m.group().lower()
            if m.lastgroup == "mark":
                put(_MARKS.get(word, "d"), at, to, word)
            elif m.lastgroup == "clitic":
                _clitic(put, kinds, word, at, to)
            elif not word[0].isalnum():
                if to in stops or word[0] != ".":
                    put("e", at, to, word)
            elif word[0].isdigit():
                put("X", at, to, word)
            else:
                kind = _kind(word)
                if kind in "VvxG":
                    joined = kind == "v" and kinds[-1:] == ["c"]
                    takes_object = kind in "vx" and (_OBJECTS if joined else _OBJECT).match(text, to) is not None
                    kind = _verb("V" if takes_object and kinds and kinds[-1] not in "tADZpb" else kind, word, kinds, low)
                if text[at].isupper():
                    kind = _capital(kind, word, not kinds or kinds[-1] in "eEFo", headline)
                if word == "to" and low and low[-1] == "according":
                    kinds[-1], spans[-1] = "a", Span(spans[-1].start, to)
                    continue
                put("a" if word == "per" and kinds and kinds[-1] in "kQEF" else kind, at, to, word)
        if quote is not None:
            index, whole, inside = quote
            ending = text[inside.start : inside.end].rstrip(" ’'\"”")[-1:]
            after = text[whole.end : whole.end + 1]
            put(
                "F" if ending in ".…" and ending and after != "," else "E" if ending in "!?" and ending and after != "," else "Q",
                whole.start,
                whole.end,
                ending,
                index,
            )
    return Words("".join(kinds), tuple(spans), tuple(low), tuple(what))


def _capital(kind: str, word: str, opens: bool, headline: bool) -> str:
    """The kind of a capitalised word: at the beginning of a sentence, and in headlines, verbs are verbs all the same."""
    if opens and kind == "n" and word.endswith("ing") and len(word) > 5:
        return "G"  # "Reprising a favourite line, …"
    return "N" if kind == "n" or (kind in "KUGV" and not opens and not headline) else kind


def _stretches(span: Span, quotes: Sequence[tuple[int, Span, Span]]) -> Iterator[tuple[int, int, tuple[int, Span, Span] | None]]:
    at = span.start
    for quote in quotes:
        yield at, quote[1].start, quote
        at = quote[1].end
    yield at, span.end, None


def _clitic(put: object, kinds: Sequence[str], word: str, at: int, to: int) -> None:
    assert callable(put)
    ending = word[1:]
    if ending in ("", "s"):
        put("P" if kinds and kinds[-1] in "HIW" and ending else "Z", at, to, word)
    else:
        put("P" if ending in ("re", "m") else "R" if ending == "t" else "A", at, to, word)


def _verb(kind: str, word: str, kinds: Sequence[str], low: Sequence[str]) -> str:
    """Whether a form that may be a verb of saying is one here, by the word before it; adverbs are looked past."""
    k = len(kinds) - 1
    while k >= 0 and kinds[k] == "R":
        k -= 1
    before = kinds[k] if k >= 0 else ""
    noun = "K" if word in cues.CUE_NOUNS else "n"
    if kind == "G":
        return noun if before in "DZ" and before else "G"
    if kind == "V":
        relative = k > 0 and low[k] == "that" and kinds[k - 1] in "nNKMOL"  # "the letter that described …"
        return "n" if before in ("D", "Z", "p", "b") and before and not relative else "V"
    if kind == "v":
        if word not in cues.NOUNS_TOO and word[:-1] not in cues.NOUNS_TOO and word[:-2] not in cues.NOUNS_TOO:
            return "V"
        return "V" if before in ("H", "M", "W", "Q", "E", "F", "z") else noun
    if before == "t":
        return "B"
    if before in ("A", "H", "I", "W"):
        return "V" if before != "H" or low[k] == "they" else noun
    if before in ("n", "N") and low[k] in _PLURAL_SUBJECTS | {"critics"}:
        return "V"
    if word in cues.NOUNS_TOO:
        return noun
    return "V" if before in ("n", "N", "O") and low[k].endswith("s") else noun
