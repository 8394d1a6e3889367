"""copy/repeat"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Bad, DocumentRule, Finding, Good, Related, Severity

#: words that a paragraph needs before standing twice is no accident of wording
_LEAST_WORDS = 5


class Repeat(DocumentRule):
    """A headline or a paragraph stands twice in one article.

    Copy that was pasted twice, or a headline that the page sets again above the text. A refrain, a line of verse or a short
    heading may come back on purpose: only whole paragraphs of five words or more count.
    """

    id = "copy/repeat"
    severity = Severity.WARNING
    asserts = False
    examples = (
        Bad(
            "The river rose by two metres overnight.\n\nVolunteers filled sandbags at the school.\n\n«The river rose by two metres overnight.»\n\nNobody was hurt."
        ),
        Bad("Two held after raid on harbour office\n\n«Two held after raid on harbour office»\n\nPolice searched the office for nine hours."),
        Good("A heading\n\nSome copy about the first case of the day.\n\nA heading\n\nSome copy about the second case of the day."),
        Good("The river rose by two metres overnight.\n\nThe river rose by three metres overnight."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        first: dict[str, int] = {}
        for number, paragraph in enumerate(article.paragraphs):
            words = paragraph.span.of(article.text).casefold().split()
            if len(words) < _LEAST_WORDS:
                continue
            earlier = first.setdefault(" ".join(words), number)
            if earlier == number:
                continue
            what = "headline" if article.paragraphs[earlier].kind == "headline" else "paragraph"
            place = article.place(article.paragraphs[earlier].span)
            yield self.report(
                article.place(paragraph.span),
                f"This {what} stands already in line {place.start.line}, in the same words; take one of them out.",
                related=[Related(place, f"the {what} stands here first")],
            )
