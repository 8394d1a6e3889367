"""How long newslint takes on one small file, as a ratio to codespell on the same file.

    python benchmarks/startup.py [RUNS]

Both run as commands of this interpreter's environment, in turn, so that a machine that speeds up or slows down does so for
both. CPU time (user and system) of the whole process is compared: it depends least on what else the machine does. Needs codespell
(`pip install codespell`).
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ARTICLE = """The bridge at Marsh End reopened on Wednesday, 5 June 2024, three weeks after a barge struck it.

“We tested every bolt,” said the county's chief engineer, Ada Brenner. Five towns had asked for a ferry in the meantime, among
them Holt, Selby and Upper Marsh.
"""


def cpu_seconds(command: list[str]) -> float:
    """CPU time of one run of a command, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    programs = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "article.txt")
        file.write_text(ARTICLE, "utf-8")
        ours = [str(programs / "newslint"), "--isolated", str(file)]
        theirs = [str(programs / "codespell"), str(file)]
        cpu_seconds(ours), cpu_seconds(theirs)  # files into memory
        pairs = [(cpu_seconds(ours), cpu_seconds(theirs)) for _ in range(runs)]
    one, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"newslint {one * 1000:.0f} ms, codespell {other * 1000:.0f} ms CPU (medians of {runs})")
    print(f"ratio {statistics.median(a / b for a, b in pairs):.2f}")


if __name__ == "__main__":
    main()
