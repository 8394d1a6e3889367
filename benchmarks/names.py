"""What people in the pack cost: names found with 5,000 of them, against 500.

    python benchmarks/names.py FOLDER_OF_ARTICLES

Prints the seconds for building the index and for finding names and mentions in all articles, for both sizes, and their ratio (bar: 1.3).
"""

from __future__ import annotations

import sys
import time
from itertools import islice, product
from pathlib import Path

from newslint import Facts, Person
from newslint.annotate.mentions import mentions
from newslint.annotate.sentences import sentences
from newslint.annotate.structure import paragraphs

_GIVEN = "Ada Bela Cato Dora Emil Fara Gero Hela Iwo Jana Kato Lena Mato Nora Olek Pia Rado Sela Tomo Ursa Vito Wera Yara Zeno Alva Bruno Celia Dino Esra Fido".split()
_FIRST = "Am Bor Cal Dor Er Fal Gor Har Ist Jor Kal Lor Mar Nor Ost".split()
_LAST = "abek inov stein ander elli onen ova aturk idze mann ensen escu".split()


def facts(people: int) -> Facts:
    """A record of that many made-up people, each with a second spelling."""
    names = islice(product(_FIRST, _LAST, _GIVEN), people)
    made = {f"p{k}": Person(f"p{k}", f"{g} {a}{b}", (f"{g} {a}{b}h",)) for k, (a, b, g) in enumerate(names)}
    return Facts(people=made)


def seconds(people: int, texts: list[str]) -> tuple[float, float]:
    """The best of three: building the index, and reading all texts."""
    built = read = float("inf")
    for _ in range(3):
        record = facts(people)
        start = time.perf_counter()
        _ = record.names
        built = min(built, time.perf_counter() - start)
        start = time.perf_counter()
        for text in texts:
            mentions(text, sentences(text, paragraphs(text)), record)
        read = min(read, time.perf_counter() - start)
    return built, read


def main() -> None:
    texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.txt"))]
    few, many = (seconds(people, texts) for people in (500, 5000))
    for people, (built, read) in ((500, few), (5000, many)):
        print(f"{people:5} people: index {built * 1000:6.1f} ms, {len(texts)} articles {read:6.2f} s")
    print(f"ratio of the whole: {sum(many) / sum(few):.2f}")


if __name__ == "__main__":
    main()
