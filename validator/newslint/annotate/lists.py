"""Enumerations of names in news copy, and the number that the copy gives them.

"four countries, Austria, Malta, Norway and three Gulf states": a number with its noun, something that opens the list, and
items up to the one behind the last "and". What can't be read to its end is no enumeration: a wrong count is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from ..numerals import CARDINAL, cardinal
from ..text import Span
from .structure import Paragraph


@dataclass(frozen=True, slots=True)
class Item:
    """One member: its span, and for how many it stands ("three Gulf states": 3)."""

    span: Span
    count: int = 1


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list of names. `head` is the number with its noun ("seven neutral countries"), where one is stated.

    `open`: the list names only some ("including"), or ends in "and others". `at_least`: the number is a lower bound.
    `span` runs from the head, or else the first item, to the end of the last item.
    """

    span: Span
    items: tuple[Item, ...]
    head: Span | None = None
    number: Span | None = None
    noun: str | None = None
    stated: int | None = None
    open: bool = False
    at_least: bool = False

    @property
    def counted(self) -> int:
        return sum(item.count for item in self.items)


_WORD = r"\p{Lu}[\p{L}\p{N}’'.&-]*"
#: a name: capitalised words, with the small words that names hold; a quoted title counts as one
_NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:(?:of|for|in)\s(?:the\s)?|de\s(?:la\s)?|la\s|al-|bin\s|van\s(?:der\s|den\s)?|von\s|du\s|&\s)?{_WORD}){{0,5}}"
_TITLED = r"[“\"‘][^“”\"‘’\n]{2,80}[”\"’]"
_NESTED = rf"(?P<many>{CARDINAL})(?:\s(?:other|more|of\s(?:its|the|their)))?(?:\s[\p{{L}}-]+){{0,2}}\s\p{{Ll}}+s"
_ITEM = rf"(?:{_NAME}|{_TITLED}|{_NESTED})(?:\s?\([^()\n]{{1,60}}\))?(?:,\s(?:aged\s)?\d{{1,2}}(?=[,;.)\s]))?"

_ITEM_AT = regex.compile(_ITEM)
_SEPARATOR = regex.compile(r",?\s(?:and|or|&)\s(?:in\s|from\s|by\s|to\s|with\s)?|[,;]\s(?:and\s|or\s)?(?:in\s|from\s|by\s|to\s|with\s)?")
_CONJUNCTION = regex.compile(r"\b(?:and|or)\b|&")
_OTHERS = regex.compile(r",?\s(?:and|or)\s(?:\p{Ll}+\s)?(?:others?|more|elsewhere|several|some|many|a\s(?:few|handful|number|host)\b|dozens|hundreds|other\s\p{Ll}+)\b|,?\samong\sothers\b|,?\setc\b")

#: what is counted: a plural of people, places or bodies, or of things that are named
_NOUN = r"(?P<noun>(?!(?:years|months|weeks|days|hours|minutes|times|percent|points|others|degrees|miles|kilomet(?:er|re)s|dollars|euros|pounds)\b)(?:\p{Ll}+(?:s|men|women)|people|children|men|women|media))"
_HEAD = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}.,$£€-])(?P<hedge>(?:at\sleast|no\sfewer\sthan|more\sthan|over|some|about|around|nearly|almost|up\sto|as\smany\sas|fewer\sthan|less\sthan|the\sfirst|the\slast|(?:any|one|some|none|most|half)\sof\s(?:the\s|its\s|their\s)?)\s?)?"
    rf"(?P<number>{CARDINAL}|both|a\strio\sof|a\spair\sof|a\squartet\sof|half\sa\sdozen)\s(?P<middle>(?:(?!(?:and|or|of|in|the|to|from|with|for)\s)[\p{{L}}’'-]+\s){{0,3}}?){_NOUN}\b",
    regex.IGNORECASE,
)
#: what may stand between the noun and its list
_OPENS = regex.compile(
    r"(?P<rest>(?:\s(?!(?:and|but|while|because|although|that\sis)\b)[\p{L}\p{N}’'$%.-]+){0,14}?)"
    r"(?P<sep>\s?[:—–(]\s?|\s-{1,2}\s|,?\s?[—–]?\s?(?:including|such\sas|among\sthem|like|notably|e\.g\.,?)\s|,\s(?:namely\s)?|\s(?:are|were|is|was)\s)"
)
_SOME = regex.compile(r"including|such\sas|among\sthem|like|notably|e\.g")
_SETS = {"both": 2, "a pair of": 2, "a trio of": 3, "a quartet of": 4, "half a dozen": 6}
#: "more than three", "some three": the number is no count
_VAGUE = ("more than", "over", "some", "about", "around", "nearly", "almost", "up to", "as many as", "fewer than", "less than")

_ASSERTED = regex.compile(
    r"\b(?:[Tt]hose|[Tt]he\s(?:\p{Ll}+\s){0,3}\p{Ll}+s)\s(?:(?!(?:and|but|because)\b)[\p{L}’'-]+\s){0,8}?(?:are|were|include[sd]?)\s(?=(?:the\s)?\p{Lu}|[“\"])"
)
_REGIONS = frozenset(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky "
    "Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania "
    "Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Ontario Quebec Alberta Manitoba Saskatchewan Ala. Ariz. Ark. Calif. Colo. "
    "Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Vt. Va. Wash. Wis. Wyo. "
    "D.C. N.Y. N.J. N.H. N.C. S.C. N.D. S.D. W.Va.".split()
) | {"New York", "New Jersey", "New Hampshire", "New Mexico", "North Carolina", "South Carolina", "North Dakota", "South Dakota", "West Virginia", "Rhode Island"}
_REGION_NOUNS = frozenset({"states", "provinces", "countries", "nations", "territories", "governments", "members", "republics"})


def lists(text: str, paragraphs: Iterable[Paragraph], sentences: Iterable[Span], joined: frozenset[str] = frozenset()) -> tuple[Enumeration, ...]:
    """The enumerations of a text, in order.

    `joined` holds names that have an "and" of their own (Bosnia and Herzegovina), and `joined` names of countries also tell
    "Lyon, France" from two members.
    """
    found = [e for sentence in sentences for e in _in_sentence(text, sentence, joined)]
    return tuple(sorted([*found, *_bulleted(text, tuple(paragraphs))], key=lambda e: e.span))


def _in_sentence(text: str, sentence: Span, joined: frozenset[str]) -> Iterator[Enumeration]:
    done = sentence.start
    for head in _HEAD.finditer(text, sentence.start, sentence.end):
        if head.start() < done:
            continue
        best = _from_head(text, head, sentence, joined)
        if best is not None:
            done = best.span.end
            yield best
    for asserted in _ASSERTED.finditer(text, sentence.start, sentence.end):
        if asserted.start() < done or _HEAD.search(text, asserted.start(), asserted.end()):
            continue
        items, some = _items(text, asserted.end(), sentence.end, joined)
        if len(items) >= 3:
            partial = some or "includ" in asserted.group()
            done = items[-1].span.end
            yield Enumeration(Span(asserted.start(), done), items, open=partial)


def _from_head(text: str, head: regex.Match[str], sentence: Span, joined: frozenset[str]) -> Enumeration | None:
    hedge = " ".join((head["hedge"] or "").lower().split())
    number = " ".join(head["number"].lower().split())
    stated = _SETS.get(number) or cardinal(number)
    if stated is None or stated != int(stated) or not 2 <= stated <= 60:
        return None
    opens = _OPENS.match(text, head.end(), sentence.end)
    while opens is not None:
        items, some = _items(text, opens.end(), sentence.end, joined)
        separator = opens["sep"]
        named = _SOME.search(separator) is not None
        rest = opens["rest"]
        sure = not rest or separator.strip()[:1] in (":", "—", "–", "(", "-") or named or separator.strip() in ("are", "were")
        if len(items) >= (2 if not rest else 3) and sure and not _HEAD.search(text, opens.start("rest"), opens.end("rest")):
            items = _apart_from_regions(text, items, head["noun"].lower(), joined)
            at_least = hedge in ("at least", "no fewer than")
            vague = any(hedge.startswith(word) for word in _VAGUE) or "of" in hedge.split()
            return Enumeration(
                span=Span(head.start("number"), items[-1].span.end),
                items=items,
                head=Span(head.start("number"), head.end()),
                number=Span(*head.span("number")),
                noun=head["noun"].lower(),
                stated=None if vague else int(stated),
                open=named or some,
                at_least=at_least,
            )
        if separator.strip()[:1] not in (",", "") and not separator.isspace():
            return None
        opens = _OPENS.match(text, opens.end(), sentence.end) if opens.end() - head.end() < 60 and not items else None
    return None


def _items(text: str, start: int, end: int, joined: frozenset[str]) -> tuple[tuple[Item, ...], bool]:
    """The items from `start` on, up to the one behind the conjunction; and whether others are said to follow.

    Empty where no conjunction ends the list: then it is not known where it stops.
    """
    items: list[Item] = []
    at = start
    closed = False
    while True:
        match = _ITEM_AT.match(text, at, end)
        if match is None:
            break
        items.append(Item(Span(at, match.end()), int(cardinal(match["many"]) or 1) if match["many"] else 1))
        at = match.end()
        if others := _OTHERS.match(text, at, end):
            return (tuple(items), True) if others else ((), False)
        separator = _SEPARATOR.match(text, at, end)
        last = closed
        if separator is None:
            break
        if last:
            # an "and" inside a name, or one list inside another: only a known name settles it
            both = text[items[-2].span.start : at]
            if len(items) >= 2 and both in joined:
                items[-2:] = [Item(Span(items[-2].span.start, at))]
                closed = False
            else:
                break
        closed = _CONJUNCTION.search(separator.group()) is not None
        at = separator.end()
    if not closed or (items and at != items[-1].span.end):
        return (), False
    if len(items) >= 2 and text[items[-2].span.start : items[-1].span.end] in joined:
        items[-2:] = [Item(Span(items[-2].span.start, items[-1].span.end))]
    return tuple(items), False


def _apart_from_regions(text: str, items: tuple[Item, ...], noun: str, joined: frozenset[str]) -> tuple[Item, ...]:
    """Items with "Durham, North Carolina" as one, where what is counted is no kind of region."""
    if noun in _REGION_NOUNS:
        return items
    merged: list[Item] = []
    for item in items:
        name = item.span.of(text)
        region = name in _REGIONS or name in joined
        if merged and region and merged[-1].span.of(text) not in _REGIONS | joined:
            merged[-1] = replace(merged[-1], span=Span(merged[-1].span.start, item.span.end))
        else:
            merged.append(item)
    return tuple(merged)


def _bulleted(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Enumeration]:
    """A number at the end of a paragraph that a colon closes, and the bullets beneath."""
    for k, paragraph in enumerate(paragraphs):
        if paragraph.kind == "item" or not text[: paragraph.span.end].endswith(":"):
            continue
        below: list[Paragraph] = []
        for other in paragraphs[k + 1 :]:
            if other.kind != "item":
                break
            below.append(other)
        heads = list(_HEAD.finditer(text, paragraph.span.start, paragraph.span.end))
        if len(below) < 2 or len(heads) != 1 or heads[0]["hedge"]:
            continue
        number = cardinal(heads[0]["number"])
        if number is not None and number == int(number):
            yield Enumeration(
                span=Span(heads[0].start("number"), heads[0].end()),
                items=tuple(Item(p.span) for p in below),
                head=Span(heads[0].start("number"), heads[0].end()),
                number=Span(*heads[0].span("number")),
                noun=heads[0]["noun"].lower(),
                stated=int(number),
                open=_SOME.search(text, heads[0].end(), paragraph.span.end) is not None,
            )
