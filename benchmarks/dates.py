"""How fast dates are found, as a ratio to `dateparser.search.search_dates(languages=["en"])` on the same articles.

    python benchmarks/dates.py PATH… [--articles N]

PATH is an article or a folder of `.txt` files; the first N (default 20) are read. One core, wall clock, the two in turn article
by article, so that a machine that speeds up or slows down does so for both; each is warmed up first.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates

from newslint.annotate.dates import dates
from newslint.annotate.structure import paragraphs

WARM_UP = "The hall opened on Tuesday, 3 May 2022, two years after the fire of March 2020.\n"


def ours(text: str) -> int:
    return len(dates(text, paragraphs(text)))


def theirs(text: str) -> int:
    return len(search_dates(text, languages=["en"]) or ())


def seconds(read: Callable[[str], int], text: str) -> tuple[float, int]:
    """The time that one reader takes for one text, and how many dates it finds."""
    start = time.perf_counter()
    found = read(text)
    return time.perf_counter() - start, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=20)
    options = parser.parse_args()
    files = [f for path in options.paths for f in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])][: options.articles]
    texts = [f.read_text("utf-8", "replace") for f in files]
    size = sum(len(t.encode()) for t in texts)
    spent = {read.__name__: [0.0, 0] for read in (ours, theirs)}
    for read in (ours, theirs):
        read(WARM_UP)
    for text in texts:
        for read in (ours, theirs):
            taken, found = seconds(read, text)
            spent[read.__name__][0] += taken
            spent[read.__name__][1] += found
    for name, (taken, found) in spent.items():
        print(f"{name:7} {taken:8.3f} s  {size / 1000 / taken:9.1f} KB/s  {found} dates")
    print(f"{len(texts)} articles, {size / 1000:.0f} KB: {spent['theirs'][0] / spent['ours'][0]:.0f} times as fast as dateparser")


if __name__ == "__main__":
    main()
