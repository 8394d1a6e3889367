"""Who attacks whom: what names a war by its aggressor, his act and its victim ("Moscow sent its troops across the border", "Russia's all-out assault")."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from ..annotate.mentions import Mention
from ..article import Article
from ..pattern import pattern
from ..text import Span, inside
from .parties import country_of

#: characters before a verb or noun in which its aggressor is named
_REACH = 80
_NEIGHBOUR = r"(?:its|their|his|a)\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}neighbou?r\b(?!['’]s\s+\p{Ll})"
_NAME = r"(?:the\s+)?(?P<name>\p{Lu}[\p{L}.-]+)\b(?!['’]s?\b|\s+\p{Lu}|-)"
#: over the border into a country: into a region is a raid
_BORDER = r"(?:the|its|their)\s+(?:\p{L}+\s+)?(?:border|frontier)s?(?!\s+(?:\p{Ll}+\s+)?(?:near|in|at|from)\b)(?:\s+(?:into|with)\s+(?P<beyond>\p{Lu}\p{L}+|\p{Ll}[\p{L}\s]{0,30}))?"
_WHERE = rf"(?:{_NEIGHBOUR}|{_BORDER}|{_NAME})"
_FORCE = r"(?:troops|forces|tanks|columns|soldiers|army|armies|military|armou?r|paratroops|men)"
_INTO = r"(?:into|in|over|across|through|to|towards?|on|upon)"
#: adjectives that say of an attack that it is the whole war, and those that say nothing on that
_WHOLE = r"(?:full[\s-]?scale|all[\s-]out|large[\s-]scale)"
_MERE = (
    rf"(?:{_WHOLE}|unprovoked|unjustified|unlawful|illegal|brutal|bloody|savage|ruthless|murderous|relentless|unrelenting|grinding|"
    r"military|ongoing|continuing|costly|devastating|massive|[\p{L}\d]+-(?:and-a-half-)?(?:day|week|month|year)(?:s-long|-long|-old)?)"
)


class Attack(NamedTuple):
    """A clause that tells of an attack on a country; `by` and `on` are the facts' ids of the two, None for "its neighbour"."""

    span: Span
    by: str
    on: str | None


class Act(NamedTuple):
    """What stands about a noun such as "assault": who attacks, whether its victim is a country, whether it is told to be the whole war, or a part of it."""

    by: str | None
    on: str | None
    whole: bool
    part: bool


class _Patterns(NamedTuple):
    deed: regex.Pattern[str]
    agent: regex.Pattern[str]
    whole: regex.Pattern[str]
    mere: regex.Pattern[str]
    whose: regex.Pattern[str]
    modified: regex.Pattern[str]
    object: regex.Pattern[str]
    other: regex.Pattern[str]


#: one of these stands in every deed
_DEEDS = (
    "invaded", "attack", "assaulted", "sent", "ordered", "poured", "threw", "dispatched", "marched", "gave", "crossed", "rolled", "swept", "streamed",
    "stormed", "surged", "thrust", "drove", "pushed", "flooded", "rumbled", "moved", "entered",
)  # fmt: skip


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        deed=pattern(
            rf"""\b(?:
              (?P<assault>invaded|attacked|assaulted)\s+(?:{_NEIGHBOUR}|{_NAME})(?!\s+with\b)
            | (?P<send>sent|ordered|poured|threw|dispatched|marched)\s+(?:(?:his|her|its|their|the|\p{{Lu}}\p{{L}}+)\s+)?(?:\p{{Ll}}[\p{{L}}-]*\s+){{0,4}}{_FORCE}\s+
              (?:\p{{L}}+ing\s+)?(?:into|in|over|across)\s+{_WHERE}
            | (?P<sendin>sent\s+in)\s+(?:his|her|its|their|the)\s+(?:\p{{Ll}}[\p{{L}}-]*\s+){{0,2}}{_FORCE}\b
            | (?P<order>gave\s+the\s+order\s+to\s+(?:invade|attack)|ordered\s+(?:an?|the)\s+attack\s+on)(?:\s+(?:{_NEIGHBOUR}|{_NAME}))?
            | (?P<march>crossed|poured|rolled|swept|streamed|marched|stormed|surged|thrust|drove|pushed|flooded|rumbled|moved|entered)\s+(?:{_INTO}\s+)?{_WHERE}
            | (?P<marchin>(?:rolled|poured|marched|swept|stormed)\s+in)\b(?!\s+(?:the|to|from|its|an?)\b)
            )""",
            regex.VERBOSE,
            words=_DEEDS,
        ),
        agent=pattern(
            rf"(?:['’]s?)?(?:\s+(?:president|leader|government)\b)?(?P<force>\s+(?:\p{{Ll}}[\p{{L}}-]*\s+){{0,2}}{_FORCE}(?:\s+and\s+{_FORCE})?)?(?:,?\s+(?:which|who|that))?(?:\s+(?:had|first|\p{{Ll}}+ly))?\s+"
        ),
        whole=pattern(rf"\b{_WHOLE}\b"),
        mere=pattern(rf"(?r)(?:\b{_MERE},?\s+)+"),
        whose=pattern(r"(?:['’]s?)?\s+"),
        modified=pattern(
            r"(?r)\b(?!(?:the|an?|its|his|her|their|this|that|of|in|on|to|by|for|from|with|since|after|before|under|against|into|and|or|as|when|while|all|is|was|has)\b)"
            r"[\p{L}\d][\p{L}\d'’-]*\s+"
        ),
        object=pattern(rf"\s+(?:on|upon|against|in|into|of)\s+(?:{_NEIGHBOUR}|{_NAME})"),
        other=pattern(r"\s+(?:on|upon|against|at|into|around|along|near|of|to)\s|\s+in\s+(?:the\s+)?\p{L}"),
    )


def attacks(article: Article) -> tuple[Attack, ...]:
    """The clauses that tell of an attack on a country, in order: aggressor, deed and where to."""
    text = article.text
    found = []
    for m in _patterns().deed.finditer(text):
        sentence = article.sentence(m.start())
        agent = _agent(article, Span(max(sentence.start, m.start() - _REACH), m.start()), force=bool(m["march"] or m["marchin"]))
        by = _power(article, agent) if agent else None
        if agent is None or by is None or m.end() > sentence.end:
            continue
        named = m["name"] or m["beyond"]
        on = _country(article, Span(*m.span("name" if m["name"] else "beyond")), capital=m["march"] is not None) if named else None
        if on or not named:
            found.append(Attack(Span(agent.span.start, m.end()), by, on))
    return tuple(found)


def act(article: Article, noun: Span) -> Act:
    """What stands about a noun of attack."""
    text, p = article.text, _patterns()
    sentence = article.sentence(noun.start)
    start = max(sentence.start, noun.start - _REACH)
    mere = p.mere.match(text, start, noun.start)
    words = Span(mere.start() if mere else noun.start, noun.start)
    agent = next((m for m in reversed(inside(article.mentions, Span(start, words.start))) if p.whose.fullmatch(text, m.span.end, words.start)), None)
    by = _power(article, agent) if agent else None
    object_ = p.object.match(text, noun.end, sentence.end)
    on = _country(article, Span(*object_.span("name")), capital=False) if object_ and object_["name"] else None
    victim = on is not None or (object_ is not None and not object_["name"])
    part = (not victim and p.other.match(text, noun.end, sentence.end) is not None) or (
        not by and p.modified.match(text, start, words.start) is not None
    )
    return Act(by, on, not part and (victim or p.whole.search(text, *words) is not None), part)


def _agent(article: Article, before: Span, *, force: bool) -> Mention | None:
    """The aggressor that is the subject of a deed. `force`: it must be its troops that move."""
    named = inside(article.mentions, before)
    gap = _patterns().agent.fullmatch(article.text, named[-1].span.end, before.end) if named else None
    if gap is None or (not gap["force"] and (force or named[-1].form == "demonym")):
        return None
    return named[-1]


def _country(article: Article, name: Span, *, capital: bool) -> str | None:
    """The country that a name is of; with `capital`, or of its capital."""
    forms = ("name", "alias", "capital") if capital else ("name", "alias")
    mention = next((m for m in inside(article.mentions, name) if m.kind == "place" and m.form in forms), None)
    return mention.entity_id if mention else None


def _power(article: Article, mention: Mention) -> str | None:
    """The country that a mention may stand for as an aggressor: a country, its capital, the seat of its government, or who speaks for it."""
    if mention.kind != "organisation":
        return country_of(article, mention)
    seat = mention.span.of(article.text)
    return next((c.id for c in article.facts.countries.values() if seat in c.seats), None)
