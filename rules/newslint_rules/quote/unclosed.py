"""quote/unclosed: a quotation without its closing or its opening mark."""

from collections.abc import Iterator

from newslint import Article, Bad, DocumentRule, Finding, Good, Related, Severity


class Unclosed(DocumentRule):
    """A quotation is opened and never closed, or closed and never opened.

    Without the mark nobody can tell where a speaker's words end and the paper's own begin. A quotation that runs on over
    paragraphs opens again in each and closes only in the last (Chicago Manual of Style, 17th ed., §13.30): that is no error.
    """

    id = "quote/unclosed"
    severity = Severity.ERROR
    asserts = False
    examples = (
        Bad("The clerk was firm. «“The ledger stays in this building,» the clerk said on her way out."),
        Bad('The mayor spoke last. «The bridge will open in May,"» she promised the crowd.'),
        Bad("“The nets are empty,” he said. «“We go home with nothing.»\n\nThe fleet sails again at dawn."),
        Good("“The nets are empty,” he said. “We go home with nothing.”\n\nThe fleet sails again at dawn."),
        Bad("“We mended the nets all winter.\n\n«Then the herring went north.”»\n\nThe quay is empty now."),
        Good("“We mended the nets all winter.\n\n“Then the herring went north,” said the skipper."),
        Good('At 6\'3" the keeper filled the goal, and "nobody got past him," the coach said.'),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for fault in article.quotations.faults:
            if fault.kind not in ("unclosed", "unopened", "not-reopened"):
                continue
            copy = article.text[fault.reach.start : fault.reach.end]
            if fault.kind == "unclosed":
                says = f"The quotation that begins {_start(copy)} is never closed"
                change = "Close it where the speaker's words end."
                if fault.correction:
                    change = f"Close it with {fault.correction[-1]} after “{copy.split()[-1]}”."
            elif fault.kind == "unopened":
                says = f"The quotation that ends {_end(copy)} was never opened"
                change = "Open it where the speaker's words begin, or strike the closing mark."
            else:
                says = f"The quotation that ends {_end(copy)} began before this paragraph"
                change = "Begin each of its paragraphs with an opening mark."
            yield self.report(
                article.place(fault.reach),
                f"{says}: {fault.because}. {change}",
                severity=self.severity if fault.sure and fault.kind != "not-reopened" else Severity.WARNING,
                suggestions=(fault.correction,) if fault.correction else (),
                related=(Related(article.place(fault.other), "the quotation is opened here"),) if fault.other else (),
            )


def _start(copy: str) -> str:
    words = copy.split()
    return " ".join(words[:5]) + (" …" if len(words) > 5 else "")


def _end(copy: str) -> str:
    words = copy.split()
    return ("… " if len(words) > 5 else "") + " ".join(words[-5:])
