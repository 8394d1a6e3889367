"""Switching newslint on: suppressions with their reasons, the baseline, what a change causes, what is otherwise for some desks."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from test_cli import ARTICLE, TWICE, newslint, report, said

OTHER = "The bridge stayed shut until the wind had dropped.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def repeated(path: Path, *sentences: str, before: str = "") -> Path:
    """An article in which each sentence stands twice, so that copy/repeat finds its second stand."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(before + "\n".join([*sentences, "Nobody had expected otherwise, said the harbour master.\n", *sentences]), "utf-8")
    return path


# -- suppressions


def test_a_comment_ignores_a_rule_in_the_paragraph_after_it_or_before_it(tmp_path: Path) -> None:
    ignore = "<!-- newslint: ignore copy/repeat: meant as a refrain -->"
    after = f"{TWICE}\nNobody spoke.\n\n{ignore}\n\n{TWICE}"
    (tmp_path / "after.md").write_text(after, "utf-8")
    (tmp_path / "before.md").write_text(after.replace(f"{ignore}\n\n{TWICE}", TWICE.replace("\n", f" {ignore}\n")), "utf-8")
    (tmp_path / "elsewhere.md").write_text(f"{TWICE}\n{ignore}\n\nNobody spoke.\n\n{TWICE}", "utf-8")
    found = report("--select", "copy/repeat", tmp_path, cwd=tmp_path)
    assert [f["path"] for f in found["findings"]] == ["elsewhere.md"]
    assert found["summary"]["suppressed"] == 2
    assert [(n["path"], n["line"], n["message"]) for n in found["notices"]] == [
        ("elsewhere.md", 3, "ignoring copy/repeat suppresses nothing here any more: take it out")
    ]


def test_a_comment_may_name_families_and_several_rules_and_the_whole_file(tmp_path: Path) -> None:
    repeated(tmp_path / "a.md", TWICE, before="<!-- newslint: ignore-file copy, date/weekday: an old poem -->\n\n")
    found = report("--select", "copy", tmp_path)
    assert found["findings"] == []
    # date/weekday did not run: whether it would have found anything is not known
    assert found["notices"] == []


def test_front_matter_ignores_in_the_whole_document(tmp_path: Path) -> None:
    repeated(tmp_path / "a.txt", TWICE, before="---\nnewslint-ignore: {copy/repeat: a refrain}\n---\n")
    repeated(tmp_path / "b.txt", TWICE, before="---\nnewslint-ignore: [copy/repeat]\n---\n")
    found = report("--select", "copy/repeat", tmp_path, cwd=tmp_path)
    assert [f["path"] for f in found["findings"]] == ["b.txt"]
    assert [(p["path"], p["message"]) for p in found["problems"]] == [("b.txt", "newslint-ignore: expected RULE: reason")]


def test_a_file_beside_plain_text_ignores_where_its_words_stand(tmp_path: Path) -> None:
    repeated(tmp_path / "a.txt", TWICE, OTHER)
    (tmp_path / "a.txt.newslint.yaml").write_text(
        "ignore:\n  copy/repeat: {text: The ferry was late, reason: a refrain}\n  copy/spacing: looked at\n", "utf-8"
    )
    found = report("--select", "copy/repeat,copy/spacing", tmp_path, cwd=tmp_path)
    assert [f["excerpt"] for f in found["findings"]] == [OTHER.strip()]
    assert [(n["path"], n["line"]) for n in found["notices"]] == [("a.txt.newslint.yaml", 3)]
    assert found["summary"]["skipped"] == 0


def test_a_file_beside_nothing_is_named_and_one_that_cannot_be_read_hides_nothing(tmp_path: Path) -> None:
    repeated(tmp_path / "a.txt", TWICE)
    (tmp_path / "a.txt.newslint.yaml").write_text("ignore:\n  copy/repeat:\n", "utf-8")
    (tmp_path / "gone.txt.newslint.yaml").write_text("ignore: {copy/repeat: a refrain}\n", "utf-8")
    done = newslint("--select", "copy/repeat", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert "a.txt.newslint.yaml:2:3: expected a mapping" in said(done)
    assert "warning[copy/repeat]" in said(done)
    assert "skipped: gone.txt.newslint.yaml" in said(done)


def test_a_suppression_that_cannot_be_understood_is_a_problem_and_hides_nothing(tmp_path: Path) -> None:
    repeated(tmp_path / "a.md", TWICE, before="<!-- newslint: ignore copy/repeat -->\n\n")
    done = newslint("--select", "copy/repeat", tmp_path)
    assert done.returncode == 2
    assert "a.md:1: a comment to newslint that it does not understand" in said(done)
    assert "warning[copy/repeat]" in said(done)


def test_a_rule_that_does_not_run_here_leaves_no_suppression_unused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("<!-- newslint: ignore-file copy/repeat: a refrain -->\n\nNobody spoke.\n", "utf-8")
    assert len(report("--select", "copy", tmp_path)["notices"]) == 1
    (tmp_path / "newslint.yaml").write_text("overrides: [{paths: ['*.md'], ignore: [copy/repeat]}]\n", "utf-8")
    assert report("--select", "copy", tmp_path)["notices"] == []


def test_a_misspelt_rule_in_a_suppression_is_named(tmp_path: Path) -> None:
    repeated(tmp_path / "a.md", TWICE, before="<!-- newslint: ignore-file copy/repaet: a refrain -->\n\n")
    assert "there is no rule or family 'copy/repaet' to ignore (did you mean 'copy/repeat'?)" in said(newslint(tmp_path))


# -- the baseline


def test_what_stands_in_the_baseline_is_not_reported_again(folder: Path) -> None:
    assert newslint("baseline", ".", cwd=folder).returncode == 0
    kept = json.loads((folder / "newslint-baseline.json").read_text("utf-8"))
    assert kept["rules"] == {"copy/repeat": 1}
    done = newslint("--baseline", "newslint-baseline.json", "good.txt", cwd=folder)
    assert done.returncode == 0
    assert "1 in the baseline" in said(done)
    repeated(folder / "new.txt", OTHER)
    (folder / "good.txt").write_text(f"A new first paragraph.\n\n{ARTICLE}", "utf-8")
    found = report("--baseline", "newslint-baseline.json", "new.txt", "good.txt", cwd=folder)
    assert [f["path"] for f in found["findings"]] == ["new.txt"]
    assert found["summary"]["baseline"] == 1


def test_what_is_gone_is_named_and_pruned_and_nothing_else(folder: Path) -> None:
    repeated(folder / "other.txt", OTHER)
    newslint("baseline", ".", cwd=folder)
    (folder / "good.txt").write_text("Mended.\n", "utf-8")
    repeated(folder / "third.txt", TWICE)
    done = newslint("--baseline", "newslint-baseline.json", ".", cwd=folder)
    assert "good.txt: the baseline newslint-baseline.json still holds 1 of copy/repeat that is gone" in said(done)
    assert "third.txt" in said(done)
    assert "1 stale entry taken out, 1 left" in said(newslint("baseline", "--prune", ".", cwd=folder))
    kept = json.loads((folder / "newslint-baseline.json").read_text("utf-8"))
    assert list(kept["findings"]) == ["other.txt"]


def test_entries_of_an_article_that_is_gone_are_stale_too(folder: Path) -> None:
    repeated(folder / "other.txt", OTHER)
    newslint("baseline", ".", cwd=folder)
    (folder / "other.txt").unlink()
    assert "other.txt: the baseline newslint-baseline.json still holds 1 of copy/repeat that is gone" in said(
        newslint("--baseline", "newslint-baseline.json", ".", cwd=folder)
    )
    assert "1 stale entry taken out, 1 left" in said(newslint("baseline", "--prune", ".", cwd=folder))


def test_the_config_may_name_the_baseline(folder: Path) -> None:
    (folder / "newslint.yaml").write_text("baseline: known.json\n", "utf-8")
    newslint("baseline", ".", cwd=folder)
    assert (folder / "known.json").is_file()
    assert newslint(".", cwd=folder).returncode == 0
    assert newslint("--isolated", ".", cwd=folder).returncode == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "newslint-baseline/1", "findings": []}', "\xff"])
def test_a_baseline_that_is_none_is_refused(folder: Path, text: str) -> None:
    (folder / "b.json").write_bytes(text.encode("latin-1"))
    done = newslint("--baseline", "b.json", "good.txt", cwd=folder)
    assert done.returncode == 2
    assert "baseline" in done.stderr
    assert "Traceback" not in done.stderr


# -- what has changed


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def test_a_config_writes_no_baseline_over_what_is_none(tmp_path: Path) -> None:
    project = tmp_path / "project"
    repeated(project / "a.txt", TWICE)
    (tmp_path / "mine.sh").write_text("echo", "utf-8")
    (project / "notes").write_text("keep", "utf-8")
    for name, told in (("../mine.sh", "is outside its project"), ("../new.json", "is outside its project"), ("notes", "is no baseline")):
        (project / "newslint.yaml").write_text(f"baseline: {name}\n", "utf-8")
        done = newslint("baseline", ".", cwd=project)
        assert done.returncode == 2
        assert told in done.stderr
    assert (tmp_path / "mine.sh").read_text("utf-8") == "echo"
    assert (project / "notes").read_text("utf-8") == "keep"
    assert not (tmp_path / "new.json").exists()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "désk copy"
    repeated(folder / "old.txt", TWICE)
    repeated(folder / "sub" / "also old.txt", TWICE)
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "first")
    return folder


def test_only_changed_lines_are_reported(checkout: Path) -> None:
    with (checkout / "old.txt").open("a", encoding="utf-8") as file:
        file.write(f"\n{OTHER}\n{OTHER}")
    repeated(checkout / "sub" / "new.txt", OTHER)
    found = report("--select", "copy/repeat", "--changed-since", "HEAD", ".", cwd=checkout)
    assert [(f["path"], f["excerpt"]) for f in found["findings"]] == [("old.txt", OTHER.strip()), ("sub/new.txt", OTHER.strip())]


def test_what_a_change_causes_elsewhere_is_reported(checkout: Path) -> None:
    story = "---\npublished: 2026-03-05\n---\n\nThe vote was put off.\n\nDelegates spoke of the four-year-old Russia-Ukraine war.\n"
    (checkout / "dated.md").write_text(story, "utf-8")
    git(checkout, "add", ".")
    git(checkout, "commit", "-m", "second")
    (checkout / "dated.md").write_text(story.replace("2026-03-05", "2025-09-03"), "utf-8")
    found = report("--select", "duration/event", "--changed-since", "HEAD", ".", cwd=checkout)
    # the paragraph has not changed, but the war was younger then
    assert [(f["path"], f["start"]["line"]) for f in found["findings"]] == [("dated.md", 7)]


def test_a_renamed_article_is_not_new(checkout: Path) -> None:
    git(checkout, "mv", "old.txt", "renamed.txt")
    found = report("--select", "copy/repeat", "--changed-since", "HEAD", ".", cwd=checkout)
    assert found["findings"] == []


def test_a_branch_is_compared_with_where_it_left_the_revision(checkout: Path) -> None:
    git(checkout, "checkout", "-q", "-b", "story")
    repeated(checkout / "story.txt", OTHER)
    git(checkout, "add", ".")
    git(checkout, "commit", "-m", "story")
    git(checkout, "checkout", "-q", "main")
    (checkout / "old.txt").write_text("Mended on main.\n", "utf-8")
    git(checkout, "commit", "-am", "mended")
    git(checkout, "checkout", "-q", "story")
    found = report("--select", "copy/repeat", "--changed-since", "main", ".", cwd=checkout)
    assert [f["path"] for f in found["findings"]] == ["story.txt"]


def test_nothing_left_to_check_is_a_success_and_said(checkout: Path) -> None:
    done = newslint("--changed-since", "HEAD", ".", cwd=checkout)
    assert done.returncode == 0
    assert "no article has changed since HEAD: nothing to check" in done.stderr
    assert "problem" not in done.stdout


def test_an_unknown_revision_is_named_and_a_shallow_clone_told_what_to_fetch(checkout: Path, tmp_path: Path) -> None:
    done = newslint("--changed-since", "nowhere", ".", cwd=checkout)
    assert done.returncode == 2
    assert "git knows no revision 'nowhere'" in done.stderr
    first = git(checkout, "rev-parse", "HEAD")
    (checkout / "old.txt").write_text("Changed.\n", "utf-8")
    git(checkout, "commit", "-am", "second")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{checkout}", "shallow")
    done = newslint("--changed-since", first, ".", cwd=tmp_path / "shallow")
    assert done.returncode == 2
    assert "this clone is shallow" in done.stderr
    assert "fetch-depth: 0" in done.stderr


def test_outside_a_checkout_git_is_quoted(folder: Path) -> None:
    done = newslint("--changed-since", "HEAD", ".", cwd=folder, env={"GIT_CEILING_DIRECTORIES": str(folder.parent)})
    assert done.returncode == 2
    assert "git says" in done.stderr


def test_a_folder_that_passes_for_a_repository_is_not_asked(checkout: Path) -> None:
    sub, ran = checkout / "sub", checkout / "ran"
    git(sub, "init", "-q", "--bare", ".")
    (sub / "config").write_text(f'[core]\n\tworktree = .\n[filter "x"]\n\tclean = touch \\"{ran}\\"; cat\n', "utf-8")
    (sub / ".gitattributes").write_text("*.txt filter=x\n", "utf-8")
    git(sub, "--git-dir=.", "add", "also old.txt")
    git(sub, "--git-dir=.", "commit", "-m", "theirs")
    ran.unlink()
    (sub / "also old.txt").write_text("Changed.\n", "utf-8")
    done = newslint("--changed-since", "HEAD", ".", cwd=sub)
    assert done.returncode == 2
    assert "git says: fatal: cannot use bare repository" in done.stderr
    assert not ran.exists()


def test_articles_of_several_checkouts_and_of_none(checkout: Path, tmp_path: Path) -> None:
    other, loose = tmp_path / "another", tmp_path / "a loose folder"
    repeated(other / "same.txt", TWICE)
    for arguments in (("init",), ("add", "."), ("commit", "-m", "first")):
        git(other, *arguments)
    repeated(other / "new.txt", OTHER)
    repeated(loose / "story.txt", TWICE)
    done = report(
        "--select", "copy/repeat", "--changed-since", "HEAD", loose, checkout, other, cwd=tmp_path, env={"GIT_CEILING_DIRECTORIES": str(tmp_path)}
    )
    assert [f["path"] for f in done["findings"]] == ["a loose folder/story.txt", "another/new.txt"]


# -- overrides


def test_rules_and_levels_differ_by_path_and_by_metadata(tmp_path: Path) -> None:
    repeated(tmp_path / "news" / "a.txt", TWICE)
    repeated(tmp_path / "poems" / "b.txt", TWICE)
    repeated(tmp_path / "news" / "c.md", TWICE, before="---\ngenre: Opinion\n---\n\n")
    repeated(tmp_path / "news" / "d.txt", TWICE)
    (tmp_path / "news" / "metadata.jsonl").write_text('{"file": "d.txt", "section": ["sport", "local"]}\n', "utf-8")
    (tmp_path / "newslint.yaml").write_text(
        "overrides:\n"
        "  - {paths: [poems/**], ignore: [copy/repeat]}\n"
        "  - {metadata: {genre: [opinion, obituary]}, severity: {copy: info}}\n"
        "  - {paths: ['*.txt'], metadata: {section: sport}, severity: {copy/repeat: error}}\n",
        "utf-8",
    )
    found = report("--select", "copy", ".", cwd=tmp_path)
    assert {f["path"]: f["severity"] for f in found["findings"]} == {"news/a.txt": "warning", "news/c.md": "info", "news/d.txt": "error"}
    found = report("--select", "copy", "--severity", "copy/repeat=warning", ".", cwd=tmp_path)
    assert {f["severity"] for f in found["findings"]} == {"warning"}


def test_a_rule_may_run_for_some_documents_alone(tmp_path: Path) -> None:
    repeated(tmp_path / "a.txt", TWICE)
    repeated(tmp_path / "web" / "b.txt", TWICE)
    (tmp_path / "newslint.yaml").write_text("ignore: [copy/repeat]\noverrides:\n  - {paths: [web/*], select: [copy/repeat]}\n", "utf-8")
    found = report("--jobs", "2", ".", cwd=tmp_path)
    assert [f["path"] for f in found["findings"]] == ["web/b.txt"]


def test_facts_may_hold_for_some_documents_alone(tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text(
        "schema: newslint-facts/1\nreviewed: 2025-12-31\n"
        "events:\n  pier-closure:\n    name: the closure of the Whitcombe pier\n    kind: occupation\n    aliases: [Whitcombe pier closure]\n    starts: [2020-01-10]\n"
        "    source: https://example.org/pier\n    verified: true\n",
        "utf-8",
    )
    (tmp_path / "newslint.yaml").write_text("overrides:\n  - {paths: [local/*], facts: [desk.yaml]}\n", "utf-8")
    for name in ("local/a.txt", "world/b.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("Traders spoke of the nine-year-old Whitcombe pier closure on Friday.\n", "utf-8")
    found = report("--select", "duration/event", "--published", "2023-03-03", "local", "world", "--config", "newslint.yaml", cwd=tmp_path)
    assert [p["message"] for p in found["problems"]] == []
    assert [f["path"] for f in found["findings"]] == ["local/a.txt"]


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("overrides: [{ignore: [copy]}]", "an override says for which documents it is"),
        ("overrides: [{paths: [a], severty: {copy: info}}]", "did you mean 'severity'?"),
        ("overrides: [{paths: [a], ignore: [copi]}]", "did you mean 'copy'?"),
        ("overrides: {paths: [a]}", "expected a list"),
    ],
)
def test_a_wrong_override_is_explained(folder: Path, config: str, message: str) -> None:
    (folder / "newslint.yaml").write_text(config + "\n", "utf-8")
    done = newslint(folder)
    assert done.returncode == 2
    assert message in said(done)


# -- statistics, languages


def test_statistics_count_by_rule(folder: Path) -> None:
    repeated(folder / "more.txt", TWICE, OTHER)
    done = newslint("--select", "copy/repeat", "--statistics", folder)
    assert done.returncode == 1
    assert "3 2 warning copy/repeat" in said(done)


def test_copy_in_another_language_is_named_and_not_checked(tmp_path: Path) -> None:
    german = "Der Hafen blieb am Montag geschlossen, weil der Wind nicht nachließ und die Fähre nicht anlegen konnte, sagte der Kapitän.\n"
    (tmp_path / "de.txt").write_text(f"{german}\nNiemand hatte es anders erwartet, und auch am Abend war das Wasser noch hoch.\n\n{german}", "utf-8")
    done = newslint(".", cwd=tmp_path)
    assert done.returncode == 0
    assert "de.txt: is in German, which newslint does not read: not checked" in said(done)
    assert "1 document, 1 of them in a language that newslint does not read" in said(done)


# -- the house's spellings


def test_the_house_s_spelling_is_asked_for_wherever_a_name_stands(tmp_path: Path) -> None:
    config = "names:\n  Kyiv: [Kiev]\n  Volodymyr Zelenskyy: [Volodymyr Zelensky]\n  Ada Brenner: [Ada Brener]\n"
    (tmp_path / "newslint.yaml").write_text(config, "utf-8")
    (tmp_path / "a.txt").write_text("Volodymyr Zelensky slept in Kiev.\n\nZelensky left. Engineer Ada Brener stayed.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Volodymyr Zelenskyy woke in Kyiv.\n", "utf-8")
    found = report("--select", "name/variant", "a.txt", "b.txt", cwd=tmp_path)["findings"]
    assert [(f["excerpt"], f["suggestions"]) for f in found] == [
        ("Volodymyr Zelensky", ["Volodymyr Zelenskyy"]),
        ("Kiev", ["Kyiv"]),
        ("Zelensky", ["Zelenskyy"]),
        ("Ada Brener", ["Ada Brenner"]),
    ]
