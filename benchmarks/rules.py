"""How long 300 house rules in YAML take to load, over none at all, and as a ratio to `yaml.CSafeLoader` reading the same files.

    python benchmarks/rules.py [RUNS]

The rules are of every kind, each in a file of its own. Loading gives the rules as they run, from the cache that the first run filled; patterns
compile when they are first used, in either case. CPU time of this process is compared, medians of the runs.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

RULES = 300


def seconds(runs: int, work: object) -> float:
    assert callable(work)
    times = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return statistics.median(times)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"
        from newslint.kinds import KINDS, builtin
        from newslint.plugins import load_plugins
        from newslint.rulesources import load_rules

        full, empty = Path(name, "full"), Path(name, "empty")
        full.mkdir()
        empty.mkdir()
        kinds = [builtin(kind) for kind in KINDS]
        for number in range(RULES):
            head, _, rest = kinds[number % len(kinds)].example.partition("\n")
            Path(full, f"rule-{number}.yaml").write_text(f"{head}-{number}\n{rest}", "utf-8")

        def load(folder: Path, cache: bool = True) -> int:
            house = [s for s in load_plugins([folder], cache=cache).rules if s.plugin == "house"]
            rules, problems = load_rules(house, lambda _: True)
            assert not problems, problems
            return len(rules)

        def parse() -> None:
            import yaml

            for file in sorted(full.iterdir()):
                yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)

        assert load(full) == RULES  # fills the cache
        none = seconds(runs, lambda: load(empty))
        kept = seconds(runs, lambda: load(full)) - none
        read = seconds(max(runs // 5, 1), lambda: load(full, cache=False)) - none
        plain = seconds(max(runs // 5, 1), parse)
    print(
        f"{RULES} rules over none: {kept * 1000:.1f} ms from the cache, {read * 1000:.1f} ms read strictly; yaml.CSafeLoader alone {plain * 1000:.1f} ms"
    )
    print(f"ratio {kept / plain:.3f} from the cache, {read / plain:.2f} read strictly")


if __name__ == "__main__":
    main()
