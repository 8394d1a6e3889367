"""How the time and the memory of one run grow with the corpus: CPU time an article and peak memory, for few and for many articles.

    python benchmarks/corpus.py [FEW] [MANY] [--jobs N]

By default 2,000 and 20,000 articles. They are made here, from sentences of our own and made-up names, always the same ones: stories of one to eight
articles (reprints, updates with a higher toll, reports by other papers), and topics that everybody writes about, so that some groups of
claims are as large as the corpus. A third run has the few articles with four times the text and no more claims: its memory shows what text costs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_START = "al bar cor den el far gil hal ist jor kel lor mar nor ost per quil ros sal tor ul ver wes yar zel".split()
_END = "a an berg by dal den el en er ford gate holm ia in ion ley low mere mond or sk stad ton um vale wick".split()
_KINDS = ("ferry fire", "train crash", "landslide", "hotel fire", "bridge collapse", "mine explosion", "avalanche", "bus crash")
_THINGS = "harbour,railway,hospital,library,dam,stadium,market,theatre,airport,school,prison,mill,quarry,lighthouse,brewery,museum".split(",")
_DEEDS = "closed,rebuilt,sold,inspected,flooded,renamed,extended,praised,mapped,painted,audited,fenced,heated,leased,insured,photographed".split(",")
_COMMON = (
    "The war in Ukraine, now in its {nth} year, has driven up the price of {thing} repairs.",
    "Ukrainian President Volodymyr Zelenskyy spoke by video to a meeting on {thing} safety.",
    "Foreign Minister Andrii Sybiha had been expected in {place} but stayed at home.",
    "The earthquake in Turkey in 2023 killed more than 50,000 people and changed how a {thing} is {deed}.",
)
_PLAIN = (
    "Nobody in {street} Street could say why the {thing} had been {deed}, or by whom, or what that had to do with the {other} across the water.",
    "It rained over {place} for most of the day, and the road past the {thing} to {street} was wet and empty until well after dark.",
    "A notice on the gate of the {thing} in {street} asks visitors to ring twice, to wait, and to keep their dogs away from the {other}.",
    "Older people in {street} remember when the {thing} was {deed} and the {other} was not yet there, and do not think that it is better now.",
)


def _name(rng: random.Random) -> str:
    return (rng.choice(_START) + rng.choice(_START) + rng.choice(_END)).capitalize()


class Story:
    """One thing that happened: its names, its quotation and its toll are drawn once, its articles tell it in several ways."""

    def __init__(self, rng: random.Random, day: date) -> None:
        self.rng, self.day = rng, day
        self.place, self.firm = _name(rng), f"{_name(rng)} {rng.choice(('Lines', 'Works', 'Group'))}"
        self.people = [f"{_name(rng)} {_name(rng)}" for _ in range(3)]
        self.kind, self.dead = rng.choice(_KINDS), rng.randint(5, 60)
        self.towns = [_name(rng) for _ in range(4)]
        words = [rng.choice(_THINGS + _DEEDS) for _ in range(10)]
        self.quote = "We saw the " + " and the ".join(f"{a} near {_name(rng)} {b}" for a, b in zip(words[::2], words[1::2], strict=True))

    def article(self, number: int, padding: int) -> tuple[date, str]:
        rng, later = self.rng, number // 3
        dead = self.dead + 3 * later
        place, (witness, mayor, expert) = self.place, self.people
        body = [
            f"A {self.kind} in {place} killed {dead} people and injured {2 * dead}, officials said on {(self.day + timedelta(later)):%A}.",
            f"“{self.quote},” said {witness}, a teacher who was there. The mayor of {place}, {mayor}, said help had come from four towns: "
            f"{', '.join(self.towns[:3])} and {self.towns[3]}.",
            f"{self.firm} said it had spent ${rng.randint(2, 90)}.{rng.randint(1, 9)} million on safety, up {rng.randint(2, 9)} percent in a year.",
            f"{expert}, an engineer, has studied the {rng.choice(_THINGS)} since March {rng.randint(1, 28)}, {rng.randint(1990, 2019)}.",
            rng.choice(_COMMON).format(nth="third", place=place, thing=rng.choice(_THINGS), deed=rng.choice(_DEEDS)),
        ]
        plain = [
            rng.choice(_PLAIN).format(place=place, street=_name(rng), thing=rng.choice(_THINGS), other=rng.choice(_THINGS), deed=rng.choice(_DEEDS))
            for _ in range(6 + padding)
        ]
        if number % 3 == 1:  # another paper's report, in another order
            rng.shuffle(body)
        headline = f"{self.kind.capitalize()} in {place} kills {dead}"
        return self.day + timedelta(later), "\n\n".join([headline, *body, *plain]) + "\n"


def articles(many: int, padding: int = 0) -> Iterator[tuple[date, str]]:
    """So many articles, with their days: a story a few articles, two hundred stories a week."""
    rng, told, number = random.Random(6), 0, 0
    while told < many:
        story = Story(rng, date(2024, 3, 1) + timedelta(number // 30))
        number += 1
        for k in range(min(rng.choice((1, 1, 1, 2, 3, 5, 8)), many - told)):
            told += 1
            yield story.article(k, padding)


def write(folder: Path, many: int, padding: int = 0) -> None:
    folder.mkdir()
    with (folder / "metadata.jsonl").open("w", encoding="utf-8") as metadata:
        for k, (day, text) in enumerate(articles(many, padding)):
            (folder / f"{k:06}.txt").write_text(text, "utf-8")
            metadata.write(json.dumps({"file": f"{k:06}.txt", "published": day.isoformat()}) + "\n")


def measured(folder: Path, jobs: int) -> tuple[float, float, float, dict[str, int]]:
    """CPU seconds, seconds on the clock and peak memory in MB (of the largest process) of one run; and how many findings it had."""
    command = [sys.executable, "-m", "newslint", "--isolated", "--no-cache", "--jobs", str(jobs), "--format", "json", str(folder)]
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(command, stdout=output)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode in (0, 1), f"newslint ended with {child.returncode}"
        output.seek(0)
        report = json.load(output)
    memory = used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return used.ru_utime + used.ru_stime, time.perf_counter() - begun, memory, report["summary"]["findings"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("few", type=int, nargs="?", default=2_000)
    parser.add_argument("many", type=int, nargs="?", default=20_000)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    spent = {}
    with tempfile.TemporaryDirectory() as name:
        for label, many, padding in (("few", options.few, 0), ("four times the text", options.few, 36), ("many", options.many, 0)):
            folder = Path(name, label)
            write(folder, many, padding)
            size = sum(file.stat().st_size for file in folder.glob("*.txt")) / 1e6
            cpu, clock, memory, findings = measured(folder, options.jobs)
            spent[label] = cpu / many
            told = ", ".join(f"{n} {level}" for level, n in findings.items() if n) or "no findings"
            print(
                f"{label}: {many:,} articles, {size:.1f} MB: {1000 * cpu / many:.2f} ms of CPU an article, {clock:.0f} s, {memory:.0f} MB at most; {told}"
            )
    print(f"time an article, many to few: {spent['many'] / spent['few']:.2f}")


if __name__ == "__main__":
    main()
