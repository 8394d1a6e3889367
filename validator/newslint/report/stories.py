"""Stories for a terminal or for programs: for each a matrix of claim by article, in letters, and beneath it what each letter says and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import Any

from .json import place
from .matrix import Row, Story
from .safe import visible, width

#: columns of a claim's name, and of what is said
_NAME, _SAID = 44, 90
#: kinds of which one article has several that all hold: what somebody said
_MANY = frozenset({"quote"})


def table(stories: Sequence[Story], kinds: Collection[str] = ()) -> str:
    """The stories that have rows of these kinds, or of any; "!" marks what a finding is about, "~" other differences."""
    blocks = []
    for number, story in enumerate(stories, 1):
        rows = [row for row in story.rows if not kinds or row.kind in kinds]
        if rows:
            blocks.append("\n".join(_story(story, rows, number)))
    return "\n\n".join(blocks) + "\n" if blocks else "No two articles tell the same story and speak of the same thing.\n"


def _story(story: Story, rows: Sequence[Row], number: int) -> Iterator[str]:
    yield f"Story {number}: {len(story.articles)} articles"
    for k, (path, day) in enumerate(story.articles, 1):
        yield f"{k:>5}  {visible(path)}{f', {day}' if day else ''}"
    yield ""
    columns = [len(str(k)) + 2 for k in range(1, len(story.articles) + 1)]
    yield " " * (_NAME + 4) + "".join(f"{k:>{size}}" for k, size in enumerate(columns, 1))
    for row in rows:
        letters = _letters(row, [path for path, _ in story.articles])
        differs = len(letters) > 1 and row.kind not in _MANY
        mark = "!" if row.disputed else "~" if differs else " "
        name = _cut(visible(f"{row.kind}: {row.subject}" if row.subject else row.kind), _NAME)
        cells = ("".join(letter for letter, by in letters.items() if path in by[1]) or "." for path, _ in story.articles)
        yield f"  {mark} {name}{' ' * (_NAME - width(name))}" + "".join(f"{cell:>{size}}" for cell, size in zip(cells, columns, strict=True))
        if differs or row.disputed:
            for letter, (said, by) in letters.items():
                where = ", ".join(f"{visible(path)}:{line}" for path, line in list(by.items())[:3]) + (
                    f" and {len(by) - 3} more" if len(by) > 3 else ""
                )
                yield f"      {letter}  {_cut(visible(said), _SAID)}  ({where})"
    if story.left_out:
        yield f"    and {story.left_out} more on which they say the same"


def _letters(row: Row, paths: Sequence[str]) -> Mapping[str, tuple[str, Mapping[str, int]]]:
    """What is said of one thing, a letter for each: the words, and by path the line where they stand first. Of more than letters there are, the last stands for all."""
    said: dict[str, tuple[str, dict[str, int]]] = {}
    for path in paths:
        for at in row.cells.get(path, ()):
            _, by = said.setdefault(row.values[at].casefold(), (row.values[at], {}))
            by.setdefault(path, at.start.line)
    letters: dict[str, tuple[str, dict[str, int]]] = {}
    for letter, (words, by) in zip([*ascii_lowercase, *"z" * len(said)], said.values(), strict=False):
        letters.setdefault(letter, (words, {}))[1].update(by)
    return letters


def rows(stories: Sequence[Story], kinds: Collection[str] = ()) -> Iterator[Mapping[str, Any]]:
    """A story as one object: its articles, and its claims with what each article says and where."""
    for story in stories:
        wanted = [row for row in story.rows if not kinds or row.kind in kinds]
        if wanted:
            yield {
                "kind": "story",
                "articles": [{"path": path, "published": day or None} for path, day in story.articles],
                "claims": [
                    {
                        "kind": row.kind,
                        "subject": row.subject,
                        "disputed": row.disputed,
                        "said": [{**place(at), "value": row.values[at]} for path, _ in story.articles for at in row.cells.get(path, ())],
                    }
                    for row in wanted
                ],
                "left_out": story.left_out,
            }


def _cut(text: str, room: int) -> str:
    return text if width(text) <= room else text[: room - 1] + "…"
