"""quote/no-speaker: a quotation that nobody is said to have said."""

from collections.abc import Iterator

from newslint import Article, Bad, DocumentRule, Finding, Good, Severity, Span

#: shorter ones may be titles, mottos, words held at arm's length
_LEAST_WORDS = 8


class NoSpeaker(DocumentRule):
    """A whole sentence is quoted, and nothing around it says whose words they are.

    Most quotations without a speaker have one in the paragraph before or after, in a caption or a heading. This rule speaks only
    where the quotation makes up its paragraph, and neither that nor the paragraphs beside it name anybody or quote anything else.
    """

    id = "quote/no-speaker"
    severity = Severity.INFO
    asserts = False
    examples = (
        Bad(
            "Rain fell on the upper valley for nine days.\n\n«“The water came over the wall before anyone could close the gate.”»\n\n"
            "The road to the mill stayed shut until noon."
        ),
        Good(
            "Rain fell on the upper valley for nine days.\n\n“The water came over the wall before anyone could close the gate,” a farmer said.\n\n"
            "The road to the mill stayed shut until noon."
        ),
        Good(
            "Miller Anna Voss saw it from the loft:\n\n“The water came over the wall before anyone could close the gate.”\n\n"
            "The road to the mill stayed shut until noon."
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        unknown = [
            quote
            for quote, said in zip(article.quotations.quotes, article.attributions, strict=True)
            if said.type == "direct" and not said.known and quote.depth == 0 and quote.closed and not quote.continues
        ]
        for quote in unknown:
            words = article.text[quote.inside.start : quote.inside.end].split()
            paragraph = article.paragraph(quote.span.start)
            if len(words) < _LEAST_WORDS or paragraph.span != quote.span or paragraph.kind != "body":
                continue
            beside = article.paragraphs[max(0, paragraph.number - 1) : paragraph.number + 2]
            if len(beside) == 3 and not any(self._names_somebody(article, p.span) for p in beside if p is not paragraph):
                start = " ".join(words[:5])
                yield self.report(
                    article.place(quote.span),
                    f"The quotation that begins “{start} …” has no speaker: neither its own paragraph nor those beside it say whose words they are. Name the speaker.",
                )

    def _names_somebody(self, article: Article, span: Span) -> bool:
        """Whether a paragraph may tell the speaker: a name, another quotation, a colon at its end, a heading."""
        text = article.text[span.start : span.end]
        return (
            article.paragraph(span.start).kind != "body"
            or text.endswith(":")
            or any(m.kind != "place" and span.contains(m.span) for m in article.mentions)
            or any(span.overlaps(q.span) for q in article.quotations.quotes)
        )
