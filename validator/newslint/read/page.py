"""What an HTML page says of itself: where its article stands, when it was published, in which section."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..text import Span
from .tags import Tag, elements

#: no copy of the article: code, page furniture, controls, what is not shown; a form may hold the whole page
SKIPPED = frozenset(
    "script style template noscript head nav aside header footer button select option textarea iframe object svg math canvas audio video "
    "map dialog menu".split()
)
#: of HTML and of NITF
BLOCKS = frozenset(
    "abstract address article aside block blockquote body byline br caption center dateline dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup hl1 hl2 hr html legend li media-caption main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
#: how the elements are marked that hold what readers say of an article
_COMMENTS = re.compile(
    r"(?:reader|user|article|post)?[-_]?comments?(?:[-_]?(?:list|area|section|container|wrapper|thread))?|disqus_thread", re.IGNORECASE
)
#: what ARIA calls the elements that HTML has names for above
_ROLES = frozenset("alertdialog banner complementary contentinfo dialog menu navigation search".split())
_TEXT_CLASSES = frozenset(("entry-content", "e-content"))
#: elements that may hold an article and nothing else
_CONTAINERS = ("article", "main", "section", "div", "td")
#: characters of running text from which it weighs as a paragraph: less is a caption, a teaser, a control, and weighs a tenth, if anything
_PARAGRAPH = 100
_LESS = 10
#: share of a page's weight that the element of its article holds
_SHARE = 0.8


def body(tags: list[Tag], end: int) -> Span:
    """Where the article stands in the page: its `article` element with the most paragraphs, unless these are fewer than half of those of
    the page, which then has articles for teasers; else `main`, else of `body` the innermost element that holds nearly all paragraphs. Of
    that, what the page marks as the text (schema.org, hAtom), with the headline and what stands below it.
    """
    weight = _weights(tags)

    def most(spans: Iterable[Span]) -> Span:
        return max(spans, key=lambda span: (weight(span), span.end - span.start, -span.start))

    page = whole = most([*elements(tags, "body", end)] or [Span(0, end)])
    for name in ("article", "main"):
        found = list(elements(tags, name, end))
        if found and 2 * weight(best := most(found)) >= weight(page):
            whole = best
            break
    inner = whole
    told = [span for name in _CONTAINERS for span in elements(tags, name, whole.end, _is_text) if whole.contains(span)]
    if told and 2 * weight(best := most(told)) > sum(map(weight, told)):
        inner = best
    elif whole == page and weight(page):
        held = [span for name in _CONTAINERS for span in elements(tags, name, page.end) if weight(span) >= _SHARE * weight(page)]
        inner = min((span for span in held if page.contains(span)), key=lambda span: span.end - span.start, default=page)
    headings = [tag.span.start for tag in tags if tag.name == "h1" and not tag.close and whole.start <= tag.span.start < inner.start]
    return Span(max(headings, default=inner.start), inner.end)


def headlines(tags: list[Tag], article: Span) -> list[Span]:
    """The headings of the first level above an article that has none, the nearest first."""
    found = sorted(elements(tags, "h1", article.end), reverse=True)
    return [] if any(article.contains(span) for span in found) else [span for span in found if span.end <= article.start]


def left_out(tag: Tag) -> bool:
    """Whether an element is no copy of the article, whatever it holds."""
    if tag.name in SKIPPED:
        return True
    return tag.name in ("div", "section", "ol", "ul") and ((tag.get("role") or "") in _ROLES or _holds_comments(tag))


def _is_text(tag: Tag) -> bool:
    return tag.get("itemprop") == "articleBody" or not _TEXT_CLASSES.isdisjoint((tag.get("class") or "").split())


def _holds_comments(tag: Tag) -> bool:
    if "omment" not in tag.attributes and "disqus" not in tag.attributes:
        return False
    return any(_COMMENTS.fullmatch(mark) for mark in f"{tag.get('id') or ''} {tag.get('class') or ''}".split())


def _weights(tags: Iterable[Tag]) -> Callable[[Span], int]:
    """How much running text stands in a stretch: characters outside links, in runs that are long enough for a paragraph, or are marked as one."""
    starts: list[int] = []
    sums = [0]
    skipped: str | None = None
    depth = begin = at = length = 0
    linked = marked = False
    for tag in tags:
        if skipped is None and not linked:
            length += tag.span.start - at
        at = tag.span.end
        if skipped is not None:
            if tag.name == skipped:
                depth += -1 if tag.close else 1
                if depth == 0:
                    skipped, begin, length = None, at, 0
        elif tag.name == "a":
            linked = not tag.close
        elif tag.name in BLOCKS or tag.name in SKIPPED:
            if value := length if length >= _PARAGRAPH else length * marked // _LESS:
                starts.append(begin)
                sums.append(sums[-1] + value)
            begin, length, linked = at, 0, False
            marked = tag.name == "p" and not tag.close
            if not tag.close and left_out(tag):
                skipped, depth = tag.name, 1
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
            name = _KEYS.get(key.lower(), key) if key else ""
            if name and content and (name.lower() not in _DATES or _DATE.match(content)):
                found.setdefault(name, content)
        elif tag.name == "link" and (tag.get("rel") or "").lower() == "canonical" and (address := tag.get("href")):
            found.setdefault("url", address)
        elif tag.name == "script" and (tag.get("type") or "").lower() == "application/ld+json":
            end = tags[k + 1].span.start if k + 1 < len(tags) else len(source)
            for key, value in _linked_data(source[tag.span.end : end]).items():
                found.setdefault(key, value)
        elif tag.name == "time":
            marked = tag.get("pubdate") is not None or (tag.get("itemprop") or "").lower() == "datepublished"
            moment = tag.get("datetime") or (source[tag.span.end : tags[k + 1].span.start].strip() if marked and k + 1 < len(tags) else "")
            if _DATE.match(moment) and (marked or article.contains(tag.span)):
                times.append((marked, moment))
    if times:
        found.setdefault("datetime", max(times, key=lambda item: item[0])[1])
    return found


#: keys that are dates where an editor writes them, and anything in a page
_DATES = frozenset(("published", "published_at", "publishdate", "pubdate", "date", "updated", "updated_at", "modified", "lastmod", "datetime"))
#: a date that can be read without a guess: ISO 8601, or with the name of a month
_DATE = re.compile(
    r"(?:19|20)\d\d-?(?:0[1-9]|1[0-2])-?\d\d|(?=.*(?:19|20)\d\d).*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE | re.DOTALL,
)
#: other names of a key that is read
_KEYS = {
    "article:published_time": "article:published_time",
    "og:article:published_time": "article:published_time",
    "datepublished": "datePublished",
    "datemodified": "dateModified",
    "article:section": "section",
    "pubdate": "pubDate",
    "og:url": "url",
    **dict.fromkeys(
        (
            "parsely-pub-date publish_date publish-date pub_date publication_date publication-date publicationdate article:publicationdate "
            "dc.date.issued dcterms.issued prism.publicationdate citation_publication_date"
        ).split(),
        "published",
    ),
    **dict.fromkeys(("dc.date", "dcterms.date", "dcterms.created", "dc.date.created"), "date"),
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
