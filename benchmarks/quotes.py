"""How fast quotations are scanned and attributed, and how the comparison of quotations grows with the corpus.

    python benchmarks/quotes.py PATH… [--sizes N,N,…]

PATH are articles (.txt) or folders of them. First line: MB of UTF-8 a second of CPU time, one core, for the scanner of marks and for
scanner and attribution together (paragraphs, sentences and mentions are given, as in a run that has them). Then quote/drift and
quote/speaker-conflict on corpora of growing size, made of the articles in turn, each copy with seven in eight of its longer words
changed, so that copies share stock phrases but hardly any remark: seconds, and seconds divided by n log n, which should not grow.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import regex

from newslint import Article, Document, Facts, Origin, Published, QuoteClaim
from newslint.annotate.mentions import mentions
from newslint.annotate.quotations import quotations
from newslint.annotate.sentences import sentences
from newslint.annotate.speech import attributions
from newslint.annotate.structure import paragraphs
from newslint.engine.lint import Group, group, lint_group
from newslint.extract import BUILTIN
from newslint_rules.quote.drift import Drift
from newslint_rules.quote.speaker_conflict import SpeakerConflict

_LONG_WORD = regex.compile(r"\b\p{L}{4,}\b")


def articles(paths: Sequence[Path]) -> list[str]:
    """The texts below the paths, in order."""
    files = [f for p in paths for f in (sorted(p.rglob("*.txt")) if p.is_dir() else [p])]
    return [f.read_text("utf-8") for f in files]


def speed(texts: Sequence[str]) -> tuple[float, float]:
    """MB a second for scanning alone, and for scanning and attribution."""
    scanning = attributing = 0.0
    for text in texts:
        blocks = paragraphs(text)
        lines = sentences(text, blocks)
        named = mentions(text, lines, Facts())
        start = time.process_time()
        found = quotations(text, blocks)
        scanned = time.process_time()
        attributions(text, blocks, lines, found, named)
        scanning += scanned - start
        attributing += time.process_time() - scanned
    size = sum(len(t.encode()) for t in texts) / 1e6
    return size / scanning, size / (scanning + attributing)


def corpus(texts: Sequence[str], count: int) -> Iterator[list[QuoteClaim]]:
    """The quotations of `count` documents: the texts in turn, every later copy with most of its longer words changed."""
    for n in range(count):
        copy, k = divmod(n, len(texts))
        text = texts[k] if not copy else _LONG_WORD.sub(lambda m, c=copy: m[0] + str(c) if hash_of(m[0], c) % 8 else m[0], texts[k])  # type: ignore[misc]
        path = f"{n}.txt"
        yield list(Article(Document(path, text, text), Origin(path, Published()), Facts(), BUILTIN).claims(QuoteClaim))


def hash_of(word: str, copy: int) -> int:
    """The same on every run."""
    return sum(ord(c) * (i + 7) for i, c in enumerate(word)) + 31 * copy


def growth(texts: Sequence[str], sizes: Sequence[int]) -> Iterator[tuple[int, int, int, float]]:
    """For each size: documents, groups, findings, seconds of CPU time to key, group and compare."""
    claims = list(corpus(texts, max(sizes)))
    for size in sizes:
        found = groups = 0
        start = time.process_time()
        for rule in (Drift(), SpeakerConflict()):
            keyed: list[tuple[Group, QuoteClaim]] = [((rule.id, key), c) for said in claims[:size] for c in said for key in rule.keys(c)]
            members = group(keyed)
            groups += len(members)
            found += sum(len(lint_group(rule, m, Facts()).findings) for m in members.values())
        yield size, groups, found, time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--sizes", default="500,1000,2000,4000", help="documents of each corpus")
    options = parser.parse_args()
    texts = articles(options.paths)
    scanner, both = speed(texts)
    print(f"{len(texts)} articles: scanner {scanner:.1f} MB/s, scanner and attribution {both:.1f} MB/s")
    print(f"{'documents':>9} {'groups':>8} {'findings':>8} {'seconds':>8} {'µs / n log2 n':>14}")
    for size, groups, found, seconds in growth(texts, [int(n) for n in options.sizes.split(",")]):
        print(f"{size:9} {groups:8} {found:8} {seconds:8.2f} {1e6 * seconds / (size * math.log2(size)):14.1f}")


if __name__ == "__main__":
    main()
