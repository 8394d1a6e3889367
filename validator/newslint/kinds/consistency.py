"""One of several forms, all through an article or all through the corpus.

Where copy uses two forms of one thing, the rarer one is reported, and of two that are equally frequent the one that came second.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from ..article import Article
from ..claim import Claim
from ..facts.facts import Facts
from ..finding import Finding, Place, Related
from ..rule import CorpusRule, DocumentRule, Rule
from ..shape import TEXT, Key, choice, list_of, template
from ..text import Span
from . import Declared, Kind, Spec
from .phrases import Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class FormClaim(Claim):
    """An article uses a form of a thing, first here, `count` times in all; both by their numbers in the rule."""

    kind: ClassVar[str] = "form"
    thing: int
    form: int
    count: int


class _Forms(Declared):
    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self._forms: list[list[list[str]]] = spec["forms"]

    @cached_property
    def _words(self) -> list[tuple[int, int, str]]:
        return [(k, n, word) for k, forms in enumerate(self._forms) for n, words in enumerate(forms) for word in words]

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases([word for _, _, word in self._words])

    def _used(self, article: Article) -> dict[int, dict[int, list[Span]]]:
        """The places of each form of each thing that an article uses."""
        used: defaultdict[int, defaultdict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for k, span in self._phrases.find(article.text):
            thing, form, _ = self._words[k]
            used[thing][form].append(span)
        return {thing: dict(forms) for thing, forms in used.items()}

    def _finding(self, rule: Rule, place: Place, other: Place) -> Finding:
        match, usual = (" ".join(p.excerpt.split()) for p in (place, other))
        return rule.report(place, self.message.format(match=match, other=usual), related=[Related(other, "the other form stands here")])


class ArticleConsistency(_Forms, DocumentRule):
    """The rule that a `consistency` declares for each article by itself."""

    asserts = False

    def check(self, article: Article) -> Iterator[Finding]:
        for forms in self._used(article).values():
            usual = max(forms, key=lambda form: (len(forms[form]), -forms[form][0].start))
            for form, spans in forms.items():
                if form != usual:
                    for span in spans:
                        yield self._finding(self, article.place(span), article.place(forms[usual][0]))


class CorpusConsistency(_Forms, CorpusRule[FormClaim]):
    """The rule that a `consistency` declares for the corpus: each article is told once."""

    asserts = False
    claim = FormClaim

    def claims(self, article: Article) -> Iterable[FormClaim]:
        for thing, forms in self._used(article).items():
            for form, spans in forms.items():
                yield FormClaim(**article.base(spans[0]), thing=thing, form=form, count=len(spans))

    def keys(self, claim: FormClaim) -> Iterable[str]:
        return (str(claim.thing),)

    def check(self, claims: Sequence[FormClaim], facts: Facts) -> Iterator[Finding]:
        counts: Counter[int] = Counter()
        for claim in claims:
            counts[claim.form] += claim.count
        usual = max(counts, key=lambda form: counts[form])  # of equals the first
        first = next(claim for claim in claims if claim.form == usual)
        for claim in claims:
            if claim.form != usual:
                yield self._finding(self, claim.place, first.place)


def _build(spec: Spec) -> Rule:
    return CorpusConsistency(spec) if spec["across"] == "corpus" else ArticleConsistency(spec)


KIND = Kind(
    name="consistency",
    doc=__doc__ or "",
    keys={
        "forms": Key(
            list_of(list_of(list_of(TEXT), 2)),
            "Things, each a list of its forms; a form is a word or phrase, or a list of those that go together (a singular and its plural).",
            True,
        ),
        "across": Key(choice("article", "corpus"), "Whether each article, or all of them together, should keep to one form.", default="article"),
        "message": Key(template("match", "other"), "What to tell the desk: `{match}` is the rarer form, `{other}` the usual one.", True),
    },
    build=_build,
    example="""\
id: house/one-form
kind: consistency
severity: info
summary: An article writes one thing in two ways.
why: Either is right; both together look careless.
forms:
  - [per cent, percent]
  - [[adviser, advisers], [advisor, advisors]]
message: "“{match}” here, “{other}” elsewhere in the article; keep to one."
examples:
  bad:
    - Rents rose by three per cent, wages by two «percent», and prices by five per cent.
    - The advisers met on Monday. An «advisor» left early.
  good:
    - Rents rose by three percent and wages by two percent.
    - The advisers met on Monday. An adviser left early.
""",
)
