"""The cue to the right of a quotation: “…,” said X; “…” …, X said; “…” — X."""

from __future__ import annotations

from ...pattern import pattern
from .. import cues
from .before import NAMING, NOBODY
from .clauses import complete, passive, subject
from .model import Cue
from .phrases import named, phrase_beginning
from .words import Words

_SAYS = frozenset(cues.SAYS.split("|")) | frozenset(["asked", "asks", "recalled", "quipped", "joked"])

_LONGEST_INSERTION = 40

_NAME = pattern("d?[NMO][NMOXkDnpLcZ]{0,12}e?$")


def after(words: Words, at: int, high: int) -> Cue | None:
    """“…,” said X · “…,” X said · “…,” according to X."""
    kinds = words.kinds
    k = at + 1
    if k < len(kinds) and kinds[k] in "kd":
        k += 1
    if k >= len(kinds):
        return None
    if kinds[k] == "a":
        who = phrase_beginning(words, k + 1, len(kinds))
        return Cue(who, k, "according-to") if who else None
    verb = k
    while verb < len(kinds) and kinds[verb] == "R":
        verb += 1
    if verb < len(kinds) and kinds[verb] == "V" and (kinds[at] == "Q" or words.low[verb] in _SAYS):
        who = phrase_beginning(words, verb + 1, len(kinds))
        if who and kinds[who.head] != "W" and not (who.end + 1 < len(kinds) and kinds[who.end + 1] == "V"):
            return Cue(named(words, who), verb, "verb-subject")
    if kinds[at] == "F":
        return None
    if words.low[k] == "as":  # “…,” as X put it
        k += 1
    who = phrase_beginning(words, k, high)
    if who is None or kinds[who.head] == "W" or words.low[who.head] in NOBODY:
        return None
    verb = _verb_after(words, who.end + 1, high)
    if verb < 0 or not complete(words, verb):
        return None
    form = cues.verb(words.low[verb])
    if kinds[at] == "E" and (cues.weak(words.low[verb]) or (form and form[0] in NAMING)):
        return None
    return Cue(named(words, who), verb, "subject-verb")


def _verb_after(words: Words, start: int, high: int) -> int:
    """The finite verb of saying that follows a phrase, over an insertion and auxiliaries; -1 if none does."""
    kinds = words.kinds
    k = start
    while k < high and kinds[k] in "ky":
        close = _insertion_end(words, k, min(high, k + _LONGEST_INSERTION))
        if close < 0:
            return -1
        k = close + 1 if kinds[close + 1 : close + 2] != "k" or kinds[close] == "z" else close
    while k < high and (kinds[k] in "ART" or (kinds[k] == "p" and k + 1 < high and kinds[k + 1] == "T")):
        k += 1
    if k < high and kinds[k] == "P":  # “…,” she was quoted as saying
        rest = words.low[k + 1 : k + 4]
        return k + 3 if len(rest) == 3 and rest[0] in ("quoted", "cited", "reported", "heard") and rest[2] == "saying" else -1
    return k if k < high and kinds[k] == "V" else -1


def _insertion_end(words: Words, start: int, high: int) -> int:
    """The token that ends an insertion which begins at `start`: the bracket, or the comma that a verb follows; -1 if none does."""
    kinds = words.kinds
    if kinds[start] == "y":
        return kinds.find("z", start + 1, high)
    close = kinds.find("k", start + 1, high)
    while close >= 0 and kinds[close + 1 : close + 2] not in ("V", "A", "R", "T", "P"):
        close = kinds.find("k", close + 1, high)
    return close


def tail(words: Words, at: int, high: int) -> Cue | None:
    """The end of the sentence: "It was “a mess” from the start, X said." """
    kinds = words.kinds
    for k in range(at + 1, high):
        if kinds[k] in "QE":
            break
        if kinds[k] == "a":
            who = phrase_beginning(words, k + 1, len(kinds))
            return Cue(named(words, who), k, "according-to") if who else None
        if kinds[k] == "V" and complete(words, k) and not passive(words, k, at):
            who = subject(words, k, at + 1)
            if who and kinds[who.head] not in "IW" and kinds[who.start - 1] in "kd":
                return Cue(named(words, who), k, "tail")
    return None


def signature(words: Words, at: int) -> Cue | None:
    """“…” — Ann Gray, farmer: the rest of the paragraph is a name."""
    kinds = words.kinds
    if kinds[at + 1 : at + 2] == "d" and _NAME.match(kinds, at + 1):
        who = phrase_beginning(words, at + 2, len(kinds))
        return Cue(who, -1, "signature") if who else None
    return None
