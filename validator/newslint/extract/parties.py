"""Who stands behind a mention: a person, a body or a country, and the country that an official speaks for."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from ..annotate.mentions import Mention
from ..article import Article
from ..claim import Interval, RoleClaim
from ..facts.facts import Facts
from ..pattern import pattern
from ..text import Span

#: after a demonym or a country's name, what speaks for the whole of it
_OFFICIALS = pattern(r"(?:[’']s)?\s(?:government|officials|authorities|leadership|administration|side)\b")
#: after any name, what belongs to it and may speak for itself
_OWNED = pattern(
    r"[’']s?\s(?:(?!(?:"
    + "rejection|refusal|response|reply|reaction|answer|acceptance"
    + r")\b)\p{Ll}+\s){0,2}(?:office|ministry|spokes\p{L}+|lawyers?|team|aides?|party|campaign|allies)\b|\s(?:spokes\p{L}+|lawyers?|aides?)\b"
)

#: words that may stand between who responds and how
_ADVERBS = r"(?:\s(?:has|have|had|also|since|now|later|then|soon|already|on\s\p{Lu}\p{L}+day|(?!(?:previous|repeated|consistent|former|original|initial|reported|possib|probab|like|earli|unlike)ly?\b)\p{L}+ly))*"
_BETWEEN = pattern(rf"(?:,\s[^,.;“”\"]{{2,60}},)?{_ADVERBS}\s?")
#: how far before its verb a party may stand, in characters
_REACH = 90

#: the ranks of office whose holders speak for a country
_RANKS = frozenset({"head-of-state", "head-of-government", "leader", "minister"})


class Party(NamedTuple):
    """`id` tells one party from another; `country` is whom it speaks for; `span` holds the words that name it."""

    id: str
    country: str | None
    span: Span


def party(article: Article, mention: Mention) -> Party | None:
    """The party that a mention names; None for a demonym that only describes ("Ukrainian wheat")."""
    text, end = article.text, mention.span.end
    if mention.kind == "place":
        country = country_of(article, mention)
        officials = _OFFICIALS.match(text, end)
        if country is None or (mention.form == "demonym" and officials is None):
            return None
        return Party(country, country, Span(mention.span.start, officials.end() if officials else end))
    owned = _OWNED.match(text, end)
    name = mention.entity_id or mention.name.lower()
    if owned is not None:
        return Party(f"{name} {text[owned.end() - 4 : owned.end()]}", country_of(article, mention), Span(mention.full.start, owned.end()))
    return Party(name, country_of(article, mention), mention.full)


def country_of(article: Article, mention: Mention) -> str | None:
    """The id of the country that a mention is, or that a person speaks for: as its head of state or of government, or as a minister."""
    if mention.kind == "place":
        return mention.entity_id or next((c.id for c in article.facts.countries.values() if c.name == mention.name), None)
    return _spoken_for(article, mention) if mention.kind == "person" else None


def _spoken_for(article: Article, mention: Mention) -> str | None:
    facts, today = article.facts, article.origin.today
    for claim in article.claims(RoleClaim):
        if claim.name_span == mention.span and not claim.former and _speaks(facts, claim.role_id):
            return claim.organisation_id
    person = facts.people.get(mention.entity_id) if mention.entity_id else None
    held = (
        [t for t in person.tenures if _speaks(facts, t.role) and (t.end is None if today is None else t.possible(Interval(today, today)))]
        if person
        else []
    )
    return held[-1].of if held else None


def _speaks(facts: Facts, role: str | None) -> bool:
    known = facts.roles.get(role) if role else None
    return known is not None and known.rank in _RANKS


def before(article: Article, at: int, sentence: Span) -> Party | None:
    """The party that a verb at `at` tells of: named before it, with nothing between but adverbs or an apposition."""
    for k in range(first_from(article, at) - 1, -1, -1):
        mention = article.mentions[k]
        if mention.span.start < sentence.start or at - mention.span.end > _REACH:
            return None
        found = party(article, mention)
        if found is not None:
            return found if found.span.end <= at and _BETWEEN.fullmatch(article.text, found.span.end, at) else None
    return None


def named_in(article: Article, span: Span) -> list[Mention]:
    """The mentions inside a span."""
    return [m for m in article.mentions[first_from(article, span.start) : first_from(article, span.end)] if m.span.end <= span.end]


def first_from(article: Article, at: int) -> int:
    """The index of the first mention that begins at `at` or later."""
    return bisect_left(article.mentions, at, key=lambda mention: mention.span.start)
