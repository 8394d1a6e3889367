"""The number that copy gives a list, against what it names."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotate.lists import Enumeration
from ..article import Article
from ..finding import Finding
from ..numerals import cardinal_like
from ..rule import DocumentRule
from ..shape import Key, template
from . import Declared, Kind, Spec


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


_MESSAGE = template("head", "stated", "counted", "items")

KIND = Kind(
    name="list",
    doc=__doc__ or "",
    keys={
        "message": Key(
            _MESSAGE, "For a closed list: `{head}` is its beginning, `{stated}` the number there, `{counted}` that of its `{items}`.", True
        ),
        "message-open": Key(_MESSAGE, "For a list of some members (“including”), where more are named than the number allows.", True),
        "message-paired": Key(_MESSAGE, "For a list that “respectively” pairs with `{stated}` amounts, `{head}`; by itself none is reported."),
    },
    build=ListRule,
    example="""\
id: house/list-count
kind: list
severity: warning
summary: The number that introduces a list is not the number of its members.
message: "The copy says “{head}” and names {counted}: {items}."
message-open: "The copy says “{head}” and names {counted} of them: {items}."
examples:
  bad:
    - "Observers came from «four countries: Portugal, Iceland and Kenya»."
  good:
    - "Observers came from three countries: Portugal, Iceland and Kenya."
""",
)
