"""The desk's page: what it shows, that no article does harm through it, and how a browser reads it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from browser import ESCAPE, MISSING, Browser, browser
from newslint import Finding, Location, Place, Severity
from newslint.config import Config
from newslint.document import Document
from newslint.engine.job import Job
from newslint.engine.run import check
from newslint.read import builtin as reader
from newslint.report import Report
from test_formats import HOSTILE, report, written

SEEDS = Path(__file__).parents[1] / "seeds"
ELEMENTS = set(
    "html head meta title style body a header h1 form fieldset legend label input select option p kbd main section h2 h3 ul li article span "
    "figure figcaption cite blockquote mark ins del details summary div table caption thead tbody tr th td br small strong b dl dt dd footer script".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name class href id role aria-label hidden type value checked autocomplete data-path data-rule data-level "
    "tabindex open rel scope".split()
)


class Page(HTMLParser):
    """What stands in a page: its elements, attributes, scripts, and text by element."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.scripts: list[str] = []
        self.shown: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if inside == "script":
            self.scripts.append(data)
        elif inside != "style":
            self.shown.append(data)


@pytest.mark.parametrize("said", HOSTILE)
def test_an_article_is_text_on_the_page_and_nothing_else(said: str) -> None:
    source = written("html", report(said=said, excerpt=said, path="a'\"<b>.txt"))
    page = Page(source)
    assert page.elements <= ELEMENTS
    assert page.attributes <= ATTRIBUTES
    assert page.scripts == [(files("newslint.report.html") / "page.js").read_text("utf-8")]
    assert all(link.startswith(("#", "https://example.org/")) for link in page.links)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", source)


def test_a_source_on_record_is_a_link_only_where_it_is_an_address() -> None:
    from newslint import Evidence

    value = report(1)
    bad = replace(value.findings[0], evidence=(Evidence("a", "javascript:alert(1)"), Evidence("b", "https://example.org/b")))
    page = Page(written("html", replace(value, findings=(bad,))))
    assert [link for link in page.links if not link.startswith("#")] == ["https://example.org/b"]


def test_the_page_asks_for_nothing_and_runs_its_own_script_alone() -> None:
    source = written("html", report())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', source)
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        (content,) = re.findall(rf"<{kind}>(.*?)</{kind}>", source, re.DOTALL)
        assert f"{kind}-src 'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'" in policy
    assert not re.search(r"\bsrc=|@import|url\(|fetch\(|XMLHttpRequest|style=", source)


def test_the_page_shows_the_text_of_marked_up_articles_with_the_lines_of_the_file() -> None:
    source = "<html>\n<body><article>\n<p>Some <b>b&ouml;ld</b>\n  talks &amp; more</p>\n</article></body></html>\n"
    document, _ = reader(".html").read("a.html", source)
    start, end = source.index("b&ouml;ld"), source.index("talks") + 5
    place = Place("a.html", Location(3, 12, start), Location(4, 8, end), source[start:end])
    found = Finding(rule="copy/x", severity=Severity.WARNING, message="x", place=place)
    value = Report((found,), (), 1, 0, (), (), "0", {"a.html": source}, ("a.html",), articles={"a.html": document})
    shown = " ".join(Page(written("html", value)).shown)
    assert "3 Some  böld talks  & more" in shown


def test_other_ends_are_links_to_their_place_which_is_marked_too() -> None:
    page = written("html", check(Job(Config(SEEDS)), [SEEDS]))
    ids = re.findall(r'\bid="?([^" >]+)', page)
    assert len(ids) == len(set(ids))
    anchors = {link[1:] for link in Page(page).links if link.startswith("#")}
    assert anchors <= set(ids)
    (cite,) = set(re.findall(r'a response <cite><a href="#(\w+)">seeds/harbour-gazette.txt, line 7</a>', page))
    (paragraph,) = re.findall(rf'<p class="copy body" id="{cite}">.*?</p>', page)
    assert re.search(r'<span class=number>7</span><a class="mark end" href="#f\d+">Ukrainian Foreign Minister A\w', paragraph)


def test_the_page_tells_the_day_of_each_article_and_how_it_is_known() -> None:
    shown = " ".join(Page(written("html", check(Job(Config(SEEDS)), [SEEDS]))).shown)
    assert "seeds/wire.txt published 2025-09-03 (worked out from its text)" in " ".join(shown.split())
    assert "1 article without a finding" in shown
    assert "no date of publication" in " ".join(Page(written("html", report(1))).shown)


def test_the_matrix_shows_what_the_articles_of_a_story_say() -> None:
    page = written("html", check(Job(Config(SEEDS)), [SEEDS]))
    (matrix,) = re.findall(r'<section class="stories".*?</section>', page, re.DOTALL)
    rows = {re.sub("<[^>]*>", "", row) for row in re.findall("<th scope=row>.*?</th>", matrix)}
    assert {"duration russo-ukrainian-war at issue", "list/disagree at issue", "name Vladimir Putin"} <= rows
    (row,) = re.findall("<tr[^>]*><th scope=row>list/disagree.*?</tr>", matrix)
    assert "Seven countries have offered" in row
    assert "Six countries have offered" in row
    # a wording once, with each line that it stands in
    (row,) = re.findall("<tr[^>]*><th scope=row><span class=kind>name</span> Vladimir Putin.*?</tr>", matrix)
    assert re.search("<span>Putin <small>lines (?:<a[^>]*>\\d+</a>(?:, )?)+</small></span>", row)


# -- in a browser


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    if MISSING:
        pytest.skip(MISSING)
    with browser() as opened:
        yield opened


def opened(window: Browser, tmp_path: Path, value: Report) -> None:
    file = tmp_path / "page.html"
    file.write_text(written("html", value), "utf-8")
    window.open(file)


def large(count: int) -> Report:
    """A report of many findings in many articles, each with its other end."""
    base = report(3)
    text = "\n\n".join(f"Paragraph {k} speaks of the Café and of more." for k in range(20))
    findings = []
    for k in range(count):
        path = f"desk/{k // 10:04}.txt"
        at = [m.start() for m in re.finditer("Café", text)][k % 10]
        line = text.count("\n", 0, at) + 1
        here = Place(path, Location(line, 1, at), Location(line, 5, at + 4), "Café")
        findings.append(replace(base.findings[k % 3], place=here, fingerprint=str(k)))
    paths = sorted({f.place.path for f in findings})
    return replace(base, findings=tuple(findings), sources={**base.sources, **dict.fromkeys(paths, text)}, checked=tuple(paths))


_AXE = "const done = arguments[0]; axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ').slice(0, 300))))"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_that_bars_anybody(window: Browser, tmp_path: Path, scheme: str) -> None:
    window.emulate(prefers_color_scheme=scheme)
    opened(window, tmp_path, replace(check(Job(Config(SEEDS)), [SEEDS]), notices=report().notices, problems=report().problems))
    # its source is run by the driver, which the page's policy does not bind
    window.run((files("axe_core_python") / "axe.min.js").read_text("utf-8") + ";window.axe = axe;")
    assert window.run_async(_AXE) == []


def test_hostile_articles_do_nothing_in_a_browser(window: Browser, tmp_path: Path) -> None:
    window.emulate()
    base = report(1)
    findings = tuple(replace(base.findings[0], message=said, fingerprint=str(k)) for k, said in enumerate(HOSTILE))
    window.log()
    opened(window, tmp_path, replace(base, findings=findings, sources={p: "\n".join(HOSTILE) for p in base.sources}))
    assert window.run("return document.querySelectorAll('.finding').length") == len(HOSTILE)
    assert window.run("return document.querySelectorAll('script').length") == 1
    assert window.run("return [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length") == 0
    assert window.run("return performance.getEntriesByType('resource').length") == 0
    assert window.log() == []


def test_filters_narrow_what_is_shown_and_say_so(window: Browser, tmp_path: Path) -> None:
    window.emulate()
    opened(window, tmp_path, large(60))
    shown = "return [document.getElementById('shown').textContent, document.querySelectorAll('.finding:not(.off)').length, document.querySelectorAll('section.article:not(.off)').length]"
    assert window.run(shown) == ["60 findings", 60, 7]
    window.run("document.querySelector('[value=error]').click()")
    assert window.run(shown) == ["40 of 60 findings", 40, 6]
    change = "const f = document.getElementById('filter').elements[arguments[0]]; f.value = arguments[1]; f.dispatchEvent(new Event('input', {bubbles: true}))"
    window.run(change, "path", "desk/0002.txt")
    assert window.run(shown)[2] == 1
    assert (
        window.run("return [...document.querySelectorAll('.row')].filter(e => e.checkVisibility() && !e.querySelector('.finding:not(.off)')).length")
        == 0
    )
    window.run(change, "words", "no such words")
    assert window.run(shown) == ["0 of 60 findings", 0, 0]


def test_keys_go_from_finding_to_finding(window: Browser, tmp_path: Path) -> None:
    window.emulate()
    opened(window, tmp_path, large(30))
    focused = "return document.activeElement.id"
    window.press("j")
    assert window.run(focused) == "f1"
    window.press("j", "j")
    assert window.run(focused) == "f3"
    window.press("k")
    assert window.run(focused) == "f2"
    window.press("/")
    assert window.run("return document.activeElement.name") == "words"
    window.press("j")
    assert window.run("return document.activeElement.value") == "j"
    window.press(ESCAPE)
    assert window.run("return document.getElementById('shown').textContent") == "30 findings"


def test_a_key_goes_to_the_other_end_and_back(window: Browser, tmp_path: Path) -> None:
    window.emulate(prefers_reduced_motion="reduce")
    opened(window, tmp_path, large(30))
    inside = "const at = document.querySelector(arguments[0]).getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight"
    window.press("j", "o")
    other = window.run("return location.hash")
    assert window.run("return document.querySelector('#f1 cite a').hash") == other
    assert window.run("return document.querySelector(arguments[0]).closest('section').dataset.path", other) == "b.txt"
    assert window.run(inside, other)
    window.press("o")
    assert window.run("return document.activeElement.id") == "f1"


def test_a_place_in_folded_paragraphs_unfolds(window: Browser, tmp_path: Path) -> None:
    window.emulate()
    opened(window, tmp_path, large(30))
    hidden = window.run("return document.querySelector('section.article details.more:not([open]) .copy').id")
    window.run("location.hash = arguments[0]", hidden)
    assert window.run("return document.getElementById(arguments[0]).closest('details').open", hidden)


def test_the_page_is_read_without_a_script(window: Browser, tmp_path: Path) -> None:
    window.emulate()
    file = tmp_path / "page.html"
    file.write_text(re.sub("<script>.*?</script>", "", written("html", large(30)), flags=re.DOTALL), "utf-8")
    window.open(file)
    assert window.run("return [...document.querySelectorAll('form, #keys, #none')].filter(e => e.checkVisibility()).length") == 0
    assert window.run("return [...document.querySelectorAll('.finding')].filter(e => !e.checkVisibility()).length") == 0


def test_the_page_prints_without_its_controls_and_reads_on_a_phone(window: Browser, tmp_path: Path) -> None:
    opened(window, tmp_path, large(30))
    window.emulate(media="print")
    assert window.run("return getComputedStyle(document.getElementById('filter')).display") == "none"
    window.emulate()
    window.run("document.body.style.width = '360px'")
    assert window.run("return document.querySelector('main').scrollWidth <= 360")


def test_two_thousand_findings_are_all_there(window: Browser, tmp_path: Path) -> None:
    window.emulate()
    opened(window, tmp_path, large(2000))
    assert window.run("return document.getElementById('shown').textContent") == "2000 findings"


def test_documents_without_a_reader_are_shown_as_they_are() -> None:
    value = replace(report(1), articles={"b.txt": Document("b.txt", "x", "x")})
    assert "Überall:" in " ".join(Page(written("html", value)).shown)
