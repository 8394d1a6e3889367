"""`list`: the number that copy gives a list, against what it names.

message:       for a closed list: {head}, {stated}, {counted}, {items}
message-open:  for a list of some members ("including"), where more are named than the number allows
"""

from __future__ import annotations

from collections.abc import Iterator

from ..article import Article
from ..finding import Finding
from ..numerals import cardinal_like
from ..rule import DocumentRule
from . import Declared, Kind, Spec


class ListRule(Declared, DocumentRule):
    """The rule that a `list` declares."""

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message = spec.fields["message"].text()
        self.message_open = spec.fields["message-open"].text()

    def check(self, article: Article) -> Iterator[Finding]:
        for found in article.lists:
            if found.stated is None or found.head is None or found.number is None:
                continue
            counted = found.counted
            if counted == found.stated or (counted < found.stated and found.open) or (counted > found.stated and found.at_least):
                continue
            head = found.head.of(article.text)
            number = found.number.of(article.text)
            right = cardinal_like(counted, number)
            message = self.message_open if found.open else self.message
            values = {
                "head": " ".join(head.split()),
                "stated": found.stated,
                "counted": counted,
                "items": "; ".join(" ".join(item.span.of(article.text).split()) for item in found.items),
            }
            yield self.report(
                article.place(found.span),
                message.format(**values),
                suggestions=[article.text[found.span.start : found.span.end].replace(number, right, 1)] if not found.open else [],
            )


def build(spec: Spec) -> ListRule:
    return ListRule(spec)


KIND = Kind("list", frozenset({"message", "message-open"}), frozenset({"message", "message-open"}), build)
