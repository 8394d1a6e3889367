"""The ways in: pre-commit, GitHub, GitLab, a container, the shell. Each file is read by what reads it in earnest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from newslint.read import BUILTIN
from test_adoption import git
from test_cli import ARTICLE

TOP = Path(__file__).parents[1]


def run(*command: object, cwd: Path = TOP, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True)


def hook() -> dict[str, Any]:
    (declared,) = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(declared, dict)
    return declared


def test_pre_commit_takes_the_hook_and_runs_it(tmp_path: Path) -> None:
    done = run(sys.executable, "-m", "pre_commit", "validate-manifest", TOP / ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout
    # as declared, but for the environment: that of these tests has newslint already
    local = {**hook(), "language": "system", "entry": f"{sys.executable} -m {hook()['entry']} --severity copy=error"}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}), "utf-8")
    git(tmp_path, "init")
    (tmp_path / "story.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "README.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "package.json").write_text("{}", "utf-8")
    git(tmp_path, "add", ".")
    done = run(sys.executable, "-m", "pre_commit", "run", "--all-files", cwd=tmp_path, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert done.returncode == 1
    assert "error[copy/repeat]" in done.stdout
    assert "README" not in done.stdout
    (tmp_path / "story.md").write_text("The ferry was late again.\n", "utf-8")
    done = run(sys.executable, "-m", "pre_commit", "run", "--all-files", cwd=tmp_path, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert done.returncode == 0, done.stdout


def test_the_hook_is_for_every_suffix_that_only_articles_have() -> None:
    import re

    for suffix in BUILTIN.keys() - {".json", ".xml"}:
        assert re.search(hook()["files"], f"news/story{suffix}")


@pytest.mark.parametrize(("schema", "file"), [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "ci/newslint.gitlab-ci.yml")])
def test_the_templates_fit_their_schemas(schema: str, file: str) -> None:
    done = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, TOP / file)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", ["action.yml", "ci/newslint.gitlab-ci.yml"])
def test_no_python_looks_for_modules_in_the_checkout(file: str) -> None:
    assert "python -m" not in (TOP / file).read_text("utf-8")


def step() -> str:
    """The script of the action that runs newslint."""
    action = yaml.safe_load((TOP / "action.yml").read_text("utf-8"))
    script = action["runs"]["steps"][-1]["run"]
    assert isinstance(script, str)
    assert "${{" not in script, "what comes from outside must not be part of a script"
    return script


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_the_action_annotates_summarises_and_blocks_on_errors_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b c.txt").write_text("The ferry was late.\n", "utf-8")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    base = {"NEWSLINT_PATHS": ".", "NEWSLINT_FAIL_ON": "error", "NEWSLINT_SINCE": "", "NEWSLINT_SARIF": "out.sarif", "PATH": path}
    for arguments, code in (("", 0), ("--severity copy=error", 1)):
        done = run("bash", "-e", "-c", step(), cwd=tmp_path, GITHUB_STEP_SUMMARY=str(tmp_path / "summary"), NEWSLINT_ARGUMENTS=arguments, **base)
        assert done.returncode == code, done.stdout + done.stderr
        assert "file=a.txt,line=5" in done.stdout
        assert "copy/repeat" in (tmp_path / "summary").read_text("utf-8")
        assert (tmp_path / "out.sarif").is_file()


def test_the_lock_has_all_that_ci_installs() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [line for line in (TOP / "ci" / "lock.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    locked = {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines)}
    for wanted in map(Requirement, (*project["dependencies"], *project["optional-dependencies"]["test"], *project["optional-dependencies"]["docs"])):
        assert wanted.specifier.contains(locked[canonicalize_name(wanted.name)]), wanted
    assert "PIP_CONSTRAINT" in (TOP / ".ci" / "run").read_text("utf-8")


def completions(words: str) -> list[str]:
    done = run(
        Path(sys.executable).parent / "newslint",
        _NEWSLINT_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split(" ")) - 1),
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("newslint cl", "claims"),
        ("newslint --sel", "--select"),
        ("newslint check --changed", "--changed-since"),
        ("newslint baseline --pr", "--prune"),
    ],
)
def test_the_shell_completes_commands_and_the_options_of_check(words: str, completed: str) -> None:
    assert completions(words) == [completed]


def test_the_container_has_what_it_runs() -> None:
    lines = [line for line in (TOP / "Containerfile").read_text("utf-8").splitlines() if line and not line.startswith((" ", "#"))]
    assert {line.split()[0] for line in lines} <= {"FROM", "COPY", "RUN", "USER", "WORKDIR", "ENTRYPOINT"}
    assert 'ENTRYPOINT ["/newslint/bin/newslint"]' in lines
    assert "USER desk" in lines
