"""The cue that ties a quotation to a speaker, in the quotation's own sentence."""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from .. import cues
from .clauses import Phrase, complete, first_subject, governing_subject, main_subject, passive, phrase_beginning, phrase_ending, subject
from .words import Words

#: how a speaker was found. verb-subject: "…," said X. subject-verb: "…," X said. cue-before: X said: "…". noun: X's claim that "…".
#: passive: called "…" by X. tail: … "…" …, X said. signature: "…" — X. label: "X: …". same-sentence, floating, runs-on: as the quotation before.
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
    "label",
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
    low = _past_label(words.kinds, _sentence_start(words.kinds, at), at)
    high = _sentence_end(words.kinds, at)
    opens = all(k in "kdycsR" for k in words.kinds[low:at])
    after = _after(words, at, high)
    if after is not None and (opens or words.low[at] in ",!?—–-" or words.kinds[at + 1 : at + 2] == "k" or words.kinds[at + 1 : at + 3] == "dV"):
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


def _past_label(kinds: str, low: int, at: int) -> int:
    """Past the label that begins an item of a list: "European Union: EU officials said …"."""
    colon = kinds.find("o", low, min(at - 1, low + 6))
    return colon + 1 if colon > low and not set(kinds[low:colon]) - set("DNnMOLKX") else low


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
        if who and kinds[who.head] != "W" and not (who.end + 1 < len(kinds) and kinds[who.end + 1] == "V"):
            return Cue(_named(words, who), verb, "verb-subject")
    if kinds[at] == "F":
        return None
    if words.low[k] == "as":  # “…,” as X put it
        k += 1
    who = phrase_beginning(words, k, high)
    if who is None or kinds[who.head] == "W" or words.low[who.head] in _NOBODY:
        return None
    verb = _verb_after(words, who.end + 1, high)
    if verb < 0 or not complete(words, verb):
        return None
    form = cues.verb(words.low[verb])
    if kinds[at] == "E" and (cues.weak(words.low[verb]) or (form and form[0] in _NAMING)):
        return None
    return Cue(_named(words, who), verb, "subject-verb")


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


_LONGEST_INSERTION = 40


def _named(words: Words, who: Phrase) -> Phrase:
    """The name in apposition to a description: "the group's leader, Ann Gray," → "Ann Gray"."""
    kinds = words.kinds
    if kinds[who.head] in "nN" and kinds[who.end + 1 : who.end + 3] == "kM" and kinds[who.end + 3 : who.end + 4] in ("k", "e", ""):
        return Phrase(who.end + 2, who.end + 2, who.end + 2)
    return who


def _before(words: Words, at: int, low: int) -> Cue | None:
    """The cue to the left: a verb of saying, a noun that somebody owns, "according to", a colon.

    The nearest one counts, unless it yields to one further left: a noun, a verb of the mind, and a verb whose subject is a
    pronoun or a relative, for "X said he considers it “…”" is said by X.
    """
    kinds = words.kinds
    best: Cue | None = None
    for k in range(at - 1, low - 1, -1):
        if kinds[k] == "l":
            break
        found = _candidate(words, k, at, low)
        if found is None or (best is not None and found.how == "noun"):
            continue
        best = found
        if not _yields(words, best) or _new_clause(words, best.who.start, low):
            break
    if kinds[at - 1] == "o" and (best is None or _weak(words, best)):
        who = phrase_beginning(words, low, at - 1)
        if who is None or who.end != at - 2:
            who = first_subject(words, low, at - 1)
        elif who.end - who.start >= _LONGEST_LABEL:  # a headline: "Ann Gray Slams Council: ‘…’"
            who = Phrase(who.start, who.start, who.start) if kinds[who.start] == "M" else None
        return Cue(_named(words, who), at - 1, "colon") if who else best
    return best or _used(words, at, low)


def _used(words: Words, at: int, low: int) -> Cue | None:
    """Whoever sees somebody "as a “…”", or uses "the phrase “…”": the subject of the sentence."""
    k = at - 2 if words.kinds[at - 1] == "D" else at - 1
    if k <= low:
        return None
    described = words.low[k] == "as" and words.kinds[k - 1] in "MON"
    if described or (words.low[k] in _WORDING and words.kinds[k - 1] == "D"):
        who = main_subject(words, k, low)
        if who and who.end < k - 1 and words.low[who.head] not in _NOBODY:
            return Cue(_named(words, who), k, "noun")
    return None


_WORDING = frozenset(["phrase", "word", "words", "term", "slogan", "nickname", "expression", "hashtag", "moniker"])


_LONGEST_LABEL = 3


def _candidate(words: Words, k: int, at: int, low: int) -> Cue | None:
    """The cue at token `k`, if that is one."""
    kind = words.kinds[k]
    if kind == "a":
        who = phrase_beginning(words, k + 1, at)
        return Cue(_named(words, who), k, "according-to") if who else None
    if kind in "VGB":
        return _of_verb(words, k, at, low)
    if kind == "K":
        owner = _owner(words, k, at, low)
        return Cue(owner, k, "noun") if owner else None
    return None


def _weak(words: Words, cue: Cue) -> bool:
    return cue.how == "noun" or (words.kinds[cue.at] == "B") or cues.weak(words.low[cue.at])


def _yields(words: Words, cue: Cue) -> bool:
    who = cue.who
    relative = words.kinds[who.end + 1 : who.end + 2] == "W" or words.kinds[who.end + 1 : who.end + 3] == "kW"
    return _weak(words, cue) or words.kinds[who.head] in "H" or relative


def _new_clause(words: Words, start: int, low: int) -> bool:
    """Whether a clause of its own begins at `start`: "X denied it, but he called …"."""
    return start > low and (words.kinds[start - 1] == "c" or words.low[start - 1] in _SUBORDINATORS)


_NOT_SAYING = {
    "call": frozenset(["out", "off", "up", "into", "a", "an"]),
    "speak": frozenset(["to", "with"]),
    "point": frozenset(["at"]),
    "add": frozenset(["to"]),
}
#: words within which a verb of the mind or of doing governs a quotation
_NEAR = 9
_NAMING = frozenset(["call", "nickname", "dub", "title", "label", "term", "name"])


def _of_verb(words: Words, k: int, at: int, low: int) -> Cue | None:
    kinds = words.kinds
    form = cues.verb(words.low[k])
    if form is None or (cues.weak(words.low[k]) and at - k > _NEAR and "s" not in kinds[k + 1 : k + 3]):
        return None
    if k + 1 < at and words.low[k + 1] in _NOT_SAYING.get(form[0], ()) and not _asked_for(words, _subject_start(words, k, low), low):
        return None
    if kinds[k] == "V" and passive(words, k, low) and words.low[k + 1 : k + 3] != ("as", "saying"):
        agent = kinds.find("b", k, at)
        who = phrase_beginning(words, agent + 1, at) if agent >= 0 else None
        if who is None and kinds[at + 1 : at + 2] == "b":
            who = phrase_beginning(words, at + 2, len(kinds))
        return Cue(_named(words, who), k, "passive") if who else None
    if kinds[k] == "V" and kinds[k - 1 : k] != "c":
        who = subject(words, k, low) or governing_subject(words, k, low)
        if form[0] in _NAMING and k + 1 == at and who and not _asked_for(words, who.start, low):
            return None  # "a man called “…”"
    elif kinds[k] == "G" and kinds[k - 1 : k] in ("M", "O"):
        who = phrase_ending(words, k - 1, low)
    elif kinds[k] == "B":
        who = governing_subject(words, k, low)
    else:  # "…, saying", "and said": whoever the sentence is about
        who = main_subject(words, k, low)
    if who is None and kinds[k] == "G" and k == low:  # "Calling it “…,” X resigned"
        follows = phrase_beginning(words, at + 2 if kinds[at + 1 : at + 2] == "k" else at + 1, len(kinds))
        who = follows if follows and kinds[follows.end + 1 : follows.end + 2] in ("V", "A", "P", "U") else None
    if who and kinds[who.head] == "W":
        who = phrase_ending(words, who.head - (2 if kinds[who.head - 1] == "k" else 1), low)
    if who is None or words.low[who.head] in _NOBODY:
        return None
    return Cue(_named(words, who), k, "cue-before")


_NOBODY = frozenset(["that", "this", "these", "those", "you", "there", "anybody", "anyone", "nothing", "everything", "something", "what", "it's"])


def _subject_start(words: Words, verb: int, low: int) -> int:
    who = subject(words, verb, low)
    return who.start if who else low


def _asked_for(words: Words, start: int, low: int) -> bool:
    """Whether "what" or "which" stands before a subject: "what critics call “…”"."""
    return start > low and (words.low[start - 1] in ("what", "which") or words.kinds[start - 1] in "kW")


_POSSESSIVES = frozenset(["his", "her", "their", "its"])


def _owner(words: Words, noun: int, at: int, low: int) -> Phrase | None:
    """Whose statement it is: "the union's claim", "his claim", "a claim by the union", "a statement from the union"."""
    kinds = words.kinds
    if set(kinds[noun + 1 : at]) & set("VPAU") and words.low[noun + 1] != "that":
        return None
    k = noun + 1
    if k < at and words.low[k] in ("by", "from"):
        who = phrase_beginning(words, k + 1, at)
        if who and kinds[who.head] in "MON":
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
    for k in range(at + 1, high):
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


def indirect(words: Words, low: int, high: int) -> Cue | None:
    """The cue of a sentence of indirect speech, whose speaker the next sentence quotes: "X said it would pass. “It has to.”" """
    for k in range(low, high):
        if words.kinds[k] == "V" and not passive(words, k, low):
            who = subject(words, k, low) or first_subject(words, low, k)
            if who and words.kinds[who.head] not in "WL" and words.low[who.head] not in _NOBODY:
                return Cue(_named(words, who), k, "floating")
    return None


_NAME = regex.compile("d?[NMO][NMOXkDnpLcZ]{0,12}e?$")


def _signature(words: Words, at: int) -> Cue | None:
    """“…” — Ann Gray, farmer: the rest of the paragraph is a name."""
    kinds = words.kinds
    if kinds[at + 1 : at + 2] == "d" and _NAME.match(kinds, at + 1):
        who = phrase_beginning(words, at + 2, len(kinds))
        return Cue(who, -1, "signature") if who else None
    return None
