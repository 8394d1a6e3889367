"""What a rule author meets: `DocumentRule`, `CorpusRule`, and the examples that are a rule's tests and its docs."""

from __future__ import annotations

import inspect
import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar, cast

from .article import Article
from .claim import Claim, Origin
from .facts.facts import Facts
from .finding import Evidence, Finding, Place, Related, Severity
from .text import Span

C = TypeVar("C", bound=Claim)
QuotePolicy = Literal["include", "skip", "only"]


#: what encloses the spans of an example that are reported
MARKS = ("«", "»")


@dataclass(frozen=True, slots=True)
class Example:
    """Copy that a rule must report (`bad`) or leave alone, one text a document.

    `marks`, by themselves «…», enclose the spans that the findings must cover exactly, all of them and no other. A `\\«` is a guillemet of
    the copy's own.
    `published` dates every text, so that no example depends on the day it is run; `dates`, if given, dates each text apart.
    """

    texts: tuple[str, ...]
    bad: bool
    published: date | None = None
    dates: tuple[date, ...] = ()
    marks: tuple[str, str] = MARKS


def Bad(  # noqa: N802 - reads as a declaration
    *texts: str, published: str | None = None, dates: Sequence[str] = (), marks: tuple[str, str] = MARKS
) -> Example:
    """An example that must be reported; dates are ISO."""
    return Example(texts, True, date.fromisoformat(published) if published else None, tuple(map(date.fromisoformat, dates)), marks)


def Good(  # noqa: N802
    *texts: str, published: str | None = None, dates: Sequence[str] = (), marks: tuple[str, str] = MARKS
) -> Example:
    """An example that must stay silent; dates are ISO."""
    return Example(texts, False, date.fromisoformat(published) if published else None, tuple(map(date.fromisoformat, dates)), marks)


def unmarked(text: str, marks: tuple[str, str] = MARKS) -> tuple[str, tuple[Span, ...]]:
    """The text of an example without its marks, and the spans that they mark; a mark after a backslash is the copy's own.

    Raises ValueError for unbalanced marks.
    """
    first, last = marks
    either = "|".join(map(re.escape, marks))
    parts: list[str] = []
    spans: list[Span] = []
    opened: int | None = None
    length = at = 0
    for found in re.finditer(rf"\\({either}|\\)|({either})", text):
        parts.append(text[at : found.start()])
        length += found.start() - at
        at = found.end()
        if found[1]:
            parts.append(found[1])
            length += len(found[1])
        elif found[2] == first and opened is None:
            opened = length
        elif found[2] == last and opened is not None:
            spans.append(Span(opened, length))
            opened = None
        else:
            raise ValueError(f"the marks {first} and {last} do not pair up in the example {text!r}")
    if opened is not None:
        raise ValueError(f"the marks {first} and {last} do not pair up in the example {text!r}")
    return "".join([*parts, text[at:]]), tuple(spans)


class Rule(ABC):
    """One thing that copy may get wrong.

    The docstring's first line is the summary, the rest is the reason; `explain`, the handbook and other formats print both.

    `quotes`: whether places inside quotations are reported. `asserts`: what the rule checks is a claim that somebody makes;
    inside a quotation its finding then is said by the speaker, one level lower. Rules on the form of the copy say False.

    `safe`: the suggestion, where there is one alone, changes the form of the copy and nothing that it says: `--fix` may write it.
    """

    id: str
    severity: Severity = Severity.WARNING
    quotes: QuotePolicy = "include"
    asserts: bool = True
    safe: bool = False
    examples: tuple[Example, ...] = ()

    @property
    def family(self) -> str:
        return self.id.partition("/")[0]

    @property
    def summary(self) -> str:
        return (inspect.getdoc(type(self)) or "").partition("\n")[0].strip()

    @property
    def why(self) -> str:
        return (inspect.getdoc(type(self)) or "").partition("\n")[2].strip()

    @property
    def where(self) -> str:
        """The file that the rule stands in."""
        return sys.modules[type(self).__module__].__file__ or type(self).__module__

    def report(
        self,
        at: Claim | Place,
        message: str,
        *,
        severity: Severity | None = None,
        suggestions: Iterable[str] = (),
        related: Iterable[Related] = (),
        evidence: Iterable[Evidence] = (),
        dated_by: Origin | None = None,
    ) -> Finding:
        """A finding of this rule. A message is printed as a sentence, with a capital and a full stop; what stands there already is suggested
        by nobody.

        `dated_by`: the origin whose publication date the finding rests on, if it rests on one.
        """
        place = at.place if isinstance(at, Claim) else at
        return Finding(
            rule=self.id,
            severity=self.severity if severity is None else severity,
            message=message[:1].upper() + message[1:] + ("" if message.endswith((".", "?", "!")) else "."),
            place=place,
            suggestions=tuple(new for new in dict.fromkeys(suggestions) if new != place.excerpt),
            related=tuple(related),
            evidence=tuple(dict.fromkeys(evidence)),
            assumed=dated_by.published if dated_by else None,
        )


class DocumentRule(Rule):
    """A rule that sees one article at a time."""

    @abstractmethod
    def check(self, article: Article) -> Iterator[Finding]:
        """Yields findings; reads nothing but the article and its facts."""


class CorpusRule(Rule, Generic[C]):
    """A rule that compares claims, of several documents or of one.

    `claim` is the kind it reads. Claims that share a key form a group; a group is sorted by (published, path, offset), and
    `check` sees one group at a time. A claim may have several keys: a finding made in more than one group is reported once.
    """

    claim: type[Claim]
    #: whether a group of one claim is looked at, too
    alone = False

    def claims(self, article: Article) -> Iterable[C]:
        """The claims of an article that are compared: all of the kind `claim`, unless a rule finds its own."""
        return cast("Iterable[C]", article.claims(self.claim))

    @abstractmethod
    def keys(self, claim: C) -> Iterable[str]:
        """The groups that a claim belongs to; none: it is compared with nothing."""

    @abstractmethod
    def check(self, claims: Sequence[C], facts: Facts) -> Iterator[Finding]:
        """Yields findings for one group of at least two claims; of one, where the rule says `alone`."""
