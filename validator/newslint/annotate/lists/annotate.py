"""`lists`: the enumerations of a text, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache

import regex

from ...numerals import CARDINAL, ORDINAL
from ...pattern import pattern
from ...text import Span
from ..structure import Paragraph
from . import regions
from .heads import Head, heads
from .items import Members, apart_from_regions, members
from .model import Enumeration, Item

#: how much more than there are a number may count and still be that of the list
_FAR_OFF = 2
#: "countries along the two routes, including Peru": the members may be those of the noun before
_OF_ANOTHER = pattern(
    r"(?:\p{Ll}+s|people|men|women|children)\s(?:in|on|at|along|of|from|for|with|by|across|around|between|over|to|near|under)\s(?:the\s|its\s|their\s)?$"
)
#: another number, which what follows may be a list of: "five institutes, of which three -- …"
_COUNTED = pattern(r"(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten)\b")
_CLOSED = pattern(r"\s?(?:[.!?,;)—–]|-{1,2}\s|$)")
#: how far behind the noun its list may begin, in characters
_REACH = 90
#: heads of those counted by the lists of their groups: "six people, four men and two women, were hurt"
_ANYBODY = frozenset({"people", "victims", "others", "passengers", "members"})
#: what "of" gives its members: "the three cities of Leeds, Hull and York"
_PLACES = frozenset("states cities towns villages countries nations republics provinces regions districts counties islands territories".split())
_SOME = pattern(r"including|such\sas|among\sthem|like|notably|e\.g")


@cache
def _opener() -> regex.Pattern[str]:
    """What may stand between the noun and its list."""
    return pattern(
        r",?\s?[(—–-]{0,2}\s?\b(?:including|such\sas|among\sthem|like|notably|e\.g\.,?)\s|\s?[:—–(]\s?|\s-{1,2}\s|,\s(?:namely\s|(?:identified|named|known)\sas\s)?|"
        r"\s(?:are|were)\s(?:(?:identified|named|known)\sas\s)?|\sof\s"
    )


@cache
def _break() -> regex.Pattern[str]:
    """What ends the clause that the number stands in."""
    return pattern(r"[;:()—–]|\s-{1,2}\s|\b(?:and|but|while|because|although)\b")


@cache
def _asserted() -> regex.Pattern[str]:
    """A list without a number: "Those charged are …", "The possible venues include …"."""
    return pattern(
        r"\b(?:[Tt]hose|[Tt]he\s(?:\p{Ll}+\s){0,3}\p{Ll}+s)(?:\s(?!(?:and|but|because)\b)[\p{L}’'-]+){0,8}?(?:\s(?:are|were|include[sd]?)\s|(?<=\s\p{Ll}[\p{L}’'-]*),\s|\s?[—–(]\s?|:\s)(?=(?:the\s)?\p{Lu}|[“\"])"
    )


@cache
def _amounts() -> regex.Pattern[str]:
    """Amounts in a row before "respectively"."""
    one = rf"[$£€]?(?:{ORDINAL}|\d(?:[\d,.]*\d)?|{CARDINAL})%?(?:\s(?!(?:and|or)\b)[\p{{L}}%-]+){{0,3}}"
    return pattern(rf"\b(?P<first>{one})(?:,\s(?P<more>{one}))*,?\sand\s(?P<last>{one}),?\s(?=respectively\b)", regex.IGNORECASE)


def lists(text: str, paragraphs: Iterable[Paragraph], sentences: Iterable[Span], joined: Set[str] = frozenset()) -> tuple[Enumeration, ...]:
    """The enumerations of a text.

    `joined` are names of countries, and of bodies whose name has an "and" of its own: they keep Bosnia and Herzegovina in one, and tell
    "Lyon, France" from two members.
    """
    found = [e for sentence in sentences for e in _in_sentence(text, sentence, joined)]
    return tuple(sorted([*found, *_bulleted(text, tuple(paragraphs))], key=lambda e: e.span))


def _in_sentence(text: str, sentence: Span, joined: Set[str]) -> Iterator[Enumeration]:
    # a list has a comma, an "and" or an "or"
    words = sentence.of(text)
    if " and " not in words and ", " not in words and " or " not in words:
        return
    done = sentence.start
    last = sentence.start
    for head in heads(text, sentence.start, sentence.end):
        added = text[last : head.span.start] == " and "  # "four men and two women were hurt: …": all six may follow
        last = head.span.end
        if head.span.start >= done and not added and (found := _from_head(text, head, sentence, joined)) is not None:
            done = found.span.end
            yield found
    if "oth " in words:
        yield from _both(text, sentence, joined)
    if "hose " in words or "he " in words:
        for asserted in _asserted().finditer(text, sentence.start, sentence.end):
            if asserted.start() < done or any(heads(text, asserted.start(), asserted.end())):
                continue
            named = members(text, asserted.end(), sentence.end, joined, marked=False)
            if named and len(named.items) >= 3:
                done = named.end
                yield Enumeration(Span(asserted.start(), done), named.items, open=named.others or "includ" in asserted.group())
    if "respectively" in words and done == sentence.start:
        yield from _paired(text, sentence, joined)
    elif words.count(", ") > 1 or (", " in words and " and " in words):
        yield from _bare(text, Span(done, sentence.end), joined)


def _from_head(text: str, head: Head, sentence: Span, joined: Set[str]) -> Enumeration | None:
    for opener in _opener().finditer(text, head.span.end, min(sentence.end, head.span.end + _REACH)):
        between = text[head.span.end : opener.start()]
        if _break().search(between) or _COUNTED.search(between) or any(heads(text, head.span.end, opener.start())):
            return None
        separator = opener.group().strip()
        some = _SOME.search(separator) is not None
        marked = not some and separator[:1] in (":", "—", "–", "(", "-")
        named = members(text, opener.end(), sentence.end, joined, marked=marked)
        if named is None:
            continue
        are = separator.startswith(("are", "were"))
        if between and not some and separator != ":" and (not (marked or are) or len(named.items) < 3):
            continue
        items = named.items if head.noun in regions.NOUNS else apart_from_regions(text, named.items, joined, head.stated)
        whole = sum(item.count for item in items) == head.stated  # "it will be one of four towns: …" names all of them
        enumeration = _enumeration(head, items, (head.part and not whole) or some or named.others)
        return enumeration if _belongs(text, sentence, head, enumeration, separator, between) else None
    return None


def _belongs(text: str, sentence: Span, head: Head, listed: Enumeration, separator: str, between: str) -> bool:
    """Whether what follows a number with its noun, behind a separator, lists what it counts."""
    missing = (listed.stated or 0) - listed.counted
    if _SOME.search(separator):
        # "two songs for a score with numbers including …", "countries along the two routes, including …"
        nearer = regex.search(r"\b\p{Ll}+s\s*$", between) is not None
        return not nearer and not (missing < 0 and _OF_ANOTHER.search(text, sentence.start, head.span.start))
    if separator == "of":  # "the two towns of Leeds and Hull", but also "the 50 towns of Kent and Devon"
        return head.noun in _PLACES and missing <= 0
    if separator.startswith(","):
        # "Of the seven seats, the Greens and the Liberals hold four"; "14 rebels, six soldiers and three civilians were killed"
        if head.part or missing > _FAR_OFF or (listed.items[0].count > 1 and head.noun not in _ANYBODY):
            return False
    elif separator.startswith(("are", "were")):
        return True
    if missing > 0 and separator != ":" and " or " in text[listed.items[-2].span.end : listed.items[-1].span.start]:
        return False  # "one of the smallest of the four banks - Alder or Birch - will be sold"
    # what goes on is not yet the whole list, and what stands far off another thing: "the top five schools -- Alder and Birch came in fourth and fifth -- …"
    closed = _CLOSED.match(text, listed.span.end) is not None
    return missing == 0 or (closed and (missing <= _FAR_OFF or separator == ":"))


def _both(text: str, sentence: Span, joined: Set[str]) -> Iterator[Enumeration]:
    """ "both" before its names: "both Peru and Chile"."""
    for both in regex.finditer(r"\b[Bb]oth\s(?=(?:the\s)?\p{Lu})", text, pos=sentence.start, endpos=sentence.end):
        named = members(text, both.end(), sentence.end, joined, marked=False)
        if named is None or named.others:
            continue
        items = apart_from_regions(text, named.items, joined)
        # "both Ada Lund, Mayor of Hull, and Tom Reyes": a comma before the "and" may close an apposition
        if len(items) == 2 or "," not in text[items[-2].span.end : items[-1].span.start]:
            word = Span(both.start(), both.start() + len("both"))
            yield Enumeration(Span(word.start, items[-1].span.end), items, head=word, number=word, stated=2)


def _enumeration(head: Head, items: tuple[Item, ...], some: bool) -> Enumeration:
    return Enumeration(
        span=Span(head.span.start, items[-1].span.end),
        items=items,
        head=head.span,
        number=head.number,
        noun=head.noun,
        stated=head.stated,
        open=some,
        at_least=head.at_least,
    )


def _paired(text: str, sentence: Span, joined: Set[str]) -> Iterator[Enumeration]:
    """Names, and the amounts that "respectively" gives them."""
    amounts = _amounts().search(text, sentence.start, sentence.end)
    if amounts is None:
        return
    for begins in regex.finditer(r"(?<![\p{L}’'-])\p{Lu}", text, pos=sentence.start, endpos=amounts.start()):
        named: Members | None = members(text, begins.start(), amounts.start(), joined, marked=False)
        if named is not None and not named.others and all(item.count == 1 for item in named.items):
            yield Enumeration(
                span=Span(begins.start(), amounts.end() + len("respectively")),
                items=named.items,
                head=Span(amounts.start("first"), amounts.end("last")),
                stated=2 + len(amounts.captures("more")),
                paired=True,
            )
            return


def _bare(text: str, within: Span, joined: Set[str]) -> Iterator[Enumeration]:
    """Three names or more in a row, the last behind an "and"."""
    done = within.start
    for begins in _in_a_row().finditer(text, within.start, within.end):
        if begins.start() < done or (named := members(text, begins.start(), within.end, joined, marked=False)) is None:
            continue
        done = named.end
        if len(named.items) > 2:
            yield Enumeration(Span(begins.start(), done), named.items, open=named.others, bare=True)


@cache
def _in_a_row() -> regex.Pattern[str]:
    return pattern(r"(?<![\p{L}\p{N}’'.-]|\p{Lu}[\p{L}.’'-]{0,30}\s)\p{Lu}(?=[^,;.\n]{1,60},\s(?:the\s)?\p{Lu})")


def _bulleted(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Enumeration]:
    """A number in a paragraph that a colon closes, and the bullets beneath."""
    for k, paragraph in enumerate(paragraphs):
        if paragraph.kind == "item" or not text[: paragraph.span.end].endswith(":"):
            continue
        below: list[Paragraph] = []
        for other in paragraphs[k + 1 :]:
            if other.kind != "item":
                break
            below.append(other)
        found = list(heads(text, paragraph.span.start, paragraph.span.end))
        if len(below) < 2 or len(found) != 1 or found[0].stated is None:
            continue
        head = found[0]
        some = head.part or _SOME.search(text, head.span.end, paragraph.span.end) is not None
        yield Enumeration(
            span=head.span,
            items=tuple(Item(p.span) for p in below),
            head=head.span,
            number=head.number,
            noun=head.noun,
            stated=head.stated,
            open=some,
            at_least=head.at_least,
        )
