"""The stretches of an article that a rule may look at together."""

from __future__ import annotations

from collections.abc import Iterator

from ..article import Article
from ..shape import choice
from ..text import Span

WITHIN = choice("line", "sentence", "paragraph", "headline", "quote", "document")


def around(article: Article, span: Span, within: str) -> Span | None:
    """The stretch of that sort around a span; None where the span is not within one."""
    match within:
        case "document":
            return Span(0, len(article.text))
        case "line":
            start = article.text.rfind("\n", 0, span.start) + 1
            end = article.text.find("\n", span.end)
            return Span(start, end if end >= 0 else len(article.text))
        case "sentence":
            return article.sentence(span.start)
        case "quote":
            return next((q.inside for q in reversed(article.quotations.quotes) if q.inside.contains(span)), None)
        case _:
            paragraph = article.paragraph(span.start) if article.paragraphs else None
            if paragraph is None or (within == "headline" and paragraph.kind != "headline"):
                return None
            return paragraph.span


def stretches(article: Article, within: str) -> Iterator[Span]:
    """All stretches of that sort, in order."""
    match within:
        case "document":
            yield Span(0, len(article.text))
        case "sentence":
            yield from article.sentences
        case "quote":
            yield from (q.inside for q in article.quotations.quotes if not q.depth)
        case "line":
            start = 0
            for line in article.text.splitlines(keepends=True):
                yield Span(start, start + len(line.rstrip("\n")))
                start += len(line)
        case _:
            yield from (p.span for p in article.paragraphs if within == "paragraph" or p.kind == "headline")
