"""The same articles give the same findings in every format, each at its own place in the file; and so do the claims."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from test_cli import SEEDS, newslint
from test_readers import docx

ARTICLES = [f for f in sorted(SEEDS.glob("*.*")) if f.suffix in (".txt", ".md") and not f.name.startswith("README")]
DAY = "2025-09-03"


def paragraphs(file: Path) -> list[str]:
    """The paragraphs of a sample article, without front matter and marks."""
    text = re.sub(r"\A---\n.*?\n---\n", "", file.read_text("utf-8"), flags=re.DOTALL)
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text)]
    return [re.sub(r"^#+ |[*]", "", block) for block in blocks if block]


def _emphasised(paragraph: str, mark: Callable[[str], str], escape: Callable[[str], str], every: int = 7) -> str:
    """A paragraph in which some words, and the insides of others, are marked up."""
    words = [escape(word) for word in paragraph.split(" ")]
    for k in range(3, len(words), every):
        words[k] = mark(words[k]) if words[k].isalpha() else words[k]
    return " ".join(words)


def _escaped(word: str) -> str:
    word = re.sub(r"([\\`*_\[\]<>#~|!])", r"\\\1", word)
    return re.sub(r"^(\d+)([.)])$", r"\1\\\2", re.sub(r"^([-+])$", r"\\\1", word))


def _entities(word: str) -> str:
    return html.escape(word, quote=False).replace("“", "&ldquo;").replace("”", "&#8221;").replace("’", "&rsquo;").replace("—", "&#x2014;")


def _broken(text: str) -> str:
    """With lines broken, in the middle of sentences, too."""
    return re.sub(r"((?:\S+ ){9}\S+) (?=[A-Za-z“])", r"\1\n", text)


def as_markdown(found: list[str]) -> str:
    return "\n\n".join(_broken(_emphasised(p, lambda w: f"**{w[:1]}**{w[1:]}", _escaped)) for p in found) + "\n"


def as_html(found: list[str]) -> str:
    body = "\n".join(f"<p>\n  {_broken(_emphasised(p, lambda w: f'<a href=x>{w[:2]}<i>{w[2:]}</i></a>', _entities))}</p>" for p in found)
    return f"<!doctype html><html><body><nav>About us</nav><article>{body}</article></body></html>"


def as_rst(found: list[str]) -> str:
    return "\n\n".join(_emphasised(p, lambda w: f"*{w}*", lambda w: re.sub(r"([\\`*_|])", r"\\\1", w)) for p in found) + "\n"


def as_ninjs(found: list[str]) -> str:
    return json.dumps({"uri": "urn:x", "headline": found[0], "body_xhtml": "".join(f"<p>{html.escape(p)}</p>" for p in found[1:])})


def as_nitf(found: list[str]) -> str:
    body = "".join(f"<p>{_emphasised(p, lambda w: f'<em>{w}</em>', lambda w: html.escape(w, quote=False))}</p>\n" for p in found)
    return f"<nitf><body><body.content>{body}</body.content></body></nitf>"


def _plain(text: str) -> str:
    """A stretch of any of the sources, as it is to be read."""
    text = re.sub(r"</?(?:p|i|em|a)\b[^>]*>", " " if "<p" in text else "", text)
    text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)
    return " ".join(html.unescape(re.sub(r"\\(\W)|\*", r"\1", text)).split())


FORMATS: dict[str, Callable[[list[str]], str | bytes]] = {
    ".md": as_markdown,
    ".html": as_html,
    ".rst": as_rst,
    ".json": as_ninjs,
    ".xml": as_nitf,
    ".docx": docx,
}


def laid_out(folder: Path, suffix: str, written: Callable[[list[str]], str | bytes]) -> Path:
    folder.mkdir()
    for file in ARTICLES:
        value = written(paragraphs(file))
        (folder / f"{file.stem}{suffix}").write_bytes(value if isinstance(value, bytes) else value.encode())
    return folder


def found_in(folder: Path) -> list[tuple[str, str, str, str]]:
    done = newslint("--isolated", "--published", DAY, "--format", "json", ".", cwd=folder)
    assert done.returncode == 1, done.stderr
    value: dict[str, Any] = json.loads(done.stdout)
    assert value["problems"] == []
    for finding in value["findings"] if not list(folder.glob("*.docx")) else ():
        source = (folder / finding["path"]).read_text("utf-8")
        assert _plain(source[finding["start"]["offset"] : finding["end"]["offset"]]) == _plain(finding["excerpt"])
    return [(Path(f["path"]).stem, f["rule"], f["severity"], " ".join(f["excerpt"].split())) for f in value["findings"]]


def claims_in(folder: Path) -> list[tuple[str, str, str]]:
    done = newslint("claims", "--isolated", "--published", DAY, "--format", "jsonl", ".", cwd=folder)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return [(Path(r["path"]).stem, r["kind"], " ".join(r["excerpt"].split())) for r in rows if r.get("excerpt")]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[str, str, str, str]], list[tuple[str, str, str]]]:
    folder = laid_out(tmp_path_factory.mktemp("plain") / "txt", ".txt", lambda found: "\n\n".join(found) + "\n")
    return found_in(folder), claims_in(folder)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_format_gives_the_same_findings_and_claims(
    tmp_path: Path, plain: tuple[list[tuple[str, str, str, str]], list[tuple[str, str, str]]], suffix: str
) -> None:
    folder = laid_out(tmp_path / "other", suffix, FORMATS[suffix])
    findings, claims = plain
    assert len(findings) > 10
    assert sorted(found_in(folder)) == sorted(findings)
    assert sorted(claims_in(folder)) == sorted(claims)
