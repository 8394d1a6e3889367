"""Enumerations -> list claims."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotate.lists import Enumeration
from ..article import Article
from ..claim import ListClaim
from ..facts.facts import Facts
from ..pattern import pattern
from ..wording import stem

_WORDS = pattern(r"[\p{L}’'-]+")
#: words that say nothing of what a list is about
_EMPTY = frozenset(
    "the and that have has had was were are been being will would could can may might from with for which who whom whose their its his her our your "
    "this these those there they them such also more most some any all both than then into onto over under after before while when where what "
    "said says say told added according officials official statement yesterday today tomorrow including include includes included among name names "
    "named list listed but one two three four five six seven eight nine ten eleven twelve other others still now just only "
    "she him off out too via per yet nor".split()
)


def extract(article: Article) -> Iterator[ListClaim]:
    for found in article.lists:
        yield ListClaim(
            **article.base(found.span),
            noun=found.noun,
            topic=_topic(article, found),
            stated=found.stated,
            items=tuple(item.span.of(article.text) for item in found.items),
            counted=found.counted,
            open=found.open or found.at_least,
            spans=tuple(item.span for item in found.items),
            members=tuple(_member(item.span.of(article.text), article.facts) if item.count == 1 else None for item in found.items),
            bare=found.bare,
        )


def _member(name: str, facts: Facts) -> str:
    """What a member is compared by: a country's id, under whichever name; else the name in lower case, without its article and what stands in brackets."""
    words = " ".join(name.partition(" (")[0].split())
    bare = words.removeprefix("the ").removeprefix("The ").removesuffix(".")
    return facts.country_names.get(words) or facts.country_names.get(bare) or bare.casefold()


def _topic(article: Article, found: Enumeration) -> str | None:
    """The content words around a list in its sentence, cut to their stems: what it is a list of."""
    sentence = article.sentence(found.span.start)
    first, last = found.items[0].span.start, found.items[-1].span.end
    around = article.text[sentence.start : min(first, sentence.end)] + " " + article.text[last : max(last, sentence.end)]
    words = (part for word in _WORDS.findall(around.lower()) for part in word.split("-"))
    return " ".join(sorted({stem(word) for word in words if len(word) > 2 and word not in _EMPTY})) or None
