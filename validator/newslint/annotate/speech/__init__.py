"""Speech: who says each quotation, how that is known, and what kind of quotation it is.

The speaker is sought in the quotation's own sentence by the patterns of English news (verbs of saying and their order, "according to",
colons, owned nouns, signatures), then carried on from the quotation before. Pronouns are resolved to the last subject of that sex.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import regex

from ...text import Span
from ..mentions import Mention
from ..quotations import Quotation, Quotations
from ..structure import Paragraph
from .cue import cue_of, indirect
from .kinds import kind
from .model import Attribution
from .reader import Reader
from .words import Words

__all__ = ["Attribution", "attributions"]

#: transcripts: "GRAY: We never saw it."
_LABEL = regex.compile(r"((?:\p{Lu}[\p{Lu}.’'-]+\s?){1,4}):\s")


def attributions(
    text: str, paragraphs: Sequence[Paragraph], sentences: Sequence[Span], quotations: Quotations, mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """One attribution for each quotation, in the order of `quotations.quotes`."""
    if not quotations.quotes:
        return ()
    reader = Reader(text, sentences, quotations.quotes, mentions)
    quotes = quotations.quotes
    found: list[Attribution | None] = [None] * len(quotes)
    at = 0
    before: Attribution | None = None  # what the paragraph before left speaking
    for paragraph in paragraphs:
        first = at
        while at < len(quotes) and quotes[at].span.start < paragraph.span.end:
            at += 1
        if at > first:
            tokens = reader.words(paragraph.span, [k for k in range(first, at) if not quotes[k].depth], paragraph.kind == "headline")
            before = _attribute(reader, tokens, range(first, at), 0, before, found)
        elif paragraph.kind == "heading" or before is not None:
            before = None
    return tuple(a for a in _run_on(quotes, found) if a is not None)


def _attribute(
    reader: Reader, tokens: Words, indices: range, depth: int, before: Attribution | None, found: list[Attribution | None]
) -> Attribution | None:
    """Attributes the quotations `indices` of a paragraph, or of a quotation that holds others; returns the last that has a speaker."""
    quotes, text = reader.quotes, reader.text
    last: Attribution | None = None
    for at, letter in enumerate(tokens.kinds):
        if letter not in "QEF":
            continue
        k = tokens.what[at]
        quote = quotes[k]
        cue = cue_of(tokens, at)
        attribution = Attribution(quote.span, kind(quote.inside.of(text), tokens, at, cue))
        label = _LABEL.match(text, quote.inside.start, quote.inside.end)
        if label:
            attribution = reader.labelled(attribution, Span(*label.span(1)))
        elif cue is not None and attribution.type != "title":
            attribution = reader.attribution(attribution, tokens, cue)
        elif attribution.type in ("direct", "partial"):
            attribution = _carried(reader, attribution, tokens, at, last, before)
        found[k] = attribution
        if attribution.known:
            last = attribution
        end = bisect_left(reader.starts, quote.span.end, k + 1, indices.stop)
        inner = range(k + 1, end)
        if inner:
            nested = reader.words(quote.inside, [j for j in inner if quotes[j].depth == depth + 1])
            _attribute(reader, nested, inner, depth + 1, None, found)
    return last


def _carried(reader: Reader, base: Attribution, tokens: Words, at: int, last: Attribution | None, before: Attribution | None) -> Attribution:
    """The speaker of what went before, where a quotation goes on without a cue of its own."""
    kinds = tokens.kinds
    low = max((kinds.rfind(stop, 0, at) for stop in "eEF"), default=-1) + 1
    if low < at and not all(k in "dk" for k in kinds[low:at]):
        same = last if "Q" in kinds[low:at] else None
        return replace(same, quotation=base.quotation, type=base.type, found_by="same-sentence") if same else base
    start = max((kinds.rfind(stop, 0, max(low - 1, 0)) for stop in "eEF"), default=-1) + 1
    told = start < low and not set(kinds[start : low - 1]) & set("QEF") and kinds[low - 1] == "e"
    if told and (cue := indirect(tokens, start, low - 1)):
        return reader.attribution(base, tokens, cue)
    if last is not None:
        return replace(last, quotation=base.quotation, type=base.type, found_by="floating")
    if before is not None and at == 0 and all(k in "QEFedk" for k in kinds):
        return replace(before, quotation=base.quotation, type=base.type, found_by="floating", mention=None, cue=None)
    return base


def _run_on(quotes: Sequence[Quotation], found: Sequence[Attribution | None]) -> list[Attribution | None]:
    """A quotation that runs on over paragraphs has one speaker, wherever in it that is said."""
    out = list(found)
    outer = [k for k, q in enumerate(quotes) if q.depth == 0]
    for order, linked in ((outer, "continues"), (outer[::-1], "runs_on")):
        for a, b in zip(order, order[1:], strict=False):
            one, two = out[a], out[b]
            if getattr(quotes[b], linked) and one and two and one.known and two.mention is None:
                out[b] = replace(
                    one, quotation=two.quotation, type="direct" if two.type == "scare" else two.type, mention=None, cue=None, found_by="runs-on"
                )
    return out
