"""Safe suggestions, written into the copy: those of rules that change its form alone, never inside a quotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from .finding import Finding
from .text import Span, edited

#: formats whose text is their source: nothing in it is markup
_PLAIN = frozenset((".txt", ".text"))
#: what is, or would become, markup in the others
_MARKUP = frozenset("<>&*_`[]\\|#~\n\r")


def corrections(findings: Iterable[Finding], safe: Collection[str], sources: Mapping[str, str]) -> dict[str, list[tuple[Span, str]]]:
    """By path, the stretches of the file to replace, in order and without overlaps. `safe`: ids of the rules that may be written."""
    found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for finding in sorted(findings, key=lambda f: (f.place.path, f.place.start.offset, f.place.end.offset)):
        at = finding.place
        span = Span(at.start.offset, at.end.offset)
        if finding.rule not in safe or at.in_quote is not None or len(finding.suggestions) != 1 or at.path not in sources:
            continue
        new = finding.suggestions[0]
        if PurePosixPath(at.path).suffix.lower() not in _PLAIN and not _MARKUP.isdisjoint(at.excerpt + new):
            continue
        own = found[at.path]
        # where the file has other characters than the text, there is markup between them
        if span.of(sources[at.path]) == at.excerpt != new and not (own and own[-1][0].end > span.start):
            own.append((span, new))
    return {path: own for path, own in found.items() if own}


def corrected(source: str, changes: Iterable[tuple[Span, str]]) -> str:
    """A file's text with its corrections."""
    return edited(source, Span(0, len(source)), changes)
