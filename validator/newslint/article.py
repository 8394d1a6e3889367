"""A document with its annotations and claims, each computed once, on demand.

The only lazy thing in the house: annotators and extractors are pure functions, and this is where one gets what it
needs of another. Annotation modules are imported when first asked for, so that a run pays for what it uses.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .claim import Claim, Origin
from .document import Document
from .expression import Amount
from .facts.facts import Facts
from .finding import InQuote, Place
from .text import LineMap, Span

if TYPE_CHECKING:
    from .annotate.dates import DateExpression
    from .annotate.durations import DurationExpression
    from .annotate.figures import Figure
    from .annotate.lists import Enumeration
    from .annotate.mentions import Mention
    from .annotate.parts import Division
    from .annotate.quotations import Quotations
    from .annotate.speech import Attribution
    from .annotate.structure import Paragraph
    from .facts.event_names import EventMention

C = TypeVar("C", bound=Claim)
Extractor = Callable[["Article"], Iterable[Claim]]


class Article:
    """What rules and extractors read. All offsets are in `text`; `place` turns a span into a place in the file."""

    def __init__(
        self,
        document: Document,
        origin: Origin,
        facts: Facts,
        extractors: Mapping[type[Claim], Extractor],
    ) -> None:
        self.document = document
        self.origin = origin
        self.facts = facts
        self.text = document.text
        self._extractors = extractors
        self._claims: dict[type[Claim], tuple[Claim, ...]] = {}
        self._read_only = True

    def __setattr__(self, name: str, value: object) -> None:
        # all rules read the same article: none may change what the others see (annotations, worked out later, go round this)
        if "_read_only" in self.__dict__:
            raise AttributeError(f"an article is not to be changed: {name}")
        super().__setattr__(name, value)

    # -- annotations

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        from .annotate.structure import paragraphs

        return paragraphs(self.text, self.document.title)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        from .annotate.sentences import sentences

        return sentences(self.text, self.paragraphs)

    @cached_property
    def quotations(self) -> Quotations:
        from .annotate.quotations import quotations

        return quotations(self.text, self.paragraphs)

    @cached_property
    def dates(self) -> tuple[DateExpression, ...]:
        from .annotate.dates import dates

        return dates(self.text, self.paragraphs)

    @cached_property
    def durations(self) -> tuple[DurationExpression, ...]:
        from .annotate.durations import durations

        return durations(self.text, self.sentences)

    @cached_property
    def events(self) -> tuple[EventMention, ...]:
        return self.facts.event_names.find(self.text)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        from .annotate.mentions import mentions

        return mentions(self.text, self.sentences, self.facts)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        from .annotate.speech import attributions

        return attributions(self.text, self.paragraphs, self.sentences, self.quotations, self.mentions)

    @cached_property
    def lists(self) -> tuple[Enumeration, ...]:
        from .annotate.lists import lists

        return lists(self.text, self.paragraphs, self.sentences, self.facts.place_names)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        from .annotate.figures import figures

        return figures(self.text, self.sentences)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        from .annotate.amounts import amounts

        return amounts(self.text, self.sentences)

    @cached_property
    def shares(self) -> tuple[tuple[Span, tuple[Amount, ...]], ...]:
        """Sentences that give shares of a whole, each with its percentages and points in order."""
        by_sentence: dict[Span, list[Amount]] = {}
        for amount in self.amounts:
            if amount.unit in ("percent", "points"):
                by_sentence.setdefault(self.sentence(amount.span.start), []).append(amount)
        return tuple((sentence, tuple(found)) for sentence, found in by_sentence.items())

    @cached_property
    def divisions(self) -> tuple[Division, ...]:
        from .annotate.parts import divisions

        return divisions(self.text, self.sentences)

    # -- claims

    def claims(self, kind: type[C]) -> tuple[C, ...]:
        """The claims of one kind, in order of their spans. Raises KeyError for a kind that has no extractor."""
        if kind not in self._claims:
            found = sorted(self._extractors[kind](self), key=lambda c: c.span)
            self._claims[kind] = tuple(found)
        return cast("tuple[C, ...]", self._claims[kind])

    # -- places

    @cached_property
    def _lines(self) -> LineMap:
        return LineMap.of(self.document.source)

    @cached_property
    def _quoted(self) -> tuple[tuple[Span, str | None], ...]:
        """The insides of quotations, with their speakers."""
        speakers: dict[Span, str | None] = {a.quotation: a.speaker for a in self.attributions} if self.quotations.quotes else {}
        return tuple((q.inside, speakers.get(q.span)) for q in self.quotations.quotes)

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [inside.start for inside, _ in self._quoted]

    def in_quote(self, span: Span) -> InQuote | None:
        """Whether a span begins strictly inside a quotation, and whose."""
        k = bisect_right(self._quote_starts, span.start) - 1
        while k >= 0:
            inside, speaker = self._quoted[k]
            if inside.contains(span):
                return InQuote(speaker)
            if inside.end <= span.start:
                return None
            k -= 1
        return None

    def place(self, span: Span) -> Place:
        """Where a span of the text stands in the file. Raises ValueError for one that does not lie in the text."""
        if not 0 <= span.start <= span.end <= len(self.text):
            raise ValueError(f"there is no place from {span.start} to {span.end} in a text of {len(self.text)} characters")
        start, end = self.document.locations(self._lines, span)
        return Place(self.document.path, start, end, span.of(self.text), self.in_quote(span))

    def sentence(self, offset: int) -> Span:
        """The sentence at an offset of the text; between two, the one before."""
        starts = self._sentence_starts
        return self.sentences[max(bisect_right(starts, offset) - 1, 0)] if starts else Span(0, len(self.text))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def paragraph(self, offset: int) -> Paragraph:
        """The paragraph at an offset of the text; between two, the one before. Raises IndexError on an empty text."""
        return self.paragraphs[max(bisect_right(self._paragraph_starts, offset) - 1, 0)]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.span.start for p in self.paragraphs]

    def base(self, span: Span) -> dict[str, Any]:
        """The fields that every claim shares, for a claim at `span`."""
        return {
            "origin": self.origin,
            "span": span,
            "place": self.place(span),
            "sentence": self.sentence(span.start).of(self.text),
        }
