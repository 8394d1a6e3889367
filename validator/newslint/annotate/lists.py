"""Enumerations of names in news copy, and the number that the copy gives them.

"four countries, Austria, Malta, Norway and three Gulf states": a number with its noun, something that opens the list, and
items up to the one behind the last "and". What can't be read to its end is no enumeration: a wrong count is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
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


_WORD = r"(?:(?:\p{Lu}\.){1,3}|(?:St|Dr|Mr|Mrs|Ms|Prof|(?:Sen|Rep|Gov|Gen|Lt|Col)s?)\.|\p{Lu}[\p{L}\p{N}’'&-]*)"
#: a name: capitalised words, with the small words that names hold; a quoted title counts as one
_NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:(?:of|for|in)\s(?:the\s)?|de\s(?:la\s)?|la\s|al-|bin\s|van\s(?:der\s|den\s)?|von\s|du\s|&\s)?{_WORD}){{0,5}}"
_TITLED = r"[“\"‘][^“”\"‘’\n]{2,80}[”\"’]"
_NESTED = rf"(?P<many>{CARDINAL})(?:\s(?:other|more|of\s(?:its|the|their)))?(?:\s[\p{{L}}-]+){{0,2}}\s\p{{Ll}}+s"
_ITEM = rf"(?:{_NAME}|{_TITLED}|{_NESTED})(?:\s?\([^()\n]{{1,60}}\))?(?:,\s(?:aged\s)?\d{{1,2}}(?=[,;.)\s]))?"

_ITEM_AT = regex.compile(_ITEM)
_SEPARATOR = regex.compile(r",?\s(?:and|or|&)\s(?:in\s|from\s|by\s|to\s|with\s)?|[,;]\s(?:and\s|or\s)?(?:in\s|from\s|by\s|to\s|with\s)?")
_CONJUNCTION = regex.compile(r"\b(?:and|or)\b|&")
_OTHERS = regex.compile(
    r",?\s(?:and|or)\s(?:\p{Ll}+\s)?(?:others?|more|elsewhere|several|some|many|a\s(?:few|handful|number|host)\b|dozens|hundreds|other\s\p{Ll}+)\b|,?\samong\sothers\b|,?\setc\b"
)
#: a list that goes on after a break: "Ohio and Florida, where it began, along with Iowa"
_MORE = regex.compile(r"[^.;:]{0,120}?\b(?:along\swith|as\swell\sas|plus|together\swith|and\salso|followed\sby)\b")

#: what is counted: a plural of people, places or bodies, or of things that are named
_NOUN = r"(?P<noun>(?!(?:years|months|weeks|days|hours|minutes|times|percent|points|others|degrees|miles|kilomet(?:er|re)s|dollars|euros|pounds)\b)(?:\p{Ll}+(?:s|men|women)|people|children|men|women|media))"
_HEAD = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}.,$£€-])(?P<hedge>(?:at\sleast|no\sfewer\sthan|more\sthan|over|some|about|around|nearly|almost|up\sto|as\smany\sas|fewer\sthan|less\sthan|the\sfirst|the\slast|(?:any|one|some|none|most|half|each|all)\sof\s(?:the|its|their)?)\s?)?"
    rf"(?P<number>{CARDINAL}|both|a\strio\sof|a\spair\sof|a\squartet\sof|half\sa\sdozen|several|various|many|these|the\sfollowing)\s(?:of\s(?:the|its|their|his|her|those|these)\s(?:{CARDINAL}\s)?)?(?P<middle>(?:(?!(?:and|or|of|in|the|to|from|with|for)\s)[\p{{L}}’'-]+\s){{0,3}}?){_NOUN}\b",
    regex.IGNORECASE,
)
#: what may stand between the noun and its list
_SEPARATORS = regex.compile(
    r",?\s?[(—–-]{0,2}\s?\b(?:including|such\sas|among\sthem|like|notably|e\.g\.,?)\s|\s?[:—–(]\s?|\s-{1,2}\s|,\s(?:namely\s)?|\s(?:are|were)\s"
)
#: how far behind the noun its list may begin, in characters
_REACH = 90
#: what ends the clause that the number stands in
_BREAKS = regex.compile(r"[;:()—–]|\s-{1,2}\s|\b(?:and|but|while|because|although)\b")
_SOME = regex.compile(r"including|such\sas|among\sthem|like|notably|e\.g")
_SETS = {"both": 2, "a pair of": 2, "a trio of": 3, "a quartet of": 4, "half a dozen": 6}
#: "more than three", "some three": the number is no count
_VAGUE = (
    "more than",
    "over",
    "some",
    "about",
    "around",
    "nearly",
    "almost",
    "up to",
    "as many as",
    "fewer than",
    "less than",
    "one of",
    "none of",
    "most of",
    "half of",
)

_ASSERTED = regex.compile(
    r"\b(?:[Tt]hose|[Tt]he\s(?:\p{Ll}+\s){0,3}\p{Ll}+s)\s(?:(?!(?:and|but|because)\b)[\p{L}’'-]+\s){0,8}?(?:are|were|include[sd]?)\s(?=(?:the\s)?\p{Lu}|[“\"])"
)
_REGIONS = frozenset(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky "
    "Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania "
    "Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Ontario Quebec Alberta Manitoba Saskatchewan Ala. Ariz. Ark. Calif. Colo. "
    "Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Vt. Va. Wash. Wis. Wyo. "
    "D.C. N.Y. N.J. N.H. N.C. S.C. N.D. S.D. W.Va.".split()
) | {
    "New York",
    "New Jersey",
    "New Hampshire",
    "New Mexico",
    "North Carolina",
    "South Carolina",
    "North Dakota",
    "South Dakota",
    "West Virginia",
    "Rhode Island",
}
_REGION_NOUNS = frozenset({"states", "provinces", "countries", "nations", "territories", "governments", "members", "republics"})


def lists(text: str, paragraphs: Iterable[Paragraph], sentences: Iterable[Span], joined: Set[str] = frozenset()) -> tuple[Enumeration, ...]:
    """The enumerations of a text, in order.

    `joined` are names of countries, and of bodies whose name has an "and" of its own: they keep Bosnia and Herzegovina in one, and tell
    "Lyon, France" from two members.
    """
    found = [e for sentence in sentences for e in _in_sentence(text, sentence, joined)]
    return tuple(sorted([*found, *_bulleted(text, tuple(paragraphs))], key=lambda e: e.span))


def _in_sentence(text: str, sentence: Span, joined: Set[str]) -> Iterator[Enumeration]:
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


def _from_head(text: str, head: regex.Match[str], sentence: Span, joined: Set[str]) -> Enumeration | None:
    hedge = " ".join((head["hedge"] or "").lower().split())
    number = " ".join(head["number"].lower().split())
    stated = _SETS.get(number) or cardinal(number)
    if stated is not None and (stated != int(stated) or not 2 <= stated <= 60):
        return None
    for opens in _SEPARATORS.finditer(text, head.end(), min(sentence.end, head.end() + _REACH)):
        rest = text[head.end() : opens.start()]
        if _BREAKS.search(rest) or _HEAD.search(rest):
            return None
        items, some = _items(text, opens.end(), sentence.end, joined)
        separator = opens.group().strip()
        named = _SOME.search(separator) is not None
        marked = named or separator[:1] in (":", "—", "–", "(", "-")
        if len(items) < 2 or (rest and not marked and (separator not in ("are", "were") or len(items) < 3)):
            continue
        items = _apart_from_regions(text, items, head["noun"].lower(), joined)
        vague = any(hedge.startswith(word) for word in _VAGUE)
        return Enumeration(
            span=Span(head.start("number"), items[-1].span.end),
            items=items,
            head=Span(head.start("number"), head.end()),
            number=Span(*head.span("number")),
            noun=head["noun"].lower(),
            stated=None if vague or stated is None else int(stated),
            open=named or some,
            at_least=hedge in ("at least", "no fewer than"),
        )
    return None


def _items(text: str, start: int, end: int, joined: Set[str]) -> tuple[tuple[Item, ...], bool]:
    """The items from `start` on, up to the one behind the conjunction; and whether others are said to follow.

    Empty where no conjunction ends the list: then it is not known where it stops.
    """
    items: list[Item] = []
    at = start
    ended = False
    while (match := _ITEM_AT.match(text, at, end)) is not None:
        item = Item(Span(at, match.end()), int(cardinal(match["many"]) or 1) if match["many"] else 1)
        if items and text[items[-1].span.start : item.span.end] in joined:
            item, ended = Item(Span(items.pop().span.start, item.span.end)), False
        items.append(item)
        at = item.span.end
        if _OTHERS.match(text, at, end):
            return tuple(items), True
        separator = _SEPARATOR.match(text, at, end)
        if separator is None:
            break
        conjunction = _CONJUNCTION.search(separator.group()) is not None
        if ended and not conjunction and _ITEM_AT.match(text, separator.end(), end):
            # "Reed and Moss, Ash and Elm": which "and" belongs to a name can't be told; a place may follow its town, though
            return (tuple(items), False) if _place_follows(text, separator.end(), end, joined) else ((), False)
        ended = ended or conjunction
        at = separator.end()
    # the last "and" may lead to something else: what it joined is whole all the same
    complete = len(items) > 1 and _CONJUNCTION.search(text, items[-2].span.end, items[-1].span.start) is not None
    return (tuple(items), _MORE.match(text, items[-1].span.end, end) is not None) if complete else ((), False)


def _place_follows(text: str, at: int, end: int, joined: Set[str]) -> bool:
    match = _ITEM_AT.match(text, at, end)
    return match is not None and match.group() in _REGIONS | joined


def _apart_from_regions(text: str, items: tuple[Item, ...], noun: str, joined: Set[str]) -> tuple[Item, ...]:
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
