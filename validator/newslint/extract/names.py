"""Who and what is called what: every mention by name, as it is spelt."""

from __future__ import annotations

from collections.abc import Iterator

from ..article import Article
from ..claim import NameClaim


def extract(article: Article) -> Iterator[NameClaim]:
    """A claim for every mention; `name` is the full name that it stands for within the document."""
    for mention in article.mentions:
        yield NameClaim(
            **article.base(mention.span),
            entity=mention.kind,
            name=mention.name,
            spelling=" ".join(mention.span.of(article.text).split()),
            entity_id=mention.entity_id,
        )
