"""Quote claims: what is quoted, from whom, and how that is known."""

from __future__ import annotations

from collections.abc import Iterator

from ..article import Article
from ..claim import QuoteClaim


def extract(article: Article) -> Iterator[QuoteClaim]:
    """One claim for each quotation in each paragraph; single-marked quotations within others belong to the words around them."""
    for quote, said in zip(article.quotations.quotes, article.attributions, strict=True):
        if quote.depth and article.text[quote.span.start] in "'‘‚‛":
            continue
        yield QuoteClaim(
            **article.base(quote.span),
            text=quote.inside.of(article.text),
            speaker=said.speaker,
            speaker_id=said.speaker_id,
            speaker_place=article.place(said.mention) if said.mention else None,
            cue=said.cue.of(article.text) if said.cue else None,
            closed=quote.closed,
            type=said.type,
            found_by=said.found_by,
            speaker_kind=said.speaker_kind,
        )
