"""Who has responded to what, and who is said not to have done so yet.

"did not immediately respond" and requests for comment are no claim: they tell of the reporter's deadline.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Literal

import regex

from ..article import Article
from ..claim import Matter, ResponseClaim
from ..pattern import pattern
from ..text import Span
from .parties import Party, before, country_of, first_from, named_in, party

Status = Literal["accepted", "rejected", "responded", "none-yet"]

_MATTERS: dict[Matter, str] = {
    "offer": "offers?|invitations?|proposals?|plans?|overtures?|initiatives?|deals?|ceasefire|truce|terms|demands?|ultimatums?|conditions?|requests?|"
    "calls?|bids?|drafts?|resolutions?|ideas?|venue|appeals?",
    "charge": "allegations?|accusations?|claims?|charges|criticisms?|lawsuits?|complaints?|findings",
    "act": "sanctions|tariffs?|announcements?|decisions?|verdicts?|rulings?|remarks|comments|statements?|speech|letter|attacks?|strikes?",
}
_STATUS: dict[str, Status] = {
    **dict.fromkeys("rejected rejects rebuffed rebuffs spurned spurns declined declines dismissed dismisses".split(), "rejected"),
    **dict.fromkeys(("turned down", "turns down", "ruled out", "rules out", "refused", "refuses"), "rejected"),
    **dict.fromkeys(("accepted", "accepts", "agreed to", "agrees to", "endorsed", "endorses", "embraced", "embraces"), "accepted"),
    **dict.fromkeys(("welcomed", "welcomes", "responded to", "responds to", "reacted to", "replied to", "answered", "called", "calls"), "responded"),
    **dict.fromkeys(("labeled", "labelled", "labels", "described", "describes", "branded", "brands", "denounced", "denounces"), "responded"),
}
_NOUNS: dict[str, Status] = {
    "rejection": "rejected",
    "refusal": "rejected",
    "dismissal": "rejected",
    "acceptance": "accepted",
    "endorsement": "accepted",
}

#: a cheap test: without one of these a text speaks of no response
_NONE_ANCHOR = pattern(r"respon[ds]|react|comment|repl[yi]|answer|silent|quiet")
_NOT_YET = r"(?:ha(?:s|ve)\s(?:(?:so|thus)\sfar\s|as\syet\s|still\s|also\s)?(?:not|yet\sto)|hasn[’']t|haven[’']t|(?:is|are)\s(?:still\s)?yet\sto)\s(?:yet\s|so\sfar\s)?(?:(?:publicly|officially|formally)\s)?"
_ANSWER = r"(?:an?|any)\s(?:(?:official|formal|public|clear|direct)\s){0,2}(?:reaction|response|comment|reply|answer|statement)"


@cache
def _none() -> regex.Pattern[str]:
    """X has not responded; no response from X; X's response is awaited. The party stands before `not`, after `from`, or before `awaited`."""
    return pattern(
        rf"(?P<not>\b{_NOT_YET}(?:(?:respond(?:ed)?|repl(?:y|ied)|react(?:ed)?|comment(?:ed)?|answer(?:ed)?)|(?:issued?|given?|made?|offer(?:ed)?|released?|provided?|publish(?:ed)?)\s{_ANSWER})\b)"
        rf"|(?P<not>\bha(?:s|ve)\s(?:(?:so|thus)\sfar\s)?(?:remained|stayed|kept)\s(?:silent|quiet)\b)"
        r"|(?P<from>\b(?:[Nn]o|not\sany)\s(?:(?:official|formal|public)\s)?(?:reaction|response|comment|reply|answer)\s(?:yet\s|so\sfar\s)?(?:from|by)\s(?:the\s)?)"
        r"|(?P<awaited>\b(?:await(?:s|ing|ed)?|wait(?:s|ing)?\sfor|watching\s(?:\p{L}+ly\s)?for|looking\sfor)\s)(?=(?:the\s)?\p{Lu})"
    )


@cache
def _object() -> regex.Pattern[str]:
    """What is responded to: its noun within a few words."""
    kinds = "|".join(rf"(?P<{kind}>{nouns})" for kind, nouns in _MATTERS.items())
    return pattern(
        rf"(?:\s(?!(?:and|but|that|who|which|if|when|in|on|at|about|from|during|for|after|before)\b)[“\"]?[\p{{L}}\p{{N}}’'-]+){{0,6}}?\s(?:{kinds})\b"
    )


@cache
def _verb() -> regex.Pattern[str]:
    return pattern(rf"\b(?P<verb>{'|'.join(sorted(_STATUS, key=len, reverse=True))})\b(?!\s(?:for|on|with|to)\b)", words=tuple(_STATUS))


#: a response of another time, to something before
_BEFORE = pattern(
    r"\b(?:last\s(?:week|month|year|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|August|September|October|November|December)|"
    r"(?:weeks|months|years|decades)\s(?:ago|earlier|before)|previously|repeatedly|consistently|(?:has|have)\slong|in\sthe\spast|in\s(?:19|20)\d\d)\b"
)
_AWAITED = pattern(r"[’']s?\s(?:(?:official|formal|public|next)\s)?(?:response|reaction|reply|answer)\b")
_NOUN = pattern(r"[’']s?\s(?:\p{L}+\s)?(?P<noun>rejection|refusal|dismissal|acceptance|endorsement)\b")
_INQUIRY = pattern(r"\s(?:to|on)\s(?:\p{L}+\s){0,4}?(?:requests?|questions?|inquir\p{L}+|enquir\p{L}+|e?-?mails?|messages?|calls\sfrom|queries)\b")
_TO = pattern(r"\s(?:to|on|of)\b")
#: how far behind "no response from" its party may stand, in characters
_REACH = 60


def extract(article: Article) -> Iterator[ResponseClaim]:
    text = article.text
    if _NONE_ANCHOR.search(text) is not None:
        for match in _none().finditer(text):
            yield from _not_yet(article, match)
    yield from _given(article)


# -- not yet


def _not_yet(article: Article, match: regex.Match[str]) -> Iterator[ResponseClaim]:
    sentence = article.sentence(match.start())
    if match["not"] is not None:
        who = before(article, match.start(), sentence)
        span, after = Span(who.span.start, match.end()) if who else None, match.end()
    else:
        who = _at(article, match.end())
        awaited = _AWAITED.match(article.text, who.span.end) if who and match["awaited"] else None
        if match["awaited"] and awaited is None:
            return
        after = awaited.end() if awaited else who.span.end if who else match.end()
        span = Span(match.start(), after)
    if who is None or span is None or _INQUIRY.match(article.text, after, sentence.end):
        return
    to, matter = _matter(article, after, sentence) if _TO.match(article.text, after) else (None, None)
    yield _claim(article, span, who, "none-yet", to, matter)


# -- given


def _given(article: Article) -> Iterator[ResponseClaim]:
    text = article.text
    for verb in _verb().finditer(text):
        sentence = article.sentence(verb.start())
        to, matter = _matter(article, verb.end(), sentence)
        if to is None or _BEFORE.search(text, *sentence) is not None:
            continue
        who = before(article, verb.start(), sentence)
        if who is not None:
            yield _claim(article, Span(who.span.start, to.end), who, _STATUS[verb["verb"]], to, matter)
    if "’s " not in text and "'s " not in text:
        return
    for mention in article.mentions:
        noun = _NOUN.match(text, mention.span.end)
        found = party(article, mention) if noun else None
        if noun and found:
            yield _claim(article, Span(mention.span.start, noun.end()), found, _NOUNS[noun["noun"]], None, None)


# -- the parts


def _at(article: Article, at: int) -> Party | None:
    """The party whose mention, with its title, begins at `at`."""
    for mention in islice(article.mentions, first_from(article, at), None):
        if mention.span.start > at + _REACH:
            return None
        found = party(article, mention)
        if found is not None:
            return found if found.span.start <= at or article.text[at : found.span.start].strip() in ("", "the") else None
    return None


def _matter(article: Article, at: int, sentence: Span) -> tuple[Span | None, Matter | None]:
    """What the words from `at` on speak of: the span up to its noun, and its kind."""
    found = _object().match(article.text, at, sentence.end)
    if found is None:
        return None, None
    kind = next(name for name in _MATTERS if found[name])
    return Span(at, found.end()), kind


def _claim(article: Article, span: Span, who: Party, status: Status, to: Span | None, matter: Matter | None) -> ResponseClaim:
    source = next((by for m in (named_in(article, to) if to else ()) for by in [country_of(article, m) or m.entity_id] if by), None)
    return ResponseClaim(
        **article.base(span),
        party=" ".join(who.span.of(article.text).split()),
        to=" ".join(to.of(article.text).split()) if to else None,
        status=status,
        as_of=article.origin.today,
        party_id=who.id,
        speaks_for=who.country,
        matter=matter,
        by=source,
    )
