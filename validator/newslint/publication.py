"""When a document was published, as its own text tells."""

from __future__ import annotations

from .article import Article
from .document import Published


def infer(article: Article) -> Published | None:
    """Step 6 of how a publication date is found: a dateline, or a full date on the main verb of an opening sentence."""
    return None
