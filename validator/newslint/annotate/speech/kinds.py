"""What a pair of marks means: somebody's words, a part of them, a title, or a word held at arm's length."""

from __future__ import annotations

import regex

from .. import cues
from .model import Cue, Type
from .words import Words

_WORD = regex.compile(r"[\p{L}\p{N}]+(?:[’'.&-][\p{L}\p{N}]+)*")
#: nouns that a title stands beside
_WORKS = frozenset(
    """
book books novel memoir film films movie movies documentary show shows series sitcom drama musical play opera song songs album albums single track anthem
hit podcast program programme newscast broadcast episode article essay column poem painting exhibition exhibit magazine newspaper paper report game videogame
campaign project initiative chapter ballad hymn sketch comedy bestseller tour soundtrack trilogy franchise column blog blockbuster section
""".split()
)
_TITLED = frozenset(
    [
        "titled",
        "entitled",
        "headlined",
        "starring",
        "hosts",
        "hosting",
        "singing",
        "sang",
        "sings",
        "performing",
        "performed",
        "played",
        "plays",
        "hosted",
    ]
)
_CALLED = frozenset(["called", "named", "dubbed", "nicknamed", "known", "so-called", "labeled", "labelled", "termed", "entitled"])
_SMALL = frozenset("a an the of in on at for to and or but by with from as is vs not".split())
_MOST_SCARE_WORDS = 3


def kind(inside: str, words: Words, at: int, cue: Cue | None) -> Type:
    """The type of the quotation that is token `at`; `cue` is what ties it to a speaker, if anything does."""
    said = _WORD.findall(inside)
    kinds, low = words.kinds, words.low
    before = low[at - 1] if at else ""
    opens = at == 0 or kinds[at - 1] in "eEFkod"
    firmly = cue is not None and (
        cue.how in ("verb-subject", "subject-verb", "colon", "signature") or cue.at == at - 1 or kinds[at - 1 : at] in ("k", "o")
    )
    if _nickname(words, at, len(said)):
        return "scare"
    uttered = firmly and opens and len(said) > 1 and inside.rstrip()[-1:] in ",.!?"
    if _titled(inside, said, words, at) and not uttered and not (cue is not None and _named_so(words, at, cue)):
        return "title"
    if cue is None and (len(said) <= _MOST_SCARE_WORDS and not opens):
        return "scare"
    if before in _CALLED and (cue is None or cue.how == "passive") and len(said) <= _MOST_SCARE_WORDS:
        return "scare"
    if opens and inside[:1].lstrip("[(‘'…. ").isupper() and (len(said) >= 3 or inside.rstrip()[-1:] in ",.!?"):
        return "direct"
    return "partial"


def _nickname(words: Words, at: int, count: int) -> bool:
    """Robert “Bob” Gray."""
    return count <= 2 and words.kinds[at - 1 : at] in ("N", "M") and words.kinds[at + 1 : at + 2] in ("N", "M") and at > 0


_NAMING = frozenset(["call", "nickname", "dub", "label", "brand", "term", "refer", "mock", "deride", "describe", "hail", "cite"])


def _named_so(words: Words, at: int, cue: Cue) -> bool:
    """Whether the cue gives somebody a name, in the speaker's words: "she called him “The Silent Heron”", "hailed as “…”"."""
    form = cues.verb(words.low[cue.at]) if cue.at >= 0 else None
    return (form is not None and form[0] in _NAMING) or "as" in words.low[max(0, at - 2) : at]


def _titled(inside: str, said: list[str], words: Words, at: int) -> bool:
    """Whether all words but small ones are capitalised, and what stands around does not make them an utterance."""
    if not said or not all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in said) or not said[0][0].isupper():
        return False
    near = set(words.low[max(0, at - 4) : at]) | set(words.low[at + 1 : at + 2])
    if near & _WORKS or set(words.low[max(0, at - 2) : at]) & _TITLED:
        return True
    return len(said) >= 2 and inside.rstrip()[-1:] not in "!?" and words.kinds[at - 1 : at] in ("Z", "p", "D", "N", "M", "O", "c", "b", "n")
