"""The cue that ties a quotation to a speaker, in the quotation's own sentence."""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from .. import cues
from .clauses import Phrase, complete, first_subject, governing_subject, passive, phrase_beginning, phrase_ending, subject
from .words import Words

#: how a speaker was found. verb-subject: "…," said X. subject-verb: "…," X said. cue-before: X said: "…". noun: X's claim that "…".
#: passive: called "…" by X. tail: … "…" …, X said. signature: "…" — X. same-sentence, floating, runs-on: as the quotation before.
How = Literal[
    "verb-subject",
    "subject-verb",
    "cue-before",
    "according-to",
    "colon",
    "noun",
    "passive",
    "tail",
    "signature",
    "same-sentence",
    "floating",
    "runs-on",
]


class Cue(NamedTuple):
    """`who`: the phrase of the speaker. `at`: the token of the cue word, -1 where marks alone are the cue."""

    who: Phrase
    at: int
    how: How


_SAYS = frozenset(cues.SAYS.split("|")) | frozenset(["asked", "asks", "recalled", "quipped", "joked"])
_OBJECTS = "nNMOLDXKUZ"


def cue_of(words: Words, at: int) -> Cue | None:
    """The cue of the quotation that is token `at`, if its own sentence holds one."""
    low = _sentence_start(words.kinds, at)
    high = _sentence_end(words.kinds, at)
    opens = all(k in "kdycsR" for k in words.kinds[low:at])
    after = _after(words, at, high)
    if after is not None and (opens or words.low[at] in ",!?—–-" or words.kinds[at + 1 : at + 2] == "k"):
        if opens or not _subordinate(words, low, at):
            return after
    before = None if opens else _before(words, at, low)
    return before or after or _tail(words, at, high) or _signature(words, at)


def _sentence_start(kinds: str, at: int) -> int:
    k = at
    while k > 0 and kinds[k - 1] not in "eF":
        if kinds[k - 1] == "E" and kinds[k : k + 1] not in "VHMNkd":
            break
        k -= 1
    return k


def _sentence_end(kinds: str, at: int) -> int:
    k = at + 1
    while k < len(kinds) and kinds[k] not in "eF":
        k += 1
    return k


def _subordinate(words: Words, low: int, at: int) -> bool:
    """Whether the quotation stands in a clause with a speaker of its own before the main clause: "While X called it “…,” Y said"."""
    return words.low[low] in _SUBORDINATORS and "V" in words.kinds[low:at]


_SUBORDINATORS = frozenset(["while", "although", "though", "whereas", "when", "after", "if"])


def _after(words: Words, at: int, high: int) -> Cue | None:
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
        if who and kinds[who.head] not in "IW" and not (who.end + 1 < len(kinds) and kinds[who.end + 1] == "V"):
            return Cue(_named(words, who), verb, "verb-subject")
    if kinds[at] == "F":
        return None
    who = phrase_beginning(words, k, high)
    if who is None or kinds[who.head] in "IW":
        return None
    verb = _verb_after(words, who.end + 1, high)
    if verb < 0 or not complete(words, verb):
        return None
    if kinds[at] == "E" and words.low[verb] not in _SAYS:
        return None
    return Cue(_named(words, who), verb, "subject-verb")


def _verb_after(words: Words, start: int, high: int) -> int:
    """The finite verb of saying that follows a phrase, over an insertion and auxiliaries; -1 if none does."""
    kinds = words.kinds
    k = start
    if k < high and kinds[k] in "kyW":
        if kinds[k] == "k" or kinds[k] == "y":
            close = kinds.find("k" if kinds[k] == "k" else "z", k + 1, min(high, k + 40))
            while close >= 0 and close + 1 < high and kinds[close + 1] not in "VART" and kinds[k] == "k":
                close = kinds.find("k", close + 1, min(high, k + 40))
            if close < 0:
                return -1
            k = close + 1
        else:
            return -1
    while k < high and (kinds[k] in "ART" or (kinds[k] == "p" and k + 1 < high and kinds[k + 1] == "T")):
        k += 1
    if k < high and kinds[k] == "P":  # “…,” she was quoted as saying
        rest = words.low[k + 1 : k + 4]
        return k + 3 if len(rest) == 3 and rest[0] in ("quoted", "cited", "reported", "heard") and rest[2] == "saying" else -1
    return k if k < high and kinds[k] == "V" else -1


def _named(words: Words, who: Phrase) -> Phrase:
    """The name in apposition to a description: "the group's leader, Ann Gray," → "Ann Gray"."""
    kinds = words.kinds
    if kinds[who.head] in "nN" and kinds[who.end + 1 : who.end + 3] == "kM" and kinds[who.end + 3 : who.end + 4] in ("k", "e", ""):
        return Phrase(who.end + 2, who.end + 2, who.end + 2)
    return who


def _before(words: Words, at: int, low: int) -> Cue | None:
    """The nearest cue to the left: a verb of saying, a noun that somebody owns, "according to", a colon."""
    kinds = words.kinds
    colon = kinds[at - 1] == "o"
    for k in range(at - 1, low - 1, -1):
        kind = kinds[k]
        if kind == "l":
            break
        if kind == "a":
            who = phrase_beginning(words, k + 1, at)
            if who:
                return Cue(_named(words, who), k, "according-to")
        elif kind in "VGB":
            found = _of_verb(words, k, at, low)
            if found is not None:
                return found
        elif kind == "K":
            owner = _owner(words, k, at, low)
            if owner is not None:
                return Cue(owner, k, "noun")
    if colon:
        who = phrase_beginning(words, low, at - 1)
        if who and who.end == at - 2:
            return Cue(who, at - 1, "colon")
        if who := first_subject(words, low, at - 1):
            return Cue(who, at - 1, "colon")
    return None


def _of_verb(words: Words, k: int, at: int, low: int) -> Cue | None:
    kinds = words.kinds
    if kinds[k] == "V" and passive(words, k, low) and words.low[k + 1 : k + 3] != ("as", "saying"):
        agent = kinds.find("b", k, at)
        who = phrase_beginning(words, agent + 1, at) if agent >= 0 else None
        if who is None and kinds[at + 1 : at + 2] == "b":
            who = phrase_beginning(words, at + 2, len(kinds))
        return Cue(_named(words, who), k, "passive") if who else None
    if kinds[k] == "V" and kinds[k - 1 : k] not in ("c", "t"):
        who = subject(words, k, low)
        if who is None and k > low:
            who = governing_subject(words, k, low)
    else:
        who = governing_subject(words, k, low)
    if who is None or kinds[who.head] in "I":
        return None
    if kinds[who.head] == "W":
        who = phrase_ending(words, who.head - (2 if kinds[who.head - 1] == "k" else 1), low)
    return Cue(_named(words, who), k, "cue-before") if who else None


_POSSESSIVES = frozenset(["his", "her", "their", "its"])


def _owner(words: Words, noun: int, at: int, low: int) -> Phrase | None:
    """Whose statement it is: "the union's claim", "his claim", "a claim by the union", "a statement from the union"."""
    kinds = words.kinds
    k = noun + 1
    if k < at and words.low[k] in ("by", "from", "of") and words.low[noun] not in ("fear", "fears"):
        who = phrase_beginning(words, k + 1, at)
        if who and kinds[who.head] in "MON" and words.low[k] != "of":
            return who
    k = noun - 1
    while k >= low and kinds[k] in "nNKXU":
        k -= 1
    if k >= low and kinds[k] == "Z":
        return phrase_ending(words, k - 1, low)
    if k >= low and words.low[k] in _POSSESSIVES:
        return Phrase(k, k, k)
    return None


def _tail(words: Words, at: int, high: int) -> Cue | None:
    """The end of the sentence: "It was “a mess” from the start, X said." """
    kinds = words.kinds
    for k in range(high - 1, at, -1):
        if kinds[k] in "QE":
            break
        if kinds[k] == "a":
            who = phrase_beginning(words, k + 1, len(kinds))
            return Cue(_named(words, who), k, "according-to") if who else None
        if kinds[k] == "V" and complete(words, k) and not passive(words, k, at):
            who = subject(words, k, at + 1)
            if who and kinds[who.head] not in "IW" and kinds[who.start - 1] in "kd":
                return Cue(_named(words, who), k, "tail")
    return None


_NAME = regex.compile("d?[NMO][NMOXkDnpLcZ]{0,12}e?$")


def _signature(words: Words, at: int) -> Cue | None:
    """“…” — Ann Gray, farmer: the rest of the paragraph is a name."""
    kinds = words.kinds
    if kinds[at + 1 : at + 2] == "d" and _NAME.match(kinds, at + 1):
        who = phrase_beginning(words, at + 2, len(kinds))
        return Cue(who, -1, "signature") if who else None
    return None
