"""The handbook: its generated pages are fresh, it builds without a warning, and every command in it does what it says."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
#: pages in the order in which a newcomer reads them; what one installs the next has
PAGES = ("start", "yaml-rules", "plugins", "api")


def test_the_generated_pages_are_what_their_sources_say() -> None:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    generate: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    pages = generate.pages()
    kept = {file.relative_to(DOCS) for folder in ("rules", "kinds") for file in (DOCS / folder).rglob("*.md")}
    stale = sorted(str(path) for path, text in pages.items() if path not in kept or (DOCS / path).read_text("utf-8") != text)
    assert not stale, "these pages are stale: run `make docs`"
    assert kept == set(pages), "these pages are of no rule: run `make docs`"


def test_the_handbook_builds_without_a_warning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", str(DOCS), str(tmp_path)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "rules" / "date" / "weekday.html").exists()


# -- the commands


@dataclass(frozen=True)
class Step:
    """A file that a page has its reader save, or a command with what it prints and its exit code."""

    file: str | None = None
    text: str = ""
    command: str | None = None
    printed: tuple[str, ...] = ()
    code: int = 0


_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps(page: str) -> Iterator[Step]:
    for language, name, body in _FENCE.findall((DOCS / f"{page}.md").read_text("utf-8")):
        if language == "console":
            for block in body.split("$ ")[1:]:
                command, *printed = block.splitlines()
                command, _, code = command.partition("  # exits with ")
                yield Step(command=command, printed=tuple(line for line in printed if line.strip(" …")), code=int(code or 0))
        elif name:
            yield Step(file=name, text=body)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A virtual environment in which nothing is installed, and in which `pip install newslint` installs this source."""
    folder = tmp_path_factory.mktemp("fresh")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    (folder / "constraints.txt").write_text(f"newslint @ {wheel.as_uri()}\n", "utf-8")
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "XDG_"))},
        "PATH": f"{folder / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PIP_CONSTRAINT": str(folder / "constraints.txt"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }


def shell(command: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-c", command], cwd=cwd, env=env, capture_output=True, text=True)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def followed(fresh: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, list[str]]]:
    """Every page followed to the letter, each in a folder of its own: the folder, and what was not as the page says."""
    result = {}
    for page in PAGES:
        folder = tmp_path_factory.mktemp(page)
        wrong: list[str] = []
        for step in steps(page):
            if step.file:
                (folder / step.file).parent.mkdir(parents=True, exist_ok=True)
                (folder / step.file).write_text(step.text, "utf-8")
                continue
            assert step.command
            done = shell(step.command, folder, fresh)
            printed = words(done.stdout + done.stderr)
            if done.returncode != step.code:
                wrong.append(f"{step.command}: exit code {done.returncode}, not {step.code}\n{done.stdout}{done.stderr}")
            wrong += [
                f"{step.command}: does not print {line!r}\n{printed}"
                for line in step.printed
                if any(p not in printed for p in words(line).split(" …"))
            ]
        result[page] = (folder, wrong)
    return result


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_do_what_it_says(followed: dict[str, tuple[Path, list[str]]], page: str) -> None:
    assert not followed[page][1], "\n".join(followed[page][1])


def test_an_outsider_gets_from_new_to_a_finding_in_ci_in_under_ten_commands(
    followed: dict[str, tuple[Path, list[str]]], fresh: dict[str, str], tmp_path: Path
) -> None:
    commands = [step.command for step in steps("plugins") if step.command]
    first_part = commands[: commands.index("newslint rules") + 1]
    assert any(command.startswith("newslint new plugin") for command in first_part)
    assert len(first_part) < 10
    package = shutil.copytree(followed["plugins"][0] / "newslint-trams", tmp_path / "checkout")
    assert {file.suffix for file in (package / "newslint_trams" / "trams").glob("[!_]*.*")} == {".py", ".yaml"}
    # what CI runs
    workflow = (package / ".github" / "workflows" / "newslint.yml").read_text("utf-8")
    outputs = []
    for command in re.findall(r"- run: (.+)", workflow):
        done = shell(command, package, fresh)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        outputs.append(done.stdout)
    assert "::warning" in outputs[-1]
    assert "trams/double-word" in outputs[-1]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A checkout with some copy, as the pages on CI and adoption take it to be."""
    for folder in ("articles", "archive", "drafts"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("The lock opens on Friday, September 3, 2025, the engineer said.\n", "utf-8")
    (tmp_path / "story.md").write_text("# The lock\n\nThe lock opens on Monday.\n", "utf-8")
    git = "git -c user.name=desk -c user.email=desk@example.org"
    commands = f"git init -q . && git add . && {git} commit -qm copy && git update-ref refs/remotes/origin/main HEAD"
    subprocess.run(["bash", "-c", commands], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize("page", ["ci", "adoption", "formats", "editors"])
def test_commands_that_need_a_checkout_run_in_one(desk: Path, page: str) -> None:
    env = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "BASE_SHA": "HEAD",
        "GITHUB_STEP_SUMMARY": str(desk / "summary.md"),
    }
    blocks = re.findall(r"^```sh\n(.*?)^```$", (DOCS / f"{page}.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    # containers are built in CI, not in a test
    commands = [line for block in blocks for line in block.splitlines() if line and not line.startswith("docker ")]
    assert commands
    for command in commands:
        done = shell(command, desk, env)
        assert done.returncode in (0, 1), f"{command}\n{done.stdout}{done.stderr}"
