"""newslint: a linter for claims in news copy.

What a rule or a plugin needs is imported from here: `from newslint import DocumentRule, Bad, Good`. These names are stable:
one that goes is deprecated for two minor versions first, with a warning that names what to use instead.
"""

from . import almanac, lengths, numerals, wording
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
from .expression import DateExpression, DurationExpression, Partial, Written
from .facts.model import Country, Event, Facts, Organisation, Person, Role, Tenure
from .finding import Evidence, Finding, InQuote, Place, Related, Severity
from .marker import hookimpl
from .rule import Bad, CorpusRule, DocumentRule, Example, Good, Rule
from .text import Location, Span, edited

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Bad",
    "Claim",
    "CorpusRule",
    "Country",
    "DateClaim",
    "DateExpression",
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
    "Related",
    "ResponseClaim",
    "Role",
    "RoleClaim",
    "Rule",
    "SettingClaim",
    "Severity",
    "Span",
    "StatedStart",
    "Tenure",
    "UserError",
    "Written",
    "almanac",
    "edited",
    "hookimpl",
    "lengths",
    "numerals",
    "wording",
]
