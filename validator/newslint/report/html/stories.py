"""The story matrix on the desk's page."""

from __future__ import annotations

from collections import defaultdict

from ...finding import Place
from .. import Report
from ..matrix import Row, Story, stories
from ..summary import counted
from .article import Copy
from .markup import element, text

#: wordings of one article on one thing that are shown; the rest is counted
MOST_WORDINGS = 3
#: articles that the title of a story names
MOST_NAMES = 3


def matrix(report: Report, copy: Copy) -> str:
    """A table for each story: what its articles say of the same thing, side by side; those that agree are folded."""
    found = stories(report.compared, report.findings)
    if not found:
        return ""
    found.sort(key=lambda story: not story.rows[0].disputed)
    tables = "".join(_table(story, copy) for story in found)
    return f'<section class="stories" id="stories"><h2>Stories, claim by article</h2>\n{tables}</section>\n'


def _table(story: Story, copy: Copy) -> str:
    names = [path.rpartition("/")[2] for path, _ in story.articles]
    name = ", ".join(names[:MOST_NAMES]) + (f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else "")
    at_issue = sum(row.disputed for row in story.rows)
    verdict = f"{counted(at_issue, 'thing')} at issue" if at_issue else "they agree"
    head = "".join(
        f"<th scope=col>{copy.article(path, path.rpartition('/')[2])}{f'<br><span class=day>{day}</span>' if day else ''}</th>"
        for path, day in story.articles
    )
    rows = "".join(_row(row, story, copy) for row in story.rows)
    more = f"<p>{counted(story.left_out, 'more thing')} on which they say the same.</p>" if story.left_out else ""
    table = f"<table><caption>{text(name)}</caption><thead><tr><th scope=col>Claim</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    region = element("div", {"class": "matrix", "role": "region", "aria-label": name, "tabindex": "0"}, table)
    opened = " open" if at_issue else ""
    return f"<details class=story{opened}><summary><b>{text(name)}</b> <span class=count>{verdict}</span></summary>{region}{more}</details>\n"


def _row(row: Row, story: Story, copy: Copy) -> str:
    cells = "".join(f"<td>{_cell(row.cells.get(path, ()), copy)}</td>" for path, _ in story.articles)
    dispute = " <strong>at issue</strong>" if row.disputed else ""
    subject = f"<span class=kind>{text(row.kind)}</span> {text(row.subject)}" if row.subject else text(row.kind)
    return f"<tr{' class=disputed' if row.disputed else ''}><th scope=row>{subject}{dispute}</th>{cells}</tr>"


def _cell(places: tuple[Place, ...], copy: Copy) -> str:
    """What an article says, each wording once, with the lines in which it stands."""
    if not places:
        return "<span class=nothing>–</span>"
    wordings: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        wordings[" ".join(place.excerpt.split())].append(place)
    said = [f"<span>{text(words)} <small>{_lines(own, copy)}</small></span>" for words, own in [*wordings.items()][:MOST_WORDINGS]]
    if len(wordings) > MOST_WORDINGS:
        said.append(f"<small>and {len(wordings) - MOST_WORDINGS} more</small>")
    return "<br>".join(said)


def _lines(places: list[Place], copy: Copy) -> str:
    numbers = {place.start.line: place for place in reversed(places)}
    noun = "line" if len(numbers) == 1 else "lines"
    return f"{noun} {', '.join(copy.link(place, str(number)) for number, place in sorted(numbers.items()))}"
