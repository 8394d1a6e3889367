"""figure/unit"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from newslint import Amount, Article, Bad, DocumentRule, Finding, Good, Related, Severity, Span

#: how many of the second unit make one of the first (NIST Special Publication 811, appendix B)
_FACTORS = {
    ("mile", "kilometre"): 1.609344,
    ("foot", "metre"): 0.3048,
    ("inch", "centimetre"): 2.54,
    ("acre", "hectare"): 0.40468564,
    ("square mile", "square kilometre"): 2.58998811,
    ("mile an hour", "kilometre an hour"): 1.609344,
    ("pound", "kilogram"): 0.45359237,
    ("gallon", "litre"): 3.785411784,
}
#: copy rounds conversions: to this share of the value, and to a few degrees
_SLACK, _DEGREES = 0.15, 3.0
_GAP = regex.compile(r"(?:\s?\(|,\sor\s)(?:or\s|about\s|around\s|roughly\s)?")
#: "8 feet by 5 feet (2.4 metres by 1.5)": the second is not the first in other words
_BY = regex.compile(r"\b(?:x|by)\s$"), regex.compile(r"\s(?:x|by)\b")
_CHANGE = regex.compile(r"\b(?:rise|increase|gain|jump|growth|drop|decline|decrease|fall|cut|up|down)\s(?:of\s)?$")
_WARMER = regex.compile(r"\b(?:more|less|warmer|hotter|colder|cooler|warm(?:ed|ing)?|above|below|by|rise|rose|increase)\b")
_WORD = regex.compile(r"\p{L}{4,}")
_PLAIN = frozenset(
    "that this with from have been were will would could should said more than over into about after which their they year years million billion also".split()
)
#: characters around an amount that tell what it is an amount of, and the words that two must share
_AROUND, _SHARED = 60, 3


class Unit(DocumentRule):
    """A figure stands with the wrong unit.

    Miles that are not the kilometres in brackets behind them, a rise from 4 to 6 percent called 2 percent (it is 2 points, or half), the same
    sum in millions here and in billions there.
    """

    id = "figure/unit"
    severity = Severity.WARNING
    examples = (
        Bad("The wall is 60 miles («37 kilometres») long."),
        Bad("Snow lay 20 inches, or «80 centimetres», deep."),
        Bad("It was 50 degrees Fahrenheit («45 degrees Celsius») at noon."),
        Bad("The tax rose from 4 percent to 6 percent, an increase of «2 percent»."),
        Bad(
            "The harbour tunnel will cost $3.4 billion, the minister said.\n\nParliament must vote on the cost of the harbour tunnel, «$3.4 million», by May."
        ),
        Good("The wall is 60 miles (97 kilometres) long and 12 feet (about 4 metres) high."),
        Good("It was 50 degrees Fahrenheit (10 degrees Celsius) at noon, 9 degrees Fahrenheit (5 degrees Celsius) more than a day before."),
        Good("The tax rose from 4 percent to 6 percent, an increase of 50 percent, or 2 percentage points."),
        Good("The tunnel will cost $3.4 billion. The museum sold a painting for $3.4 million."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        amounts = article.amounts
        for one, other in zip(amounts, amounts[1:], strict=False):
            area = _BY[0].search(article.text, max(one.span.start - 4, 0), one.span.start) or _BY[1].match(article.text, other.span.end)
            if not area and _GAP.fullmatch(article.text, one.span.end, other.span.start) and (right := _converted(article, one, other)) is not None:
                yield self.report(
                    article.place(other.span),
                    f"The copy says “{_words(article, one)}” and “{_words(article, other)}”; {_amount(one.value, one.unit)} would be {_amount(right, other.unit, 3)}. Check both.",
                )
        yield from self._points(article)
        yield from self._scales(article)

    def _points(self, article: Article) -> Iterator[Finding]:
        for _, shares in article.shares:
            percents = [share for share in shares if share.unit == "percent"]
            for row in zip(percents, percents[1:], percents[2:], strict=False):
                told = _course(article, *row)
                if told is None or not told[0].value:
                    continue
                first, second, change = told
                points = abs(second.value - first.value)
                relative = 100 * points / first.value
                if abs(change.value - points) <= 0.051 and abs(change.value - relative) > 0.5:
                    yield self.report(
                        article.place(change.span),
                        f"From {first.value:.4g} to {second.value:.4g} percent is a change of {points:.4g} percentage points, or of {relative:.3g} percent; the copy says “{_words(article, change)}”.",
                        suggestions=[article.text[change.number.start : change.number.end] + " percentage points"],
                    )

    def _scales(self, article: Article) -> Iterator[Finding]:
        """The same digits in one currency, once in millions and once in billions, of what is told in the same words."""
        alike: defaultdict[tuple[str, str], list[Amount]] = defaultdict(list)
        for amount in article.amounts:
            digits = amount.number.of(article.text).split()[0].split("-")[0]
            if amount.scale in ("million", "billion", "trillion") and len(digits.replace(".", "").strip("0")) > 1:
                alike[amount.unit, digits].append(amount)
        for same in alike.values():
            for k, later in enumerate(same):
                other = next((one for one in same[:k] if one.scale != later.scale and _of_one_thing(article, one, later)), None)
                if other is not None:
                    yield self.report(
                        article.place(later.span),
                        f"The copy says “{_words(article, later)}” here and “{_words(article, other)}” in line {article.place(other.span).start.line}. Check which it is.",
                        related=[Related(article.place(other.span), "the other scale")],
                    )


def _course(article: Article, one: Amount, two: Amount, three: Amount) -> tuple[Amount, Amount, Amount] | None:
    """Of three shares in a row, what rose or fell, to what, and by how much: "from 4 to 6 percent, a rise of 2", "rose 2 percent, to 6 from 4"."""
    between = [" ".join(article.text[a.span.end : b.span.start].split()) for a, b in ((one, two), (two, three))]
    last = _CHANGE.search(article.text, two.span.end, three.span.start) is not None
    if between[0] == "to" and last:
        return one, two, three
    if between[0] in ("from", ", from") and last:
        return two, one, three
    if between[0] in (", to", "to") and between[1] in ("from", ", from"):
        return three, two, one
    if between[0] in (", from", "from") and between[1] == "to":
        return two, three, one
    return None


def _words(article: Article, amount: Amount) -> str:
    return " ".join(amount.span.of(article.text).split())


def _amount(value: float, unit: str, digits: int = 10) -> str:
    """A number with its unit, in words: "50.8 centimetres"."""
    head, _, rest = unit.partition(" ")
    if head == "square":
        head, rest = unit, ""
    many = head if value == 1 else {"foot": "feet", "inch": "inches"}.get(head, f"{head}s")
    return f"{value:,.{digits}g} {many} {rest}".rstrip()


def _of_one_thing(article: Article, one: Amount, other: Amount) -> bool:
    """Whether the same words stand around both; who writes both in one sentence knows that they differ."""
    if article.sentence(one.span.start) == article.sentence(other.span.start):
        return False
    return len(_around(article, one) & _around(article, other)) >= _SHARED


def _around(article: Article, amount: Amount) -> set[str]:
    sentence = article.sentence(amount.span.start)
    start, end = max(sentence.start, amount.span.start - _AROUND), min(sentence.end, amount.span.end + _AROUND)
    return {
        word for span in (Span(start, amount.span.start), Span(amount.span.end, end)) for word in _WORD.findall(span.of(article.text).lower())
    } - _PLAIN


def _converted(article: Article, one: Amount, other: Amount) -> float | None:
    """What the first amount is in the unit of the second, where the second does not say so; None where it does, or can't be compared."""
    units = (one.unit, other.unit)
    if units in (("degree Fahrenheit", "degree Celsius"), ("degree Celsius", "degree Fahrenheit")):
        warmer = units[0] == "degree Fahrenheit"
        right = (one.value - 32) / 1.8 if warmer else one.value * 1.8 + 32
        step = one.value / 1.8 if warmer else one.value * 1.8  # a difference of so many degrees
        may_differ = _WARMER.search(article.sentence(one.span.start).of(article.text)) is not None
        return None if abs(right - other.value) <= _DEGREES or (may_differ and abs(step - other.value) <= _DEGREES) else right
    factor = _FACTORS.get(units) or (1 / _FACTORS[units[::-1]] if units[::-1] in _FACTORS else None)
    if factor is None:
        return None
    right = one.value * factor
    slack = max(_SLACK * right, _step(one.value) * factor, _step(other.value))
    return None if abs(right - other.value) <= slack else right


def _step(value: float) -> float:
    """Half of what the last digit that is no zero counts: 300 may be 250 to 350."""
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step / 2
