"""The readers: what is copy, what is not, and that every character of the text leads back to its place in the file."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newslint import Document, NewslintError
from newslint.annotate.structure import paragraphs
from newslint.document import Published
from newslint.errors import NoArticle, UserError
from newslint.read import BUILTIN, builtin
from newslint.read.docx import decode as docx_text
from newslint.text import Span

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "readers.yaml").read_text("utf-8"))


def read(suffix: str, source: str) -> Document:
    document, problems = builtin(suffix).read(f"a{suffix}", source)
    assert problems == ()
    return document


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_what_is_copy(case: dict[str, Any]) -> None:
    document = read(case["suffix"], case["source"])
    assert [line for line in document.text.split("\n") if line.strip()] == case["lines"]
    assert len(paragraphs(document.text)) == len(case["lines"])
    for key, value in case.get("metadata", {}).items():
        assert document.metadata.get(key) == value
    if "title" in case:
        assert (document.title.of(document.text) if document.title else None) == case["title"]
    leads_back(document, _DECODED[case["suffix"]])


def without_marks(source: str) -> str:
    """What a stretch of Markdown or reStructuredText may stand for, its marks aside."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"\\(\W)", r"\1", source)))


_DECODED: dict[str, Callable[[str], str]] = {
    ".md": without_marks,
    ".rst": without_marks,
    ".html": lambda s: re.sub(r"\s+", " ", html.unescape(s)),
    ".xml": lambda s: re.sub(r"\s+", " ", html.unescape(s)),
    ".json": lambda s: html.unescape(json.loads(f'"{s}"')),
}


def leads_back(document: Document, decoded: Callable[[str], str]) -> None:
    """Each character of the text stands, decoded, at its place in the source, and places never run backwards."""
    before = 0
    for k, char in enumerate(document.text):
        if char == "\n":
            continue
        span = document.map.source(Span(k, k + 1))
        assert before <= span.start < span.end <= len(document.source), (k, char, span)
        before = span.start
        stands = span.of(document.source)
        # a bullet stands for the tag of its item
        assert char in stands or char in html.unescape(stands) or char in decoded(stands) or stands.lower().startswith("<li"), (k, char, stands)


# -- Markdown against another reader of CommonMark

_ORACLE = MarkdownIt("commonmark")


def shown(source: str) -> str:
    """The words that CommonMark shows, as markdown-it-py reads it: code and images are no copy."""
    parts: list[str] = []
    for token in _ORACLE.parse(source):
        if token.type == "inline":
            for child in token.children or ():
                if child.type in ("text", "text_special"):
                    parts.append(child.content)
                elif child.type in ("softbreak", "hardbreak"):
                    parts.append(" ")
            parts.append(" ")
    return " ".join("".join(parts).split())


_PIECES = st.sampled_from(
    "word Ms_Name **bold** *it* un**believ**able _so_ __so__ snake_case_name 5*3*2 * ** _ [link](x) [a](<b c> 't') [not] [ref][r] [r] [r][] "
    "![im](x) `code` ``a`b`` ` \\* \\[ &amp; &ldquo; &nope; <b> </b> <!--x--> <https://a.org/b> <notatag ( ) ] [ ! ***x*** **a*b** *a**b*c** "
    "“*quoted*” (**x**) 'tis .".split()
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", " ", "\n"])), min_size=1, max_size=14))
def test_markdown_shows_the_words_that_commonmark_shows(pieces: list[tuple[str, str]]) -> None:
    paragraph = "x " + "".join(piece + space for piece, space in pieces) + " y"
    if re.search(r"^\s*(?:[*-]\s|=|>|#|\[r\]:|</?b>|<!--)", paragraph, re.MULTILINE):
        return  # a block of its own: the cases have those
    source = f"{paragraph}\n\n[r]: https://example.org\n"
    document = read(".md", source)
    assert " ".join(document.text.split()) == shown(source)
    leads_back(document, without_marks)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.sampled_from("ab *_[]()<>!`\\&;#-+=|~:\"'/\n1.") | st.characters(exclude_categories=["Cs"]), max_size=60), max_size=4))
@pytest.mark.parametrize("suffix", [".md", ".html", ".rst", ".txt"])
def test_no_text_breaks_a_reader(suffix: str, parts: list[str]) -> None:
    source = "\n\n".join(parts)
    document, _ = builtin(suffix).read("a", source)
    spans = [document.map.source(Span(k, k + 1)) for k in range(len(document.text))]
    assert all(0 <= span.start <= span.end <= len(source) for span in spans)
    assert "\r" not in document.text


# -- every format gives the same words at their own places

_COPY = st.lists(
    st.text(st.sampled_from("abc XYZ éß “”‘’—& <>\"'\\/😀 123,.")).map(lambda s: " ".join(s.split())).filter(lambda s: any(c.isalpha() for c in s)),
    min_size=1,
    max_size=4,
)


def docx(paragraphs: list[str], before: str = "", extra: str = "") -> bytes:
    body = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{html.escape(p)}</w:t></w:r></w:p>" for p in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f"<?xml version='1.0'?>{before}<w:document xmlns:w='{space}'><w:body>{body}{extra}</w:body></w:document>"
        )
    return stored.getvalue()


def as_html(paragraphs: list[str]) -> str:
    body = "".join(f"<p>\n {html.escape(p)}\n</p>" for p in paragraphs)
    return f"<html><body><nav>No copy</nav><article>{body}</article></body></html>"


def as_nitf(paragraphs: list[str]) -> str:
    body = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    return f"<nitf><head/><body><body.content><block>{body}</block></body.content></body></nitf>"


def as_ninjs(paragraphs: list[str]) -> str:
    return json.dumps({"uri": "urn:x", "body_xhtml": "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)})


def as_plain_ninjs(paragraphs: list[str]) -> str:
    return json.dumps({"uri": "urn:x", "body_text": "\n".join(paragraphs)})


@settings(max_examples=60, deadline=None)
@given(_COPY)
@pytest.mark.parametrize(("suffix", "written"), [(".html", as_html), (".xml", as_nitf), (".json", as_ninjs), (".json", as_plain_ninjs)])
def test_every_format_gives_the_words_at_their_places(suffix: str, written: Callable[[list[str]], str], paragraphs: list[str]) -> None:
    document = read(suffix, written(paragraphs))
    assert [line for line in document.text.split("\n") if line] == paragraphs
    leads_back(document, _DECODED[suffix])


@settings(max_examples=40, deadline=None)
@given(_COPY)
def test_word_documents_give_a_line_for_each_paragraph(paragraphs: list[str]) -> None:
    assert docx_text(docx(paragraphs), "a.docx").split("\n") == paragraphs


# -- Word documents that mean harm


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = docx(["x"], extra=" " * 50_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(UserError, match="unpacks to more than"):
        docx_text(bomb, "a.docx")


@pytest.mark.parametrize(
    "declared",
    [
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>",
        "<!DOCTYPE x SYSTEM 'https://example.org/x.dtd'>",
    ],
)
def test_a_document_type_is_refused(declared: str) -> None:
    with pytest.raises(UserError, match="it declares a document type"):
        docx_text(docx(["x"], before=declared), "a.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip", docx(["x"])[:-30], docx(["x"]).replace(b"document", b"elsewher")])
def test_what_is_no_word_document_is_said(data: bytes) -> None:
    with pytest.raises(UserError):
        docx_text(data, "a.docx")


def test_tracked_changes_and_breaks_in_a_word_document() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    extra = (
        f"<w:p>{run('He ')}<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins>{run('always ')}</w:ins>{run('came')}"
        f"<w:r><w:br/><w:t>back.</w:t></w:r></w:p><w:p/><w:tbl><w:tr><w:tc><w:p>{run('cell')}</w:p></w:tc></w:tr></w:tbl>"
    )
    assert docx_text(docx(["First."], extra=extra), "a.docx").split("\n") == ["First.", "He always came back.", "", "cell"]


def test_what_is_hidden_in_a_word_document_or_moved_elsewhere_is_no_copy() -> None:
    run = "<w:r>{}<w:t>{}</w:t></w:r>".format
    shown = "<w:rPr><w:vanish w:val='false'/></w:rPr>"
    extra = (
        f"<w:p><w:moveFrom>{run('', 'It was late.')}</w:moveFrom>{run('', 'Then')}</w:p><w:p><w:moveTo>{run('', 'It was late.')}</w:moveTo>"
        f"{run('<w:rPr><w:vanish/></w:rPr>', ' A note.')}{run(shown, ' Shown.')}{run('', ' The end.')}</w:p>"
    )
    assert docx_text(docx([], extra=extra), "a.docx").split("\n") == ["Then", "It was late. Shown. The end."]


# -- encodings


@pytest.mark.parametrize(
    ("suffix", "named", "encoding"),
    [
        (".html", '<meta charset="ISO-8859-1">', "windows-1252"),
        (".html", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "windows-1252"),
        (".html", "<meta charset=iso-8859-2>", "iso-8859-2"),
        (".html", '<meta charset="latin1">', "utf-8"),
        (".xml", "<?xml version='1.0' encoding='iso-8859-1'?><nitf></nitf>", "windows-1252"),
    ],
)
def test_a_page_that_is_not_utf8_is_read_in_the_encoding_that_it_names(suffix: str, named: str, encoding: str) -> None:
    source = f"{named}<p>Café “München”</p>" if encoding != "iso-8859-2" else f"{named}<p>Café in Łódź</p>"
    assert builtin(suffix).decode(source.encode(encoding), "a") == source


@pytest.mark.parametrize(
    "named", ["", '<meta charset="utf-8">', '<meta charset="unicode_escape">', '<meta charset="hex">', '<meta charset="iso-8859-99">']
)
def test_a_page_that_names_no_such_encoding_is_refused(named: str) -> None:
    with pytest.raises(UserError, match="not UTF-8"):
        builtin(".html").decode(f"{named}<p>Café</p>".encode("latin-1"), "a")


# -- entities, other files, hostile markup


def test_no_declared_entity_is_expanded() -> None:
    source = '<!DOCTYPE nitf [<!ENTITY e SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>a &e; b</p></body.content></body></nitf>'
    assert read(".xml", source).text.strip() == "a &e; b"


@pytest.mark.parametrize(
    ("suffix", "data"), [(".json", b'{"name": "package"}'), (".json", b"[1]"), (".json", b"// x\n{}"), (".xml", b"<urlset/>"), (".xml", b"\xff")]
)
def test_other_files_of_the_same_suffix_are_no_articles(suffix: str, data: bytes) -> None:
    reader = builtin(suffix)
    with pytest.raises(NoArticle):
        reader.read("a", reader.decode(data, "a"))


@pytest.mark.parametrize(
    "source",
    [
        "<a " * 30_000,
        "<!--" * 30_000,
        "[" * 30_000 + "]" * 30_000,
        "*a_" * 20_000,
        "![" * 15_000 + "](x)" * 15_000,
        "`" * 30_000,
        "<div>" * 20_000,
        "&#" * 30_000,
        "<article><p>" * 10_000,
    ],
    ids=["tags", "comments", "brackets", "marks", "images", "ticks", "blocks", "entities", "articles"],
)
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_hostile_markup_is_read_to_its_end(suffix: str, source: str) -> None:
    from newslint.engine.limits import cpu_limit

    with cpu_limit(10):
        builtin(suffix).read("a", source)


@pytest.mark.parametrize("suffix", sorted(BUILTIN))
def test_readers_are_loaded_by_suffix(suffix: str) -> None:
    assert suffix in builtin(suffix).suffixes


def test_a_broken_ninjs_file_is_an_error() -> None:
    with pytest.raises(NewslintError, match="not JSON"):
        read(".json", '{"headline": ')


def test_a_published_date_is_found_in_each_format() -> None:
    from newslint.dating import _in_metadata

    sources = {
        ".html": '<meta property="article:published_time" content="2025-09-03T10:00:00Z"><p>x',
        ".md": "---\npublished: 2025-09-03\n---\nx",
        ".rst": ":date: 2025-09-03\n\nx",
        ".xml": '<nitf><head><docdata><date.issue norm="20250903T100000Z"/></docdata></head><body><body.content><p>x</p></body.content></body></nitf>',
        ".json": '{"headline": "x", "versioncreated": "2025-09-03T10:00:00Z"}',
    }
    for suffix, source in sources.items():
        published, problems = _in_metadata(read(suffix, source).metadata, "metadata", "a")
        assert problems == []
        assert isinstance(published, Published)
        assert str(published.day) == "2025-09-03", suffix
