"""The story matrix on the desk's page."""

from __future__ import annotations

from ...finding import Place
from .. import Report
from ..matrix import Row, Story, stories
from .markup import text

#: of one article on one thing; what it says more often is counted
MOST_PLACES = 3


def matrix(report: Report) -> str:
    """A table for each story: what its articles say of the same thing, side by side."""
    found = stories(report.compared, report.findings)
    if not found:
        return ""
    tables = "".join(_table(story, k) for k, story in enumerate(found, 1))
    return f'<section class="stories"><h2>What the articles of one story say</h2>\n{tables}</section>\n'


def _table(story: Story, number: int) -> str:
    head = "".join(f"<th scope=col>{text(path)}{f'<br><span class=day>{day}</span>' if day else ''}</th>" for path, day in story.articles)
    rows = "".join(_row(row, story) for row in story.rows)
    more = f"<p>{story.left_out} more things on which they say the same.</p>" if story.left_out else ""
    name = f"Story {number}: {len(story.articles)} articles"
    return (
        f'<div class="matrix" role="region" aria-label="{name}" tabindex="0"><table><caption>{name}</caption>'
        f"<thead><tr><th scope=col>Claim</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>{more}\n"
    )


def _row(row: Row, story: Story) -> str:
    cells = "".join(f"<td>{_cell(row.cells.get(path, ()))}</td>" for path, _ in story.articles)
    dispute = " <strong>(a finding)</strong>" if row.disputed else ""
    return f"<tr{' class=disputed' if row.disputed else ''}><th scope=row>{text(row.kind)}: {text(row.subject)}{dispute}</th>{cells}</tr>"


def _cell(places: tuple[Place, ...]) -> str:
    said = [f"<span>{text(p.excerpt)} <small>line {p.start.line}</small></span>" for p in places[:MOST_PLACES]]
    if len(places) > MOST_PLACES:
        said.append(f"<small>and {len(places) - MOST_PLACES} more</small>")
    return "<br>".join(said)
