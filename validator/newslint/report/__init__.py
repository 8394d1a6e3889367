"""The report in its formats, one module each: pure functions from a `Report` to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import NamedTuple

from ..claim import Claim
from ..document import Document, Published
from ..errors import Problem
from ..finding import Finding, Severity


class RuleInfo(NamedTuple):
    """What a report may say of a rule."""

    id: str
    severity: Severity
    summary: str
    why: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run.

    `checked` are the documents, in order of their paths; `sources` holds the decoded text of each file that a finding or a related
    place lies in. `notices` are for the reader's eye and do not change the exit code (a suppression that suppresses nothing).
    `unread`: documents in a language that newslint does not read; `suppressed` and `known`: findings left out because a suppression or
    the baseline says so; `unchanged`: nothing was checked, as nothing has changed.
    `articles` are the documents that `sources` are of; `compared` the groups of claims that rules compared, each with the rule's id;
    `published` says when a document was, and how that is known, for those of `checked` of which it is.
    """

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    documents: int
    undated: int
    skipped: tuple[str, ...]
    rules: tuple[RuleInfo, ...]
    version: str
    sources: Mapping[str, str] = field(default_factory=dict)
    checked: tuple[str, ...] = ()
    notices: tuple[Problem, ...] = ()
    unread: int = 0
    suppressed: int = 0
    known: int = 0
    unchanged: bool = False
    articles: Mapping[str, Document] = field(default_factory=dict)
    compared: tuple[tuple[str, tuple[Claim, ...]], ...] = ()
    published: Mapping[str, Published] = field(default_factory=dict)


class Style(NamedTuple):
    """How text for a terminal is set: `width` in columns, and whether colours are used."""

    width: int = 100
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format of the report; `write` gives the whole of it, newline-terminated."""

    name: str
    write: Callable[[Report, Style], str]


#: format -> module in this package that holds its `REPORTER`
BUILTIN = {
    "text": "text",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "rdjsonl": "rdjsonl",
    "markdown": "markdown",
    "statistics": "statistics",
    "html": "html",
}


def builtin(name: str) -> Reporter:
    """The built-in format of that name. Raises KeyError."""
    reporter: Reporter = import_module(f".{BUILTIN[name]}", __name__).REPORTER
    return reporter
