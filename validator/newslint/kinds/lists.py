"""The number that copy gives a list, against what it names; or a list of what the house knows, against its members.

Two forms. Without `topic`, every list that copy gives a number is counted. With `topic`, lists that are introduced by words that fit it ("the
Benelux countries: …") are held against `members`, `number` or both: who does not belong, who is missing, a number that is another. Who is missing
is asked only of lists that give the whole: "two of the Benelux countries", "Benelux countries such as" and the like name some.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import regex

from ..annotate.lists import Enumeration
from ..article import Article
from ..finding import Finding
from ..numerals import CARDINAL, cardinal, cardinal_like
from ..pattern import pattern
from ..rule import DocumentRule
from ..shape import INTEGER, PATTERNS, TEMPLATE, TEXTS, Key, list_of, placeholders
from ..strictyaml import Node, did_you_mean
from ..text import Span
from . import Declared, Kind, Scope, Spec
from .phrases import Phrases


class ListRule(Declared, DocumentRule):
    """The rule that a `list` declares."""

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self.message_open: str = spec["message-open"]
        self.message_paired: str | None = spec["message-paired"]

    def check(self, article: Article) -> Iterator[Finding]:
        for found in article.lists:
            message = self.message_paired if found.paired else self.message_open if found.open else self.message
            if found.stated is None or found.head is None or message is None:
                continue
            if any(d.kind == "all" and d.span.overlaps(found.span) for d in article.divisions):
                continue  # a whole and its parts is a sum
            counted = found.counted
            if counted == found.stated or (counted < found.stated and found.open) or (counted > found.stated and found.at_least):
                continue
            values = {
                "head": " ".join(found.head.of(article.text).split()),
                "stated": found.stated,
                "counted": counted,
                "items": "; ".join(" ".join(item.span.of(article.text).split()) for item in found.items),
            }
            yield self.report(article.place(found.span), message.format(**values), suggestions=_reworded(article.text, found))


def _reworded(text: str, found: Enumeration) -> Iterator[str]:
    """The list with its number put right, where the number may be what is wrong."""
    if found.number is not None and not found.open:
        right = cardinal_like(found.counted, found.number.of(text))
        yield text[found.span.start : found.number.start] + right + text[found.number.end : found.span.end]


class Introduction(NamedTuple):
    """The words before a list that say what it is of: `span` is their place, `number` that of the number in them.

    `whole`: they announce all that there are. `loose`: nothing but a comma joins them to names in a row, which may be of anything.
    """

    span: Span
    number: Span | None
    whole: bool
    loose: bool


#: what stands between such words and the first member
_JOINT = pattern(r"(?:[\s,:;(–—-]|\b(?:(?P<some>including|includes?|such as|among them|like|for example)|are|is|namely|of)\b)*$", regex.IGNORECASE)
_CLAUSE = pattern(r"[,;:.()–—]")
_NUMBER = pattern(rf"\b{CARDINAL}\b", regex.IGNORECASE)
_ALL = pattern(r"\b(?:the|all|its|their|our)\b|['’]s?\s", regex.IGNORECASE)
_MORE = pattern(r"[:(–—]|\w")
_APPOSED = pattern(r"[:(–—]|\b(?:are|is|namely)\b")
_SOME = pattern(r"(?<!\ball )\bof (?:the|its|their|our|all)\b|\b(?:some|several|most|many|few|other|these|those)\b", regex.IGNORECASE)


class TopicRule(Declared, DocumentRule):
    """The rule that a `list` with a topic declares."""

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self.members: tuple[tuple[str, ...], ...] = tuple(tuple(names) for names in spec["members"])
        self.number: int = spec["number"] or len(self.members)
        self._sources: list[str] = spec["topic"]

    @cached_property
    def _topics(self) -> tuple[regex.Pattern[str], ...]:
        return tuple(regex.compile(source, regex.IGNORECASE) for source in self._sources)

    @cached_property
    def _names(self) -> Phrases:
        return Phrases([name for names in self.members for name in names])

    @cached_property
    def _bearers(self) -> tuple[int, ...]:
        """The member that each name is of."""
        return tuple(k for k, names in enumerate(self.members) for _ in names)

    def check(self, article: Article) -> Iterator[Finding]:
        for found in article.lists:
            introduction = self._introduction(article, found)
            if introduction is None or introduction.loose:
                continue
            named = [{self._bearers[k] for k, _ in self._names.find(item.span.of(article.text))} for item in found.items]
            members = Span(found.items[0].span.start, found.items[-1].span.end)
            strangers = [item.span for item, known in zip(found.items, named, strict=True) if self.members and not known and item.count == 1]
            for span in strangers:
                yield self._found(article, span, f"“{_line(span, article)}” is not one of them")
            written = introduction.number
            if introduction.whole and written and cardinal(written.of(article.text)) != self.number:
                right = cardinal_like(self.number, written.of(article.text))
                yield self._found(article, written, f"there are {right.lower()}", right)
            elif introduction.whole and not strangers and not found.open and all(item.count == 1 for item in found.items):
                missing = [names[0] for k, names in enumerate(self.members) if not any(k in known for known in named)]
                if missing:
                    yield self._found(article, members, f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing")
                elif not self.members and found.counted != self.number:
                    yield self._found(article, members, f"there are {cardinal_like(self.number, 'two')}, and {found.counted} are named")

    def _found(self, article: Article, span: Span, fault: str, *suggestions: str) -> Finding:
        return self.report(article.place(span), self.message.format(match=_line(span, article), fault=fault), suggestions=suggestions)

    def _introduction(self, article: Article, found: Enumeration) -> Introduction | None:
        """The words that introduce a list, where they are of the topic."""
        first = found.items[0].span.start
        begin = article.sentence(first).start
        before = article.text[begin:first]
        joint = _JOINT.search(before)
        end = joint.start() if joint else len(before)
        start = max((m.end() for m in _CLAUSE.finditer(before, 0, end)), default=0)
        topic = next((m for m in (p.search(before, start, end) for p in self._topics) if m), None)
        if topic is None:
            return None
        number = next((m for m in _NUMBER.finditer(before, start, end) if m.end() <= topic.start() or m.start() >= topic.end()), None)
        marked = before[end:]
        some = _SOME.search(before, start, topic.end()) or (joint and joint["some"])
        all_of = _ALL.search(before, start, number.start() if number else topic.end())
        loose = number is None and "," in marked and not _MORE.search(marked)
        whole = bool(all_of) and not some and (number is not None or bool(_APPOSED.search(marked)))
        return Introduction(Span(begin + start, begin + end), Span(begin + number.start(), begin + number.end()) if number else None, whole, loose)


def _line(span: Span, article: Article) -> str:
    return " ".join(span.of(article.text).split())


def _check(fields: Mapping[str, Node], scope: Scope) -> None:
    topic = "topic" in fields
    if not topic and "message-open" not in fields:
        fields["kind"].fail("a list without a 'topic' needs the key 'message-open'")
    if topic and "members" not in fields and "number" not in fields:
        fields["topic"].fail("a list with a 'topic' needs the key 'members', or 'number'")
    for key in ("message-open", "message-paired") if topic else ("members", "number"):
        if key in fields:
            fields[key].fail(f"{key!r} {'does not go with' if topic else 'goes with'} a 'topic'")
    names = ("match", "fault") if topic else ("head", "stated", "counted", "items")
    for key in ("message", "message-open", "message-paired"):
        for name in placeholders(fields[key]) if key in fields else ():
            if name not in names:
                fields[key].fail(f"there is no {{{name}}} to fill in", did_you_mean(name, names))


def _build(spec: Spec) -> DocumentRule:
    return TopicRule(spec) if spec["topic"] else ListRule(spec)


KIND = Kind(
    name="list",
    doc=__doc__ or "",
    keys={
        "topic": Key(PATTERNS, "Patterns, one of which must fit the words that introduce a list."),
        "members": Key(list_of(TEXTS), "Who belongs to the topic: each a name, or a list of names of one and the same.", default=()),
        "number": Key(INTEGER, "How many belong to the topic; by itself as many as `members`."),
        "message": Key(
            TEMPLATE,
            "Without `topic`, for a closed list: `{head}` is its beginning, `{stated}` the number there, `{counted}` that of its `{items}`. "
            "With `topic`: `{match}` is the copy reported, `{fault}` what is wrong with it.",
            True,
        ),
        "message-open": Key(
            TEMPLATE, "For a list of some members (“including”), where more are named than the number allows. Needed without `topic`."
        ),
        "message-paired": Key(TEMPLATE, "For a list that “respectively” pairs with `{stated}` amounts, `{head}`; by itself none is reported."),
    },
    build=_build,
    check=_check,
    example="""\
id: house/benelux
kind: list
severity: warning
summary: A list of the Benelux countries has one too many, or one too few.
why: Denmark is taken for one of them, and Luxembourg is forgotten.
topic: '\\bBenelux (?:countries|states|members)\\b'
members: [Belgium, [Netherlands, Holland], Luxembourg]
message: "“{match}”, of the Benelux countries: {fault}."
examples:
  bad:
    - "The Benelux countries of Belgium, the Netherlands and «Denmark» will share the cost."
    - "The three Benelux countries, «Belgium and the Netherlands», will share the cost."
    - "All «four» Benelux countries (Belgium, Holland and Luxembourg) will share the cost."
  good:
    - "The three Benelux countries, Belgium, the Netherlands and Luxembourg, will share the cost."
    - "Two of the Benelux countries, Belgium and Luxembourg, will share the cost."
    - "After talks with the Benelux countries, Denmark, Norway and Iceland agreed."
""",
)
