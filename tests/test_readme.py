"""What the README shows of the first run is what the first run prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[1]


def test_the_readme_shows_what_make_demo_prints() -> None:
    shown = re.findall(r"```text\n(.*?)```", (TOP / "README.md").read_text("utf-8"), re.DOTALL)[0]
    done = subprocess.run([sys.executable, "-m", "newslint", "seeds/"], cwd=TOP, capture_output=True)
    printed = done.stdout.decode("utf-8")
    parts = [part.strip("\n") for part in shown.split("\n[…]\n")]
    assert len(parts) > 2
    for part in parts:
        assert part in printed
