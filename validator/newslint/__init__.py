"""newslint: a linter for claims in news copy.

What a rule or a plugin needs is imported from here: `from newslint import DocumentRule, Bad, Good`; `check_text` lints a string. These
names are stable: one that goes is deprecated for two minor versions first, with a warning that names what to use instead.
"""

import os
import sys

if sys.argv[:1] == ["-m"] and sys.path[:1] == [os.getcwd()]:
    # `python -m newslint` would look for what it imports among the copy first: a stranger's regex.py would run
    del sys.path[0]

from typing import TYPE_CHECKING

from . import almanac, lengths, numerals, shape, wording
from .article import Article, Extractor
from .claim import (
    Claim,
    DateClaim,
    DurationClaim,
    FigureClaim,
    Interval,
    ListClaim,
    NameClaim,
    Origin,
    QuoteClaim,
    ResponseClaim,
    RoleClaim,
    SettingClaim,
    StatedStart,
)
from .document import Document, Published
from .errors import NewslintError, Problem, UserError
from .expression import Amount, DateExpression, DurationExpression, Partial, Written
from .facts.facts import Facts
from .facts.model import Country, Event, Organisation, Person, Role, Tenure
from .facts.names import folded_name
from .finding import Evidence, Finding, InQuote, Place, Related, Severity
from .kinds import Declared, Kind, Spec
from .marker import hookimpl
from .read import Reader
from .report import Report, Reporter, Style
from .rule import Bad, CorpusRule, DocumentRule, Example, Good, Rule
from .shape import Key
from .text import Location, Segment, SourceMap, Span, edited, inside

if TYPE_CHECKING:
    from .embedding import check_text

__version__ = "0.1.0"

__all__ = [
    "Amount",
    "Article",
    "Bad",
    "Claim",
    "CorpusRule",
    "Country",
    "DateClaim",
    "DateExpression",
    "Declared",
    "Document",
    "DocumentRule",
    "DurationClaim",
    "DurationExpression",
    "Event",
    "Evidence",
    "Example",
    "Extractor",
    "Facts",
    "FigureClaim",
    "Finding",
    "Good",
    "InQuote",
    "Interval",
    "Key",
    "Kind",
    "ListClaim",
    "Location",
    "NameClaim",
    "NewslintError",
    "Organisation",
    "Origin",
    "Partial",
    "Person",
    "Place",
    "Problem",
    "Published",
    "QuoteClaim",
    "Reader",
    "Related",
    "Report",
    "Reporter",
    "ResponseClaim",
    "Role",
    "RoleClaim",
    "Rule",
    "Segment",
    "SettingClaim",
    "Severity",
    "SourceMap",
    "Span",
    "Spec",
    "StatedStart",
    "Style",
    "Tenure",
    "UserError",
    "Written",
    "almanac",
    "check_text",
    "edited",
    "folded_name",
    "hookimpl",
    "inside",
    "lengths",
    "numerals",
    "shape",
    "wording",
]


def __getattr__(name: str) -> object:
    # the engine is loaded by those who run it: a rule that imports from here need not
    if name == "check_text":
        from .embedding import check_text

        return check_text
    raise AttributeError(f"module 'newslint' has no attribute {name!r}")
