"""Where and on which occasion a remark was made, and where two people met on a day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import regex

from ..annotate.mentions import Mention
from ..article import Article
from ..claim import DateClaim, SettingClaim
from ..pattern import pattern
from ..stories import quoted_runs
from ..text import Span
from .parties import before, country_of, named_in, party

#: kinds of occasion, and the words that name them
_SORTS = {
    "televised address": r"(?:televised|nationwide|video|national)\s(?:address|speech|message)",
    "press conference": r"(?:press|news)\sconference|(?:press|media|news)\sbriefing",
    "interview": r"interview",
    "rally": r"rally",
    "parade": r"parade",
    "ceremony": r"ceremony|inauguration|funeral",
    "debate": r"debate",
    "call": r"(?:phone|telephone|video|conference)\scall",
    "hearing": r"hearing",
    "post": r"(?:social\smedia\s|Facebook\s|Instagram\s|Telegram\s)post|tweet",
    "letter": r"letter|email",
}
#: kinds of remark, the more telling first, and the words that show them
_ACTS = {
    "offer": r"\b(?:offer(?:ed|s)?|invit(?:ation|ed|es?)|propos(?:al|ed|es)|(?:ready|prepared|willing|readiness|willingness)\sto\s(?:host|meet|negotiate|talk|hold))\b",
    "apology": r"\bapolog\w+",
    "resignation": r"\bresign(?:ed|s|ation)?\b|\bstep(?:ped|ping)?\sdown\b",
    "threat": r"\bthreat(?:ened|ens|s)?\b|\bultimatum\b",
    "accusation": r"\baccus(?:ed|es|ation)\b",
    "denial": r"\bden(?:ied|ies|ial)\b",
    "announcement": r"\bannounc(?:ed|es|ement)\b|\bunveil(?:ed|s)\b",
}
#: how much of a sentence on either side of the occasion is read, in characters
_REACH = 400
#: a cheap test: without one of these a text tells of no occasion
_ANCHOR = pattern(rf"\s(?:{'|'.join(_SORTS.values())})\b|\b(?:[Ss]peaking\sto|told)\s(?:reporters|journalists)\b")
_MET = pattern(r"\b(?:met(?:\swith)?|held\stalks\swith|hosted)\s")
_BESIDE = pattern(r"\s(?:(?!(?:and|but)\b)\p{L}+\s){0,3}?(?:in|at)\s")
_PLACE = pattern(r"\s(?:in|at)\s$")


@cache
def _occasion() -> regex.Pattern[str]:
    """A verb or noun of remark, and within a few words the occasion; or the occasion first: "In an interview, X said"."""
    sorts = "|".join(rf"(?P<{name.replace(' ', '_')}>{words})" for name, words in _SORTS.items())
    at = r"(?:during|at|in|on|via)\s(?:an?|the|his|her|their|its|\p{Lu}[\p{L}-]+[’']s?)\s"
    noun = rf"(?:(?!(?:and|but|after|before)\b)[\p{{L}}-]+\s){{0,3}}?(?:{sorts})\b"
    said = r"\b(?:[Ss]peaking|said|says|told|declared|announced|added|made|came|warned|stated|spoke|remarked|expressed|delivered|repeated)\b"
    return pattern(
        rf"{said}(?:\s(?!(?:where|who|which|that|after|before)\b)[\p{{L}}\p{{N}}’'-]+){{0,6}}?\s(?P<occasion>{at}{noun}|an?\s(?<=\btold\san?\s){noun})|\b(?P<occasion>(?:[Ss]peaking\sto|told)\s(?P<reporters>reporters|journalists))\b"
        rf"|(?<=(?:^|[.!?\n][”\"’]?\s*))(?P<occasion>(?:During|At|In)\s(?:an?|the|his|her|their)\s{noun})(?=[^.\n]{{0,80}},\s[^.\n]{{2,80}}\b(?:said|says|told|declared|announced|warned|offered|invited)\b)"
    )


@cache
def _acts() -> regex.Pattern[str]:
    return pattern("|".join(rf"(?P<{name}>{words})" for name, words in _ACTS.items()), regex.IGNORECASE)


def extract(article: Article) -> Iterator[SettingClaim]:
    if _ANCHOR.search(article.text) is not None:
        yield from _remarks(article)
    yield from _meetings(article)


def _remarks(article: Article) -> Iterator[SettingClaim]:
    for match in _occasion().finditer(article.text):
        occasion = Span(*match.span("occasion"))
        sentence = article.sentence(occasion.start)
        sentence = Span(max(sentence.start, occasion.start - _REACH), min(sentence.end, occasion.end + _REACH))
        who = _speaker(article, sentence, occasion)
        kinds = {m.lastgroup for m in _acts().finditer(article.text, sentence.start, sentence.end)}
        act = next((name for name in _ACTS if name in kinds), "remark")
        place = _where(article, Span(match.start(), sentence.end), occasion)
        quotes = {run for q in article.quotations.quotes if sentence.overlaps(q.inside) for run in quoted_runs(q.inside.of(article.text))}
        if who is None and not quotes:
            continue
        yield SettingClaim(
            **article.base(occasion),
            event=f"{act} by {who or 'somebody'}",
            occasion=" ".join(occasion.of(article.text).split()),
            where=place.span.of(article.text) if place else None,
            as_of=article.origin.today,
            sort="reporters" if match["reporters"] else next(name for name in _SORTS if match[name.replace(" ", "_")]),
            country=country_of(article, place) if place else None,
            quotes=frozenset(quotes),
        )


def _speaker(article: Article, sentence: Span, occasion: Span) -> str | None:
    """Who speaks: of the quotation in the sentence, or the person or official named nearest to the occasion; as the country spoken for."""
    attributions = article.attributions
    for said in attributions[bisect_left(attributions, sentence.start, key=lambda a: a.quotation.start) :]:
        if said.quotation.start >= sentence.end:
            break
        if said.speaker_id:
            mention = next((m for m in article.mentions if m.entity_id == said.speaker_id), None)
            found = party(article, mention) if mention else None
            return found.country or found.id if found else said.speaker_id
    named = [m for m in named_in(article, sentence) if m.kind == "person" or _leader(article, m)]
    nearest = min(named, key=lambda m: min(abs(m.span.start - occasion.start), abs(m.span.end - occasion.start)), default=None)
    if nearest is None:
        return None
    found = party(article, nearest)
    return (found.country or found.id) if found else country_of(article, nearest)


_LEADER = pattern(r"[’']?s?\s(?:leader|president|prime\sminister|premier|chancellor|king|queen|foreign\sminister)\b")


def _leader(article: Article, mention: Mention) -> bool:
    return mention.kind == "place" and _LEADER.match(article.text, mention.span.end) is not None


def _where(article: Article, around: Span, occasion: Span) -> Mention | None:
    """The place that stands with "in" nearest to the occasion, in the same clause."""
    near = [
        m for m in named_in(article, around) if m.kind == "place" and m.form != "demonym" and _PLACE.search(article.text, around.start, m.span.start)
    ]
    beside = [m for m in near if not {",", ";"} & set(article.text[min(m.span.start, occasion.end) : max(m.span.start, occasion.end)])]
    return min(beside, key=lambda m: abs(m.span.start - occasion.start), default=None)


def _meetings(article: Article) -> Iterator[SettingClaim]:
    """Two people on record who met on a dated day, and the country of the place."""
    for met in _MET.finditer(article.text):
        sentence = article.sentence(met.start())
        host = before(article, met.start(), sentence)
        guest = next((m for m in named_in(article, Span(met.end(), sentence.end)) if m.kind == "person"), None)
        sentence = Span(sentence.start, min(sentence.end, met.end() + _REACH))
        people = {m.entity_id for m in named_in(article, host.span) if m.kind == "person"} if host else set()
        if (
            guest is None
            or guest.entity_id is None
            or guest.full.start > met.end() + 4
            or len(people) != 1
            or not people.isdisjoint({None, guest.entity_id})
        ):
            continue
        where = _BESIDE.match(article.text, guest.span.end, sentence.end)
        place = (
            next((m for m in named_in(article, Span(where.end(), sentence.end)) if m.span.start == where.end() and m.kind == "place"), None)
            if where
            else None
        )
        days = {
            c.likeliest.earliest
            for c in article.claims(DateClaim)
            if sentence.contains(c.span) and c.likeliest and c.likeliest.earliest == c.likeliest.latest
        }
        if place is None or len(days) != 1 or (country := country_of(article, place)) is None:
            continue
        pair = " and ".join(sorted(str(who) for who in {*people, guest.entity_id}))
        yield SettingClaim(
            **article.base(place.span),
            event=f"meeting of {pair} on {days.pop().isoformat()}",
            occasion=None,
            where=place.span.of(article.text),
            as_of=article.origin.today,
            country=country,
        )
