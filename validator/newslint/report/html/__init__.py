"""`html`: the desk's page, one self-contained file: findings beside the copy, with their other ends, and the record behind them.

It needs no network and no script to be read; a script of its own, the only one that its policy lets run, filters and moves about.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files

from ...document import Document, Published
from ...finding import Finding, Related, Severity
from .. import Report, Reporter, Style
from ..summary import counted, found, summary
from .article import Copy, article
from .markup import element, text
from .stories import matrix

#: articles up to which their list is unfolded
MOST_LISTED = 12
_KNOWN_FROM = {
    "config": " (by the config)",
    "path": " (by its path)",
    "option": " (by the option)",
    "text": " (worked out from its text)",
    "corpus": " (worked out from another article)",
}
_KEYS = (
    ("j", "the next finding"),
    ("k", "the one before"),
    ("o", "its other end, and back"),
    ("/", "search for words"),
    ("Esc", "all findings again"),
    ("?", "these keys"),
)


def write(report: Report, style: Style) -> str:
    styles, script = ((files(__package__) / name).read_text("utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src '{_digest(styles)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    numbered = {finding: k for k, finding in enumerate(report.findings, 1)}
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_path[finding.place.path].append(finding)
    ends = _ends(report.findings)
    copy = Copy({path: report.articles.get(path) or Document(path, source, source) for path, source in report.sources.items()})
    articles = "".join(
        article(path, by_path[path], ends[path], numbered, copy, _day(report.published.get(path))) for path in sorted({*by_path, *ends})
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>newslint: {text(found(report))}</title>\n<style>{styles}</style>\n</head>\n<body>\n"
        f'{_header(report)}\n<main id="findings">\n{_said(report)}{_overview(report, by_path, copy)}{articles}'
        f"<p id=none hidden>No finding fits. <kbd>Esc</kbd> shows all again.</p>\n{matrix(report, copy)}{_rules(report)}</main>\n"
        f"<footer><p>newslint {text(report.version)}</p></footer>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _ends(findings: Iterable[Finding]) -> Mapping[str, list[tuple[Related, Finding]]]:
    """The other ends of findings that lie in another article than these, by their article."""
    ends: defaultdict[str, list[tuple[Related, Finding]]] = defaultdict(list)
    for finding in findings:
        for other in finding.related:
            if other.place.path != finding.place.path:
                ends[other.place.path].append((other, finding))
    return ends


def _day(published: Published | None) -> str:
    if published is None:
        return "no date of publication"
    return f"published {published.day}{_KNOWN_FROM.get(published.source, '')}"


def _header(report: Report) -> str:
    levels = "".join(
        f'<label class="{level.label}"><input type="checkbox" name="level" value="{level.label}" checked> '
        f"<span>{text(counted(_count(report.findings, level), level.label).replace('infos', 'info'))}</span></label>"
        for level in sorted(Severity, reverse=True)
    )
    controls = (
        f"<fieldset><legend>Level</legend>{levels}</fieldset>"
        + _choice("rule", "Rule", Counter(f.rule for f in report.findings))
        + _choice("path", "Article", Counter(f.place.path for f in report.findings))
        + '<label>Words <input type="search" name="words" autocomplete="off"></label><p role="status" id="shown"></p>'
    )
    keys = "".join(f"<li><kbd>{key}</kbd> {means}</li>" for key, means in _KEYS)
    return (
        '<a class="skip" href="#findings">To the findings</a>\n<header><h1>newslint</h1>'
        f'<form id="filter" role="search" aria-label="Findings" hidden>{controls}</form>'
        f'<details id="keys" hidden><summary>Keys</summary><ul>{keys}</ul></details></header>'
    )


def _count(findings: Iterable[Finding], level: Severity) -> int:
    return sum(f.severity is level for f in findings)


def _choice(name: str, label: str, counts: Mapping[str, int]) -> str:
    options = "".join(element("option", {"value": value}, f"{text(value)} ({counts[value]})") for value in sorted(counts))
    return f'<label>{label} <select name="{name}"><option value="">all</option>{options}</select></label>'


def _said(report: Report) -> str:
    """What kept the answer from being complete, and what else there is to know."""
    problems = "".join(f"<li>{text(str(p))}</li>" for p in report.problems)
    notices = "".join(f"<li>{text(str(n))}</li>" for n in report.notices)
    parts = f'<section class="problems"><h2>The answer is incomplete</h2><ul>{problems}</ul></section>\n' if problems else ""
    return parts + (f'<section class="notices"><h2>Notes</h2><ul>{notices}</ul></section>\n' if notices else "")


def _overview(report: Report, by_path: Mapping[str, list[Finding]], copy: Copy) -> str:
    """The result in a sentence, and the articles, each with its findings by level."""
    levels = sorted(Severity, reverse=True)
    rows = "".join(
        f"<tr><th scope=row>{copy.article(path, path)}</th><td>{_day(report.published.get(path))}</td>"
        + "".join(f'<td class="{level.label}">{_count(by_path[path], level) or "–"}</td>' for level in levels)
        + "</tr>"
        for path in sorted(by_path)
        if by_path[path]
    )
    head = "".join(f"<th scope=col>{level.label}</th>" for level in levels)
    clean = [path for path in report.checked if not by_path.get(path)]
    undated = sum(path not in report.published for path in clean)
    without = f"{counted(len(clean), 'article')} without a finding" + (f", {undated} of them without a date" if undated else "")
    listed = "".join(f"<li>{text(path)} <small>{_day(report.published.get(path))}</small></li>" for path in clean)
    table = f"<table><thead><tr><th scope=col>Article</th><th scope=col>Date</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    opened = " open" if len(by_path) <= MOST_LISTED else ""
    return (
        f'<section class="overview"><h2>{text(found(report)[:1].upper() + found(report)[1:])}</h2><p>{text(summary(report))}.</p>\n'
        + (
            f"<details{opened}><summary>{counted(sum(map(bool, by_path.values())), 'article')} with findings</summary>{table}</details>"
            if rows
            else ""
        )
        + (f"<details><summary>{without}</summary><ul>{listed}</ul></details>" if clean else "")
        + "</section>\n"
    )


def _rules(report: Report) -> str:
    """What the rules that found something look for, and why."""
    counts = Counter(f.rule for f in report.findings)
    told = "".join(
        f'<dt id="rule-{text(rule.id)}">{text(rule.id)} <span class=count>{counts[rule.id]}</span></dt><dd>{text(rule.summary)} {text(rule.why)}</dd>'
        for rule in report.rules
        if rule.id in counts
    )
    return f'<section class="rules"><h2>What the rules look for</h2><dl>{told}</dl></section>\n' if told else ""


REPORTER = Reporter("html", write)
