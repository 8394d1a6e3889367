"""Who governs a verb, by the kinds of words alone."""

from __future__ import annotations

from .. import cues
from .phrases import NOMINAL, Phrase, phrase_beginning, phrase_ending
from .words import Words

_SKIPPED = frozenset("ARTP")

_FINITE = frozenset("VAPU")

_FARTHEST = 60  # words between a verb and the one that governs it
_LONGEST_INSERTION = 40  # words between a name and its verb: "Ms. Gray, who …, said"

_TIMES = frozenset(
    "week month year day morning evening night afternoon weekend time moment hour hours days weeks months years addition example instance fact".split()
)

_WHEN = frozenset(["when", "while", "as", "after", "before", "once", "through", "last", "this", "because"])


def subject(words: Words, verb: int, low: int) -> Phrase | None:
    """The subject of the finite verb at `verb`, in the clause that begins no earlier than `low`."""
    kinds = words.kinds
    k = verb - 1
    while k >= low and kinds[k] in _SKIPPED:
        k -= 1
        if k >= low and kinds[k] == "p" and kinds[k + 1] == "T":
            k -= 1
    if k - 1 >= low and kinds[k] == "X" and kinds[k - 1] == "p":  # "who in 2010 said"
        k -= 2
    if k < low:
        return None
    if kinds[k] in "kzd":
        return _insertion(words, k, low)
    if kinds[k] == "W" or (words.low[k] == "that" and kinds[k - 1 : k] in NOMINAL):
        return phrase_ending(words, k - (2 if k - 1 >= low and kinds[k - 1] == "k" else 1), low)
    found = phrase_ending(words, k, low)
    if found and found.start - 1 >= low and kinds[found.start - 1] == "W" and found.start == found.end and kinds[found.end] in "U":
        return phrase_ending(words, found.start - 2, low)
    return found


def _insertion(words: Words, close: int, low: int) -> Phrase | None:
    """The phrase before an insertion that ends at `close`: an apposition or a relative clause."""
    kinds = words.kinds
    opener = {"k": "k", "z": "y", "d": "d"}[kinds[close]]
    nearest = None
    for k in range(low + 1, close):
        if kinds[k] != opener or kinds[k - 1] not in NOMINAL | {"H"} or close - k > _LONGEST_INSERTION:
            continue
        found = phrase_ending(words, k - 1, low)
        if found is None:
            continue
        before = kinds[found.start - 1] if found.start > low else "e"
        if before in "eEFklosczdQW" and not _adjunct(words, found, low):
            return found
        nearest = found if before not in "pbt" else nearest
    return nearest


def _adjunct(words: Words, phrase: Phrase, low: int) -> bool:
    """Whether a phrase is a time or a lone adverbial rather than somebody: "Last week, …"."""
    return words.kinds[phrase.head] in "T" or words.low[phrase.head] in _TIMES


def first_subject(words: Words, low: int, high: int) -> Phrase | None:
    """The subject of a sentence's main clause: the first noun phrase that no preposition governs and that a verb follows."""
    kinds = words.kinds
    k = low
    while k < high:
        if kinds[k] in "pbtsaGB":  # an adjunct or a subordinate clause: on to the comma that ends it
            comma = kinds.find("k", k, high)
            if comma < 0:
                return None
            k = comma + 1
            continue
        if kinds[k] in NOMINAL or kinds[k] in "HIW":
            found = phrase_beginning(words, k, high)
            if found is None:
                return None
            if _adjunct(words, found, low):
                k = found.end + 1
                continue
            return found
        if kinds[k] in _FINITE:
            return None
        k += 1
    return None


def main_subject(words: Words, at: int, low: int) -> Phrase | None:
    """The subject of the main clause before `at`; of two that a comma and a conjunction join, the later one."""
    kinds = words.kinds
    start = low
    for k in range(at - 3, low, -1):
        if kinds[k : k + 2] in ("kc", "lc") and kinds[k + 2] in "DNnMOLH":
            joined = phrase_beginning(words, k + 2, at)
            if joined and kinds[joined.end + 1 : joined.end + 2] in ("V", "A", "P", "U"):
                start = k + 2
                break
    return first_subject(words, start, at)


def governing_subject(words: Words, at: int, low: int) -> Phrase | None:
    """The subject of the nearest finite verb before `at`: who is "adding", "to call", "and called"."""
    kinds = words.kinds
    for k in range(at - 1, max(low, at - _FARTHEST) - 1, -1):
        if kinds[k] in "el":
            break
        if kinds[k] == "U" and k + 1 < len(kinds) and kinds[k + 1] in "nN" and kinds[k - 1 : k] in ("D", "p", "Z"):
            continue  # an adjective
        if kinds[k] in _FINITE:
            found = subject(words, k, low)
            if found is not None:
                return found
    return first_subject(words, low, at)


def passive(words: Words, verb: int, low: int) -> bool:
    k = verb - 1
    while k >= low and words.kinds[k] == "R":
        k -= 1
    return k >= low and words.kinds[k] == "P" and not words.low[verb].endswith("ing")


def complete(words: Words, verb: int) -> bool:
    """Whether the clause of a verb of saying leaves its object to a quotation: "… , she said on Monday." but not "she said that"."""
    kinds = words.kinds
    k = verb + 1
    form = cues.verb(words.low[verb])
    if form and form[0] in cues.ADDRESSED:
        listener = phrase_beginning(words, k, len(kinds))
        k = listener.end + 1 if listener else k
    while k < len(kinds) and (kinds[k] in "RT" or (kinds[k - 1] == "T" and words.low[k] in _TIMES)):
        k += 1
    if k >= len(kinds):
        return True
    return kinds[k] in "ekpbdltQEFzoyGc" or words.low[k] in _WHEN
