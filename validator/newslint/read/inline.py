"""CommonMark's inlines: what of a paragraph's source is copy, and what is a mark (section 6 of the specification, 0.31).

The delimiter and bracket stacks are the specification's own ("phase 2: inline structure"), so that `**` inside a word, `_` in a file
name, brackets that link nothing and marks that never close come out as they do on the page. Linear in the length of the paragraph.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..text import Span
from .source import TextBuilder

_PUNCTUATION = "!-/:-@\\[-`{-~"
_SPECIAL = re.compile(r"[\\`*_~\[\]!<&\n]")
_ESCAPE = re.compile(rf"\\([{_PUNCTUATION}])")
_RUN = re.compile(r"\*+|_+|~+")
_TICKS = re.compile(r"`+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_EMPTY_COMMENT = re.compile(r"<!---?>")
_ATTRIBUTE = r"\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?"
_TAG = re.compile(rf"<(?:/[a-zA-Z][a-zA-Z0-9-]*\s*|[a-zA-Z][a-zA-Z0-9-]*(?:{_ATTRIBUTE})*\s*/?)>")
_TITLE = r"(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"
_TARGET = re.compile(
    rf"\(\s*(?:<(?:\\.|[^<>\\\n])*>|(?!<)(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*\))*)(?:\s+{_TITLE})?\s*\)", re.DOTALL
)
_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]", re.DOTALL)
_LONGEST_LABEL = 1000
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")


@dataclass(slots=True)
class _Piece:
    """A stretch [start, end) of a paragraph; `text` is what it stands for: None for itself, "" for nothing.

    A run of emphasis marks has `char` and, while it may still match, `opens` and `closes`.
    """

    start: int
    end: int
    text: str | None = None
    char: str = ""
    opens: bool = False
    closes: bool = False
    size: int = 0


@dataclass(slots=True)
class _Bracket:
    """A `[` or `![` that may begin a link: its piece, and the marks before it."""

    piece: int
    image: bool
    inner: int
    active: bool = True


class _Content:
    """The lines of a paragraph as one string, each offset of it with its place in the source."""

    def __init__(self, source: str, lines: Sequence[Span]) -> None:
        self.text = "\n".join(source[line.start : line.end] for line in lines)
        self._lines = lines
        self._starts = [0]
        for line in lines[:-1]:
            self._starts.append(self._starts[-1] + line.end - line.start + 1)

    def source(self, offset: int) -> int:
        k = bisect_right(self._starts, offset) - 1
        return self._lines[k].start + offset - self._starts[k]

    def add(self, piece: _Piece, built: TextBuilder) -> None:
        """Adds what a piece stands for."""
        if piece.text is None:
            built.add(self.text[piece.start : piece.end], self.source(piece.start))
        elif piece.text:
            built.add(piece.text, self.source(piece.start), self.source(piece.end - 1) + 1 if piece.text != " " else self.source(piece.end))


def add_inline(source: str, lines: Sequence[Span], labels: Collection[str], built: TextBuilder) -> None:
    """Adds the copy of a paragraph; `labels` are the link references that the document defines, as `label` gives them."""
    content = _Content(source, lines)
    text = content.text
    pieces: list[_Piece] = []
    brackets: list[_Bracket] = []
    comments: dict[int, str] = {}
    at = 0
    while found := _SPECIAL.search(text, at):
        start = found.start()
        if start > at:
            pieces.append(_Piece(at, start))
        at = _mark(text, start, pieces, brackets, labels, comments)
    if at < len(text):
        pieces.append(_Piece(at, len(text)))
    _emphasis(pieces, 0)
    for k, piece in enumerate(pieces):
        if k in comments:
            built.comment(comments[k], content.source(piece.start), content.source(piece.end - 1) + 1)
        content.add(piece, built)


def label(text: str) -> str:
    """A link label as the specification compares them: case folded, runs of blanks as one space."""
    return " ".join(text.split()).casefold()


def _mark(text: str, start: int, pieces: list[_Piece], brackets: list[_Bracket], labels: Collection[str], comments: dict[int, str]) -> int:
    """Adds the pieces of what begins at a special character; gives the offset after it."""
    char = text[start]
    if char == "\\" and (escape := _ESCAPE.match(text, start)):
        pieces.append(_Piece(start, start + 2, escape[1]))
        return start + 2
    if char == "\n":
        pieces.append(_Piece(start, start + 1, " "))
        return start + 1
    if char == "`" and (ticks := _TICKS.match(text, start)):
        return _code(text, ticks, pieces)
    if char == "&" and (entity := _ENTITY.match(text, start)):
        pieces.append(_Piece(start, entity.end(), html.unescape(entity.group())))
        return entity.end()
    if char == "<":
        if auto := _AUTOLINK.match(text, start):
            pieces += [_Piece(start, start + 1, ""), _Piece(start + 1, auto.end() - 1), _Piece(auto.end() - 1, auto.end(), "")]
            return auto.end()
        if comment := _EMPTY_COMMENT.match(text, start):
            pieces.append(_Piece(start, comment.end(), ""))
            return comment.end()
        if text.startswith("<!--", start) and (close := text.find("-->", start)) >= 0:
            comments[len(pieces)] = text[start + 4 : close]
            pieces.append(_Piece(start, close + 3, ""))
            return close + 3
        if tag := _TAG.match(text, start):
            pieces.append(_Piece(start, tag.end(), ""))
            return tag.end()
    if char in "*_~" and (run := _RUN.match(text, start)):
        pieces.append(_run(text, run))
        return run.end()
    if char == "!" and text.startswith("![", start):
        brackets.append(_Bracket(len(pieces), True, start + 2))
        pieces.append(_Piece(start, start + 2))
        return start + 2
    if char == "[":
        if (note := _FOOTNOTE.match(text, start)) and label(note.group()[1:-1]) in labels:
            pieces.append(_Piece(start, note.end(), ""))
            return note.end()
        brackets.append(_Bracket(len(pieces), False, start + 1))
        pieces.append(_Piece(start, start + 1))
        return start + 1
    if char == "]":
        return _close(text, start, pieces, brackets, labels)
    pieces.append(_Piece(start, start + 1))
    return start + 1


def _code(text: str, ticks: re.Match[str], pieces: list[_Piece]) -> int:
    """A code span, which is no copy; or backticks that nothing closes, which are text."""
    for closing in _TICKS.finditer(text, ticks.end()):
        if len(closing.group()) == len(ticks.group()):
            pieces.append(_Piece(ticks.start(), closing.end(), ""))
            return closing.end()
    pieces.append(_Piece(*ticks.span()))
    return ticks.end()


def _run(text: str, run: re.Match[str]) -> _Piece:
    """A run of emphasis marks, and on which sides it can match ("left-flanking" and "right-flanking")."""
    start, end = run.span()
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    char = text[start]
    if char == "_":
        opens, closes = left and (not right or _punctuation(before)), right and (not left or _punctuation(after))
    elif char == "~" and end - start > 2:
        opens = closes = False
    else:
        opens, closes = left, right
    return _Piece(start, end, None, char, opens, closes, end - start)


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _close(text: str, start: int, pieces: list[_Piece], brackets: list[_Bracket], labels: Collection[str]) -> int:
    """A `]`: the end of a link or an image where a target follows, else a character."""
    end = start + 1
    opener = brackets.pop() if brackets else None
    target = _link_end(text, opener.inner, start, labels) if opener and opener.active else None
    if opener is None or target is None:
        pieces.append(_Piece(start, end))
        return end
    pieces[opener.piece].text = ""
    if opener.image:
        del pieces[opener.piece + 1 :]
    else:
        _emphasis(pieces, opener.piece)
        # a link holds no other link
        for other in reversed(brackets):
            if not (other.active or other.image):
                break
            other.active = other.image
    pieces.append(_Piece(start, target, ""))
    return target


def _link_end(text: str, inner: int, close: int, labels: Collection[str]) -> int | None:
    """Where a link's target ends, for the bracket that closes at `close`; None where it is no link."""
    if inline := _TARGET.match(text, close + 1):
        return inline.end()
    if not labels:
        return None
    own = text[inner:close] if close - inner < _LONGEST_LABEL else ""
    if reference := _LABEL.match(text, close + 1):
        return reference.end() if label(reference[1] or own) in labels else None
    return close + 1 if label(own) in labels else None


def _emphasis(pieces: list[_Piece], bottom: int) -> None:
    """Drops the marks that match, from the piece `bottom` on ("process emphasis")."""
    stack: list[int] = []
    # where no opener can be for a kind of closer: keeps this linear
    floors: dict[tuple[str, bool, int], int] = {}
    for k in range(bottom, len(pieces)):
        closer = pieces[k]
        if not closer.char:
            continue
        while closer.closes and closer.size:
            key = (closer.char, closer.opens, (closer.end - closer.start) % 3)
            place = next((i for i in range(len(stack) - 1, floors.get(key, 0) - 1, -1) if _matches(pieces[stack[i]], closer)), None)
            if place is None:
                floors[key] = len(stack)
                break
            opener = pieces[stack[place]]
            used = 2 if opener.size >= 2 and closer.size >= 2 else 1
            if closer.char == "~":
                used = closer.size
            opener.size -= used
            closer.size -= used
            del stack[place + 1 :]
            if not opener.size:
                stack.pop()
            floors = {kind: min(floor, len(stack)) for kind, floor in floors.items()}
        if closer.opens and closer.size:
            stack.append(k)
    for piece in pieces[bottom:]:
        if piece.char:
            piece.text = piece.char * piece.size if piece.size else ""
            if piece.size == piece.end - piece.start:
                piece.text = None
            # settled: an outer link does not look at it again
            piece.char = ""


def _matches(opener: _Piece, closer: _Piece) -> bool:
    if opener.char != closer.char or not opener.opens or not opener.size:
        return False
    if closer.char == "~":
        return opener.size == closer.size
    if (opener.closes or closer.opens) and (opener.end - opener.start + closer.end - closer.start) % 3 == 0:
        return (opener.end - opener.start) % 3 == 0 and (closer.end - closer.start) % 3 == 0
    return True
