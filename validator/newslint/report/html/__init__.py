"""`html`: the desk's page, one self-contained file: findings in their places, the other end beside them, the record behind.

It needs no network and no script to be read; a script of its own, the only one that its policy lets run, filters and moves about.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from importlib.resources import files

from ...document import Document
from ...finding import Finding, Severity
from .. import Report, Reporter, Style
from ..summary import found, summary
from .article import Shown, article
from .markup import element, text
from .stories import matrix


def write(report: Report, style: Style) -> str:
    styles, script = ((files(__package__) / name).read_text("utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src '{_digest(styles)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    numbered = {finding: k for k, finding in enumerate(report.findings, 1)}
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_path[finding.place.path].append(finding)
    texts = {path: Shown(report.articles.get(path) or Document(path, source, source)) for path, source in report.sources.items()}
    articles = "".join(article(path, own, numbered, texts) for path, own in by_path.items())
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>newslint: {text(found(report))}</title>\n<style>{styles}</style>\n</head>\n<body>\n"
        f'{_header(report)}\n<main id="findings">\n{_said(report)}{articles}{matrix(report)}</main>\n'
        f"<footer><p>{text(summary(report))}</p><p>newslint {text(report.version)}</p></footer>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _header(report: Report) -> str:
    rules = sorted({f.rule for f in report.findings})
    paths = sorted({f.place.path for f in report.findings})
    levels = "".join(
        f'<label><input type="checkbox" name="level" value="{level.label}" checked> {level.label} '
        f"({sum(f.severity is level for f in report.findings)})</label>"
        for level in sorted(Severity, reverse=True)
    )
    controls = (
        f"<fieldset><legend>Level</legend>{levels}</fieldset>"
        + _choice("rule", "Rule", rules)
        + _choice("path", "Article", paths)
        + '<label>Words <input type="search" name="words" autocomplete="off"></label>'
        '<p role="status" id="shown"></p>'
    )
    keys = "<p class=keys>Keys: <kbd>j</kbd> and <kbd>k</kbd> go to the next finding and back, <kbd>o</kbd> to its other end, <kbd>/</kbd> to the words.</p>"
    return (
        '<a class="skip" href="#findings">To the findings</a>\n'
        f'<header><h1>newslint: {text(found(report))}</h1><form id="filter" role="search" aria-label="Findings" hidden>{controls}{keys}</form></header>'
    )


def _choice(name: str, label: str, values: list[str]) -> str:
    options = "".join(element("option", {"value": value}, text(value)) for value in values)
    return f'<label>{label} <select name="{name}"><option value="">all</option>{options}</select></label>'


def _said(report: Report) -> str:
    """What kept the answer from being complete, and what else there is to know."""
    problems = "".join(f"<li>{text(str(p))}</li>" for p in report.problems)
    notices = "".join(f"<li>{text(str(n))}</li>" for n in report.notices)
    parts = f'<section class="problems"><h2>The answer is incomplete</h2><ul>{problems}</ul></section>\n' if problems else ""
    parts += f'<section class="notices"><h2>Notes</h2><ul>{notices}</ul></section>\n' if notices else ""
    return parts if report.findings or parts else "<p>No findings.</p>\n"


REPORTER = Reporter("html", write)
