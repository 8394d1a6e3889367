"""figure/sum"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from newslint import Article, Bad, DocumentRule, Finding, Good, Severity

#: shares may be rounded each
_ROUNDING = 1.5
_REST = regex.compile(r"\bthe\sremaining\s$")
_VOTE = regex.compile(r"\bof\s(?:the\s)?(?:valid\s|popular\s)?votes?\b")
#: words that set one share beside another of a different whole
_COMPARED = regex.compile(
    r"(?i)\b(?:from|up|down|compared|versus|against|than|turnout|counted|count|precincts|reporting|margin|lead|points?|previous|last|earlier|while|among|"
    r"approve|poll(?:s|ing)?|survey|19\d\d|20\d\d|round|runoff|between|also)\b|"
    r"(?:percent|%)\sof\s(?!(?:the\s)?(?:valid\s|popular\s)?votes?\b)"
)
_CHANGE = regex.compile(r"\bfrom\b.{1,60}\bto\b", regex.DOTALL)


class Sum(DocumentRule):
    """Parts are more than their whole, or do not add up to it.

    Three of the two ships, 12 dead of whom 15 were children, a list of the dead that is one short of the toll, votes beyond the seats of the
    chamber, shares beyond 100 percent. Parts that may overlap ("including eight women and six nurses") are compared with the whole one by one.
    """

    id = "figure/sum"
    severity = Severity.WARNING
    examples = (
        Bad("The storm killed «30 people: 12 sailors, 10 farmers and seven nurses»."),
        Bad("The yard has «340 workers, of whom 400» are welders."),
        Bad("The fire killed «12 people, including 15 children»."),
        Bad("The raid left «20 people, including 14 soldiers and nine civilians», in hospital."),
        Bad("«Nine of the seven ships» have sailed."),
        Bad("The «60-member senate voted 33 to 29» for the canal."),
        Bad("Ada Lund won «55 percent» of the vote and Tom Reyes 48 percent."),
        Bad("Sixty percent of the money goes to schools, the remaining «30 percent» to roads."),
        Bad("Unemployment rose from 4 percent to 6 percent, a rise of «3 percentage points»."),
        Good("The storm killed 30 people: 12 sailors, 10 farmers and eight nurses."),
        Good("The fire killed 12 people, including eight women and six nurses."),
        Good("The fire killed at least 12 people, including nine children. Seven of the nine ships have sailed."),
        Good("The 60-member senate voted 33 to 25 for the canal."),
        Good("Ada Lund won 55 percent of the vote and Tom Reyes 45 percent. In 2019 he had won 48 percent of the vote, up from 40 percent."),
        Good("Sixty percent of the money goes to schools, the remaining 40 percent to roads."),
        Good("Unemployment rose from 4 percent to 6 percent, a rise of 2 percentage points."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        yield from self._divisions(article)
        yield from self._shares(article)

    def _divisions(self, article: Article) -> Iterator[Finding]:
        for division in article.divisions:
            values = [value for _, value in division.parts]
            total = sum(values)
            words = article.place(division.span).excerpt
            if max(values) > division.total:
                message = f"The copy says “{words}”: a part, {max(values):,.10g}, is more than the whole, {division.total:,.10g}. Check both numbers."
            elif (division.kind == "all" and total != division.total) or (division.kind == "some" and total > division.total):
                message = f"The copy says “{words}”: the parts add up to {total:,.10g}, the whole is {division.total:,.10g}. Check the numbers."
            else:
                continue
            yield self.report(article.place(division.span), message)

    def _shares(self, article: Article) -> Iterator[Finding]:
        for sentence, shares in article.shares:
            words = sentence.of(article.text)
            percents = [share for share in shares if share.unit == "percent" and not share.hedged]
            points = [share for share in shares if share.unit == "points"]
            if _VOTE.search(words) and len(percents) > 1 and _COMPARED.search(words) is None:
                total = sum(share.value for share in percents)
                if total > 100 + _ROUNDING:
                    yield self.report(
                        article.place(percents[0].span), f"The shares of the vote in this sentence add up to {total:.4g} percent. Check them."
                    )
            alone = sum(share.unit == "percent" for share in article.amounts if article.paragraph(sentence.start).span.contains(share.span)) == 2
            if len(percents) == 2 and alone and _REST.search(article.text, percents[0].span.end, percents[1].span.start):
                total = sum(share.value for share in percents)
                if abs(total - 100) > _ROUNDING:
                    yield self.report(
                        article.place(percents[1].span),
                        f"The copy gives “the remaining” {percents[1].value:.4g} percent beside {percents[0].value:.4g} percent: together {total:.4g} percent, not 100. Check both.",
                    )
            if len(percents) == 2 and len(points) == 1 and _CHANGE.search(article.text, sentence.start, percents[1].span.end):
                change = abs(percents[1].value - percents[0].value)
                if abs(change - points[0].value) > max(0.1, 0.1 * change):
                    yield self.report(
                        article.place(points[0].span),
                        f"From {percents[0].value:.4g} to {percents[1].value:.4g} percent is a change of {change:.4g} percentage points, not {points[0].value:.4g}. Check the three.",
                    )
