"""quote/mark: a quotation mark that faces the wrong way."""

from collections.abc import Iterator

from newslint import Article, Bad, DocumentRule, Finding, Good, Severity


class Mark(DocumentRule):
    """A quotation mark faces the wrong way, stands where an apostrophe belongs, or encloses nothing.

    Editing programs turn marks by what they see before them, and turn them wrongly after a dash, a digit or a space. Readers
    stumble, and programs that look for quotations miss this one.
    """

    id = "quote/mark"
    severity = Severity.WARNING
    asserts = False
    safe = True
    examples = (
        Bad("“The harbour is «closed,“» the pilot said."),
        Bad("«”The» harbour is closed,” the pilot said."),
        Bad("The «pilot‘s» launch was late."),
        Bad("She grew up in the «‘90s» on the north quay."),
        Good("“The harbour is closed,” the pilot said."),
        Good("’Tis the pilot’s launch, built in the ’90s for the Joneses’ yard."),
        Good("„Der Hafen ist zu“, sagte der Lotse."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for fault in article.quotations.faults:
            sign = article.text[fault.mark.start : fault.mark.end]
            if fault.kind == "turned":
                message = f"The mark {sign} faces the wrong way: {fault.because}. Write {fault.correction}."
            elif fault.kind == "apostrophe":
                message = f"The mark {sign} opens a quotation, but {fault.because}: an apostrophe belongs here. Write {fault.correction}."
            elif fault.kind == "empty":
                message = f"The marks {sign} enclose nothing: {fault.because}. Put the quotation in, or strike them."
            else:
                continue
            yield self.report(article.place(fault.reach), message, suggestions=(fault.correction,) if fault.correction else ())
