"""`text`: for people. The source line with a caret under the exact span, the places and facts beneath."""

from __future__ import annotations

import textwrap

from ..finding import Finding, Place, Severity
from . import Report, Reporter, Style
from .safe import visible, width
from .summary import summary

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_DIM, _BOLD, _BLUE = "2", "1", "34"
_ELLIPSIS = "…"


def write(report: Report, style: Style) -> str:
    blocks = [_finding(f, report, style) for f in report.findings]
    for problem in report.problems:
        blocks.append(_wrap(f"{_paint('problem', '1;31', style)}: {visible(str(problem))}", style, "         "))
    for notice in report.notices:
        blocks.append(_wrap(f"{_paint('note', _BOLD, style)}: {visible(str(notice))}", style, "      "))
    if report.skipped:
        blocks.append("\n".join(_paint(f"skipped: {visible(path)} (no article format)", _DIM, style) for path in report.skipped))
    return "\n\n".join([*blocks, _paint(summary(report), _BOLD, style)]) + "\n"


def _finding(found: Finding, report: Report, style: Style) -> str:
    colour = _COLOURS[found.severity]
    quoted = found.place.in_quote
    said = f" (in a quotation{' of ' + visible(quoted.speaker) if quoted.speaker else ''})" if quoted else ""
    head = f"{_paint(found.severity.label, '1;' + colour, style)}[{found.rule}]: {_paint(visible(found.message), _BOLD, style)}{_paint(said, _DIM, style)}"
    lines = [_wrap(head, style, "  "), *_excerpt(found.place, report, style, colour, "^", "-->")]
    for other in found.related:
        lines += [_note(f"{visible(other.message)}", "note", style), *_excerpt(other.place, report, style, _BLUE, "-", ":::")]
    for suggestion in found.suggestions[:3]:
        lines.append(_note(f"write “{visible(suggestion)}”", "help", style))
    for fact in found.evidence:
        lines.append(_note(f"{visible(fact.fact)}, {visible(fact.source)}", "record", style))
    return "\n".join(lines)


def _note(text: str, label: str, style: Style) -> str:
    return _wrap(f"   = {_paint(label, _BOLD, style)}: {text}", style, "     ")


def _excerpt(at: Place, report: Report, style: Style, colour: str, mark: str, arrow: str) -> list[str]:
    """Where it stands, the source line cut to the width, and the marks beneath the span."""
    where = f"  {_paint(arrow, _BLUE, style)} {visible(at.path)}:{at.start.line}:{at.start.column}"
    source = report.sources.get(at.path)
    if source is None:
        return [where]
    begin = at.start.offset - (at.start.column - 1)
    end = min((p for p in (source.find("\n", at.start.offset), source.find("\r", at.start.offset)) if p >= 0), default=len(source))
    before, inside, after = (
        visible(s)
        for s in (source[begin : at.start.offset], source[at.start.offset : min(at.end.offset, end)], source[min(at.end.offset, end) : end])
    )
    gutter = f"{at.start.line:>5} | "
    before, inside, after = _window(before, inside, after, max(style.width - len(gutter) - 1, 30))
    blank = " " * 5 + " | "
    return [
        where,
        _paint(gutter, _BLUE, style) + before + _paint(inside, colour, style) + after,
        _paint(blank, _BLUE, style) + " " * width(before) + _paint(mark * max(1, width(inside)), colour, style),
    ]


def _window(before: str, inside: str, after: str, room: int) -> tuple[str, str, str]:
    """The part of a long line around the span that fits into `room` columns."""
    before = before.lstrip()
    if width(inside) > room - 20:
        half = (room - 22) // 2
        inside = inside[:half] + _ELLIPSIS + inside[-half:]
    left = room - width(inside)
    keep_before = max(left // 2, left - width(after))
    if width(before) > keep_before:
        before = _ELLIPSIS + before[len(before) - max(keep_before - 1, 0) :].lstrip() if keep_before > 1 else _ELLIPSIS
    left -= width(before)
    if width(after) > left:
        after = after[: max(left - 1, 0)].rstrip() + _ELLIPSIS
    return before, inside, after


def _wrap(text: str, style: Style, indent: str) -> str:
    return "\n".join(textwrap.wrap(text, max(style.width, 40), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False))


def _paint(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour and text else text


REPORTER = Reporter("text", write)
