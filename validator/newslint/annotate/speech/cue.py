"""The cue that ties a quotation to a speaker, in the quotation's own sentence or in the sentence of indirect speech before it."""

from __future__ import annotations

from .after import after, signature, tail
from .before import NOBODY, SUBORDINATORS, before
from .clauses import first_subject, passive, subject
from .model import Cue
from .phrases import named
from .words import Words


def cue_of(words: Words, at: int) -> Cue | None:
    """The cue of the quotation that is token `at`, if its own sentence holds one."""
    low = _past_label(words.kinds, _sentence_start(words.kinds, at), at)
    high = _sentence_end(words.kinds, at)
    opens = all(k in "kdycsR" for k in words.kinds[low:at])
    follows = after(words, at, high)
    joined = words.low[at] in ",!?—–-" or words.kinds[at + 1 : at + 2] == "k" or words.kinds[at + 1 : at + 3] == "dV"
    if follows is not None and (opens or (joined and not _subordinate(words, low, at))):
        return follows
    precedes = None if opens else before(words, at, low)
    return precedes or follows or tail(words, at, high) or signature(words, at)


#: tokens of a sentence that are looked at on either side of a quotation
_FARTHEST = 100


def _sentence_start(kinds: str, at: int) -> int:
    k = at
    while k > max(0, at - _FARTHEST) and kinds[k - 1] not in "eF":
        if kinds[k - 1] == "E" and kinds[k : k + 1] not in "VHMNkd":
            break
        k -= 1
    return k


def _past_label(kinds: str, low: int, at: int) -> int:
    """Past the label that begins an item of a list: "European Union: EU officials said …"."""
    colon = kinds.find("o", low, min(at - 1, low + 6))
    return colon + 1 if colon > low and not set(kinds[low:colon]) - set("DNnMOLKX") else low


def _sentence_end(kinds: str, at: int) -> int:
    k = at + 1
    while k < min(len(kinds), at + _FARTHEST) and kinds[k] not in "eF":
        k += 1
    return k


def _subordinate(words: Words, low: int, at: int) -> bool:
    """Whether the quotation stands in a clause with a speaker of its own before the main clause: "While X called it “…,” Y said"."""
    return words.low[low] in SUBORDINATORS and "V" in words.kinds[low:at]


def indirect(words: Words, low: int, high: int) -> Cue | None:
    """The cue of a sentence of indirect speech, whose speaker the next sentence quotes: "X said it would pass. “It has to.”" """
    for k in range(low, high):
        if words.kinds[k] == "V" and not passive(words, k, low):
            who = subject(words, k, low) or first_subject(words, low, k)
            if who and words.kinds[who.head] not in "WL" and words.low[who.head] not in NOBODY:
                return Cue(named(words, who), k, "floating")
    return None
