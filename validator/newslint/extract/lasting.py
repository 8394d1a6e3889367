"""Whether a length is of what began at a start that the copy states: "closed on May 3 and has stood idle for six weeks", "is in its sixth week"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from ..article import Article
from ..expression import DurationExpression
from ..pattern import pattern
from ..text import inside
from .courses import leads_to
from .occasions import Target
from .starts import Beginning

#: characters before a start in which what began is told, and between a start and the length of it
_REACH = 600
_GAP = 250
#: characters from "since" to its date where the two stand together
_BESIDE = 40

#: the last clause between a start and a length: its subject, and its verb
_CLAUSE = pattern(
    r"(?:^|[,;:—–]|\b(?:and|but|while|which|that|who)\b)\s*(?P<subject>(?:(?!\b(?:and|but|while|which|that|who)\b)[^,;:—–])*?)\s*"
    r"\b(?:is|are|has|have)\b(?:(?!\b(?:and|but)\b)[^,;:—–]){0,60}$",
    regex.IGNORECASE,
)
#: or no more than what joins the two: ", now"
_JOINED = pattern(r"[,;—–-]?\s*(?:(?:and|but|which|now|already|well)\s+){0,3}", regex.IGNORECASE)
#: subjects that take up what was told: none, "it", "the vigil", "crews", "Torvale's campaign against them"
_TAKEN_UP = pattern(
    r"(?:it|they|he|she|this|that|(?:the|their|its|his|her|this|these)\s+(?!(?:other|second|third|new|latest|last|previous)\b)[^.]*|\p{Ll}+s|"
    r"\p{Lu}[\p{L}-]+['’]s?\s+[\p{Ll}\s]+\b(?:the|them|it|him|her)\b[^.]*)?"
)
#: "on the sixth day of his fast"
_OWN = pattern(r"\s+of\s+(?:his|her|its|their)\b")
#: "six weeks later they still hold it"
_STILL = pattern(r"(?:\s+(?:later|on))?,?\s+(?:\p{L}+\s+){1,4}?(?:still|remains?|(?:is|are)\s+(?:still|yet))\b")
#: "shut since May 3, six weeks in all"
_ASIDE = pattern(r"\s*[,(—–]\s*(?:or\s+|a\s+total\s+of\s+)?(?:[^,;()—–.]{1,50}[,—–]\s*)?")
_IN_ALL = pattern(r"\s*(?:in\s+all|now|so\s+far|and\s+counting|\))?\s*(?:[.);—]|$)")
_HAS = pattern(r"\b(?:has|have)\b")
#: "for six weeks, since May 3"; without a comma it may be six weeks in all since then
_FOR = pattern(r"(?r)\bfor\s+", regex.IGNORECASE)
_SINCE = pattern(r"(?:,\s+|\s+\(|\s+now,\s+)(?:now,?\s+)?(?:ever\s+)?|\s+(?:now\s+)?ever\s+", regex.IGNORECASE)
#: "and after six weeks of war"
_AFTER = pattern(r"\b(?:after|and|over|;|,)\s*(?:\w+\s+){0,2}$")
#: a sentence that says no more than how long it has lasted, and one about what the sentence before told
_PRONOUN = pattern(r"(?:It|They|This)\s+(?:is|are|has|have)\s+(?:(?:now|already|just|\p{L}+ed)\s+){0,2}")
_THE = pattern(r"(?:The|Their|Its|This)\s")
#: what tells of a war, where no noun does
_ARMS = pattern(
    r"\b(?:war|arms|army|troops|soldiers|forces|rebels|militia\p{L}*|fighters|fought|invaded|attacked|clash\p{L}*|uprising)\b", regex.IGNORECASE
)
#: nouns for any trouble
_TROUBLE = frozenset({"dispute", "row", "conflict", "crisis", "standoff", "stand-off", "campaign"})


def goes_on(text: str, e: DurationExpression, start: Beginning, target: Target | None) -> bool:
    """Whether a length in the sentence of a start is the length of what began then; `target` is what it is the length of, where a noun says so."""
    if e.form in ("ago", "age"):
        return e.form == "age" and target is not None and start.target == target
    since = start.cue.lower() == "since"
    if start.span.end > e.span.start:
        if since and _SINCE.fullmatch(text, e.span.end, start.clause.start) and start.clause.end - start.clause.start < _BESIDE:
            return _FOR.match(text, start.sentence.start, e.span.start) is not None
        return start.opens and target is not None and start.target is not None and start.target.sort == target.sort
    if e.span.start - start.span.end > _GAP:
        return False
    told = text[max(start.sentence.start, start.span.start - _REACH) : start.span.start]
    between = text[start.span.end : e.span.start]
    if _JOINED.fullmatch(between) and _STILL.match(text, e.span.end, start.sentence.end):
        return True
    if since and _ASIDE.fullmatch(between) and _IN_ALL.match(text, e.span.end) and _HAS.search(told + between):
        return True
    if target is not None and target.span.start >= start.span.end and _other(target, start, told):
        return False
    return _taken_up(text, e, start, target, told, between) or (target is not None and _AFTER.search(between) is not None)


def _taken_up(text: str, e: DurationExpression, start: Beginning, target: Target | None, told: str, between: str) -> bool:
    """Whether the clause of a length takes up what was told to begin: "and the vigil is in its sixth week", "and has stood idle for six weeks"."""
    clause = _CLAUSE.search(between)
    subject = clause["subject"].strip() if clause else ""
    if not (clause or _JOINED.fullmatch(between)) or _TAKEN_UP.fullmatch(subject) is None:
        return False
    if e.possessive or _OWN.match(text, e.span.end):
        return bool(subject) or target is not None or not start.transitive  # "the firm opened a mill and is in its sixth year" tells of the firm
    noun = subject.rpartition(" ")[2]
    return (len(noun) < 5 or noun in told) and leads_to(start.cue, between)


def _other(one: Target, began: Beginning, told: str) -> bool:
    """Whether a noun cannot stand for what began: an inquiry is not the trial, the war not the battle in it."""
    if began.target is None:
        return one.sort == "war" and _ARMS.search(told) is None
    return one.sort != began.target.sort and one.noun not in _TROUBLE and began.target.noun != "event"


def told_before(article: Article, e: DurationExpression, target: Target | None, starts: Sequence[Beginning]) -> list[Beginning]:
    """The start in the sentence before, where this one takes it up: "It is now in its third month", or calls it by its verb: "The occupation"."""
    sentence = article.sentence(e.span.start)
    if not e.possessive or not sentence.start:
        return []
    found = inside(starts, article.sentence(max(sentence.start - 2, 0)))
    if len(found) != 1:
        return []
    if _PRONOUN.fullmatch(article.text, sentence.start, e.span.start):
        return found
    if target is None or target.span.start - sentence.start > 5 or not _THE.match(article.text, sentence.start):
        return []
    return [s for s in found if target.noun[:5] in s.clause.of(article.text).lower()]
