"""Number words and ordinals of English, both ways: read from copy, and written back in the same style."""

from __future__ import annotations

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_ONES = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth".split()
)


def cardinal_word(n: int) -> str:
    """`n` in words, for 0 to 99; in digits beyond. "twenty-one"."""
    if not 0 <= n < 100:
        return str(n)
    tens, ones = divmod(n, 10)
    if n < 20:
        return _ONES[n]
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def ordinal_word(n: int) -> str:
    """`n` as an ordinal in words, for 0 to 100; in digits beyond. "twenty-first"."""
    if n == 100:
        return "hundredth"
    if not 0 <= n < 100:
        return ordinal_digits(n)
    tens, ones = divmod(n, 10)
    if n < 20:
        return _ORDINAL_ONES[n]
    return f"{_TENS[tens - 2]}-{_ORDINAL_ONES[ones]}" if ones else _TENS[tens - 2][:-1] + "ieth"


def ordinal_digits(n: int) -> str:
    """In digits: "1st", "22nd", "1,113th"."""
    suffix = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n:,}{suffix}"


def day_like(n: int, model: str) -> str:
    """The `n`-th day of a month in the style of `model`: "6", "06", "6th"; a day in words becomes "6th"."""
    if model.isdecimal():
        return f"{n:02}" if model.startswith("0") else str(n)
    return ordinal_digits(n)


_CARDINALS: dict[str, float] = {cardinal_word(n): n for n in range(1, 100)} | {
    "half a": 0.5,
    "half an": 0.5,
    "a": 1,
    "an": 1,
    "dozen": 12,
    "a dozen": 12,
    "hundred": 100,
    "a hundred": 100,
    "one hundred": 100,
}
_ORDINALS = {ordinal_word(n): n for n in range(1, 101)}
_HALVES = (" and a half", "-and-a-half", " 1/2", "½", " ½")

_SMALL = "|".join(_ONES[1:10])
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_SMALL}))?|{'|'.join(sorted(_ONES[1:], key=len, reverse=True))})"
#: patterns (for a case-insensitive match) of what `cardinal` and `ordinal` read
CARDINAL = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d)?(?:\s?½|\s1/2)?|(?:a\s|one\s)?hundred|(?:a\s)?dozen|{_WORD})"
ORDINAL = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}})(?:st|nd|rd|th)|(?:{'|'.join(_TENS)})[\s-](?:{'|'.join(_ORDINAL_ONES[1:10])})|"
    rf"{'|'.join(sorted(_ORDINAL_ONES[1:], key=len, reverse=True))}|(?:{'|'.join(t[:-1] for t in _TENS)})ieth|hundredth)"
)


def cardinal(text: str) -> float | None:
    """The number that the words or digits say: "three", "twenty one", "1,288", "2.5", "two and a half"; None if they say none."""
    words = " ".join(text.lower().split())
    half = 0.0
    for ending in _HALVES:
        if words.endswith(ending) and words != ending.strip():
            words, half = words.removesuffix(ending), 0.5
            break
    known = _CARDINALS.get(words) or _CARDINALS.get(words.replace(" ", "-"))
    if known is not None:
        return known + half
    try:
        return float(words.replace(",", "")) + half
    except ValueError:
        return None


def ordinal(text: str) -> int | None:
    """The number of an ordinal: "fourth", "twenty-first", "25th"; None if it is none."""
    words = "-".join(text.lower().split())
    if words in _ORDINALS:
        return _ORDINALS[words]
    digits = words[:-2].replace(",", "")
    return int(digits) if digits.isdecimal() and words[-2:] in ("st", "nd", "rd", "th") else None


def cardinal_like(n: float, model: str) -> str:
    """`n` in the style of `model`: digits for digits, words for words, capitalised alike; news copy writes 10 and up in digits.

    A half is written only where `n` has one: 3.5 -> "three and a half", "3.5".
    """
    whole, digits = int(n), any(c.isdigit() for c in model)
    joint = "-" if "-and-" in model else " "
    if digits:
        return f"{n:,.1f}" if n != whole else f"{whole:,}"
    words = cardinal_word(whole) if whole < 10 or n != whole else str(whole)
    if n != whole:
        words += joint + joint.join(("and", "a", "half"))
    return words.capitalize() if model[:1].isupper() else words


def ordinal_like(n: int, model: str) -> str:
    """`n` as an ordinal in the style of `model`; beyond the ninth in digits, as news copy writes it."""
    if any(c.isdigit() for c in model) or n > 9:
        return ordinal_digits(n)
    return ordinal_word(n).capitalize() if model[:1].isupper() else ordinal_word(n)


_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000} | {
    "k": 1_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
}
#: a pattern (for a case-insensitive match) of what `amount` reads: digits or words with a scale, "1.7 million", "two hundred", "40k"
AMOUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{CARDINAL})(?:[\s-]?(?:hundred|thousand|million|billion|trillion)\b|(?<=\d)(?:k|m|bn)\b)?"
)


def amount(text: str) -> tuple[float, str | None] | None:
    """The number that an amount says, and the scale that it is written with: "1.7 million" is (1700000.0, "million")."""
    words = " ".join(text.lower().replace("-", " ").split())
    for scale, factor in _SCALES.items():
        if words.endswith(scale) and words != scale and (value := _plain(words.removesuffix(scale).strip())) is not None:
            return value * factor, scale
    value = _plain(words) if _plain(words) is not None else cardinal(text)
    return None if value is None else (value, None)


def scaled(value: float, scale: str) -> float:
    """`value` in the scale that stands beside another number: "1 to 2 million"."""
    return value * _SCALES[scale]


def _plain(words: str) -> float | None:
    try:
        return float(words.replace(",", ""))
    except ValueError:
        return cardinal(words)


_AT_LEAST = frozenset({"at least", "no fewer than", "no less than", "more than", "over", "upwards of", "above"})
_NEARLY = frozenset({"nearly", "almost", "close to"})
_AT_MOST = frozenset({"up to", "as many as", "as much as", "fewer than", "less than", "under"})
_ABOUT = frozenset({"about", "around", "some", "approximately", "roughly", "estimated", "an estimated"})
#: a pattern (for a case-insensitive match) of what says how a number is meant, and of what leaves it as it is
HEDGE = (
    rf"(?:{'|'.join(h.replace(' ', chr(92) + 's') for h in sorted((*_AT_LEAST, *_NEARLY, *_AT_MOST, *_ABOUT), key=lambda h: (-len(h), h)))}|"
    r"exactly|another|a\sfurther|a\stotal\sof)"
)


def no_upper_end(hedge: str) -> bool:
    """Whether a hedge, in lower case, gives the least and not the most: "at least"."""
    return hedge in _AT_LEAST


def bounds(value: float, hedge: str, round_to: float = 0.0) -> tuple[float, float | None, bool]:
    """(least, most, exact) of a number with its hedge, in lower case; `round_to`: the share by which a number without a hedge may be rounded."""
    if hedge in _AT_LEAST:
        return value, None, False
    if hedge in _NEARLY:
        return value * 0.85, value, False
    if hedge in _AT_MOST:
        return 0, value, False
    if hedge in _ABOUT:
        return value * 0.85, value * 1.15, False
    return value * (1 - round_to), value * (1 + round_to), not round_to
