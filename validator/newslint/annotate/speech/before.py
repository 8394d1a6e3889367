"""The cue to the left of a quotation: X said: “…”."""

from __future__ import annotations

from .. import cues
from .clauses import first_subject, governing_subject, main_subject, passive, subject
from .model import Cue
from .phrases import Phrase, named, phrase_beginning, phrase_ending
from .words import Words

SUBORDINATORS = frozenset(["while", "although", "though", "whereas", "when", "after", "if"])

NOBODY = frozenset(["that", "this", "these", "those", "you", "there", "anybody", "anyone", "nothing", "everything", "something", "what", "it's"])

NAMING = frozenset(["call", "nickname", "dub", "title", "label", "term", "name"])

_NOT_SAYING = {
    "call": frozenset(["out", "off", "up", "into", "a", "an"]),
    "speak": frozenset(["to", "with"]),
    "point": frozenset(["at"]),
    "add": frozenset(["to"]),
}

#: words within which a verb of the mind or of doing governs a quotation
_NEAR = 9
#: cue words to the left that are looked at
_MOST_CUES = 8

_WORDING = frozenset(["phrase", "word", "words", "term", "slogan", "nickname", "expression", "hashtag", "moniker"])

_LONGEST_LABEL = 3

_POSSESSIVES = frozenset(["his", "her", "their", "its"])


def before(words: Words, at: int, low: int) -> Cue | None:
    """The cue to the left: a verb of saying, a noun that somebody owns, "according to", a colon.

    The nearest one counts, unless it yields to one further left: a noun, a verb of the mind, and a verb whose subject is a
    pronoun or a relative, for "X said he considers it “…”" is said by X.
    """
    kinds = words.kinds
    best: Cue | None = None
    tried = 0
    for k in range(at - 1, low - 1, -1):
        if kinds[k] == "l" or tried > _MOST_CUES:
            break
        if kinds[k] not in "aVGBK":
            continue
        tried += 1
        found = _candidate(words, k, at, low)
        if found is None or (best is not None and (found.how == "noun" or (best.how == "noun" and _weak(words, found)))):
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
        return Cue(named(words, who), at - 1, "colon") if who else best
    return best or _used(words, at, low)


def _candidate(words: Words, k: int, at: int, low: int) -> Cue | None:
    """The cue at token `k`, if that is one."""
    kind = words.kinds[k]
    if kind == "a":
        who = phrase_beginning(words, k + 1, at)
        return Cue(named(words, who), k, "according-to") if who else None
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
    return start > low and (words.kinds[start - 1] == "c" or words.low[start - 1] in SUBORDINATORS)


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
        return Cue(named(words, who), k, "passive") if who else None
    if kinds[k] == "V" and kinds[k - 1 : k] != "c":
        who = subject(words, k, low) or governing_subject(words, k, low)
        if form[0] in NAMING and k + 1 == at and who and not _asked_for(words, who.start, low):
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
    if who is None or words.low[who.head] in NOBODY:
        return None
    return Cue(named(words, who), k, "cue-before")


def _subject_start(words: Words, verb: int, low: int) -> int:
    who = subject(words, verb, low)
    return who.start if who else low


def _asked_for(words: Words, start: int, low: int) -> bool:
    """Whether "what" or "which" stands before a subject: "what critics call “…”"."""
    return start > low and (words.low[start - 1] in ("what", "which") or words.kinds[start - 1] in "kW")


def _used(words: Words, at: int, low: int) -> Cue | None:
    """Whoever sees somebody "as a “…”", or uses "the phrase “…”": the subject of the sentence."""
    k = at - 2 if words.kinds[at - 1] == "D" else at - 1
    if k <= low:
        return None
    described = words.low[k] == "as" and words.kinds[k - 1] in "MON"
    if described or (words.low[k] in _WORDING and words.kinds[k - 1] == "D"):
        who = main_subject(words, k, low)
        if who and who.end < k - 1 and words.low[who.head] not in NOBODY:
            return Cue(named(words, who), k, "noun")
    return None


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
