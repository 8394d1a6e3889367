"""What an HTML page says of itself: where its article stands, when it was published, in which section."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..text import Span
from .tags import Tag, elements


def body(tags: list[Tag], end: int) -> Span:
    """Where the article stands in the page: its `article` element with the most paragraphs, unless these are fewer than half of those of
    the page, which then has articles for teasers; else `main`, else `body`.
    """
    weight = _weights(tags, end)

    def most(spans: Iterable[Span]) -> Span:
        return max(spans, key=lambda span: (weight(span), span.end - span.start, -span.start))

    whole = most([*elements(tags, "body", end)] or [Span(0, end)])
    for name in ("article", "main"):
        found = list(elements(tags, name, end))
        if found and 2 * weight(best := most(found)) >= weight(whole):
            return best
    return whole


def _weights(tags: Iterable[Tag], end: int) -> Callable[[Span], int]:
    """How much of the source stands in the paragraphs of a stretch: from each `p` to the next tag of a paragraph."""
    edges = [tag for tag in tags if tag.name == "p"]
    starts = [tag.span.end for tag in edges]
    sums = [0]
    for k, tag in enumerate(edges):
        upto = edges[k + 1].span.start if k + 1 < len(edges) else end
        sums.append(sums[-1] + (0 if tag.close else upto - tag.span.end))
    return lambda span: sums[bisect_left(starts, span.end)] - sums[bisect_left(starts, span.start)]


def metadata(source: str, tags: list[Tag]) -> Mapping[str, Any]:
    """`meta` elements by name or property, JSON-LD's dates and section, and the `time` that is marked as that of publication, else the article's first."""
    found: dict[str, Any] = {}
    article = body(tags, len(source))
    times: list[tuple[bool, str]] = []
    for k, tag in enumerate(tags):
        if tag.close:
            continue
        if tag.name == "meta":
            key = tag.get("property") or tag.get("name") or tag.get("itemprop")
            content = tag.get("content")
            if key and content and (key.lower() not in _DATES or _YEAR.search(content)):
                found.setdefault(_KEYS.get(key.lower(), key), content)
        elif tag.name == "script" and (tag.get("type") or "").lower() == "application/ld+json":
            end = tags[k + 1].span.start if k + 1 < len(tags) else len(source)
            for key, value in _linked_data(source[tag.span.end : end]).items():
                found.setdefault(key, value)
        elif tag.name == "time" and (moment := tag.get("datetime")):
            marked = tag.get("pubdate") is not None or (tag.get("itemprop") or "").lower() == "datepublished"
            if marked or article.contains(tag.span):
                times.append((marked, moment))
    if times:
        found.setdefault("datetime", max(times, key=lambda item: item[0])[1])
    return found


#: keys that are dates where an editor writes them, and anything in a page
_DATES = frozenset(("published", "published_at", "publishdate", "pubdate", "date", "updated", "updated_at", "modified", "lastmod", "datetime"))
_YEAR = re.compile(r"(?:19|20)\d\d")
#: other names of a key that is read
_KEYS = {
    "article:published_time": "article:published_time",
    "og:article:published_time": "article:published_time",
    "datepublished": "datePublished",
    "datemodified": "dateModified",
    "article:section": "section",
    "pubdate": "pubDate",
    "dc.date.issued": "published",
    "parsely-pub-date": "published",
}


def _linked_data(text: str) -> dict[str, Any]:
    """The dates, the section and the genre of the article in a page's JSON-LD."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    found: dict[str, Any] = {}
    for item in _things(value, 0):
        kinds = item.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if not any(isinstance(kind, str) and (kind.endswith("Article") or kind in ("BlogPosting", "Report", "LiveBlogPosting")) for kind in kinds):
            continue
        for key, name in (("datePublished", "datePublished"), ("dateModified", "dateModified"), ("articleSection", "section"), ("genre", "genre")):
            if isinstance(item.get(key), str | list):
                found.setdefault(name, item[key])
    return found


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 8:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph", []), depth + 1)
