"""The scanner of quotation marks: every convention and every slip that newslint knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.quotations import Quotations, quotations
from newslint.annotate.structure import paragraphs


def scan(text: str) -> Quotations:
    return quotations(text, paragraphs(text))


def quoted(text: str) -> list[str]:
    return [q.inside.of(text) for q in scan(text).quotes]


def faults(text: str) -> list[tuple[str, str]]:
    return [(f.kind, f.reach.of(text)) for f in scan(text).faults]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We sail at six,” she said.", ["We sail at six,"]),
        ('"We sail at six," she said.', ["We sail at six,"]),
        ("''We sail at six,'' she said.", ["We sail at six,"]),
        ("``We sail at six,'' she said.", ["We sail at six,"]),
        ("‘‘We sail at six,’’ she said.", ["We sail at six,"]),
        ("«We sail at six», she said.", ["We sail at six"]),
        ("« We sail at six », she said.", [" We sail at six "]),
        ("„We sail at six“, she said.", ["We sail at six"]),
        ("„We sail at six”, she said.", ["We sail at six"]),
        ("”We sail,” she said. ”At six,” she added.", ["We sail,", "At six,"]),
        ("»We sail«, she said. »At six«, she added.", ["We sail", "At six"]),
        ("‘We sail at six,’ she said.", ["We sail at six,"]),
        ("'We sail at six,' she said.", ["We sail at six,"]),
        ('“We sail,” she said. "At six."', ["We sail,", "At six."]),
        ('"We sail"--said Mr. Oake.', ["We sail"]),
        ("The crew—“all nine”—sailed.", ["all nine"]),
        ("(“All nine,” she said.)", ["All nine,"]),
        ("“He told me ‘not yet’ and left,” she said.", ["He told me ‘not yet’ and left,", "not yet"]),
        ("‘He told me “not yet” and left,’ she said.", ["He told me “not yet” and left,", "not yet"]),
        ("“He told me “not yet” and left,” she said.", ["He told me “not yet” and left,", "not yet"]),
        ("“I asked, ‘Why now?’” she said.", ["I asked, ‘Why now?’", "Why now?"]),
        ("“So he said, 'not yet.'”", ["So he said, 'not yet.'", "not yet."]),
        ("He stood 6'3\" tall and 5' 11\" wide.", []),
        ('At 6\'3" he was "too tall," she said.', ["too tall,"]),
        ("The Joneses’ car and Jones' cow were the 1990s’ pride.", []),
        ("’Tis the season of the ’90s, so let ’em sing rock ’n’ roll.", []),
        ("‘The Joneses’ car is gone,’ he said.", ["The Joneses’ car is gone,"]),
        ("Mayor calls plan ‘reckless’", ["reckless"]),
        ("'Empty' nets, 'idle' boats", ["Empty", "idle"]),
        ('<a href="x.html" title="y">She</a> said "no" twice.', ["no"]),
        ("“No,” she said.\n\nContinue reading »\n\n» See all hours\n\n« Back", ["No,"]),
        ("", []),
    ],
)
def test_balanced_marks_make_quotations_and_no_fault(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail at six,“ she said.", [("turned", "six,“")]),
        ("”We sail at six,” she said.", [("turned", "”We")]),
        ("”We sail at six,“ she said.", [("turned", "”We"), ("turned", "six,“")]),
        ("‘We sail at six,‘ she said.", [("turned", "six,‘")]),
        ("The boat‘s nets and the crews‘ boots", [("apostrophe", "boat‘s"), ("apostrophe", "crews‘")]),
        ("The boat´s nets", [("apostrophe", "boat´s")]),
        ("Back in the ‘90s they sang.", [("apostrophe", "‘90s")]),
        ("“We sail at six.", [("unclosed", "“We sail at six.")]),
        ("“We sail at six, the skipper said.", [("unclosed", "“We sail at six,")]),
        ('"We sail at six, she said. "We must."', [("unclosed", '"We sail at six,')]),
        ("We sail at six,” she said.", [("unopened", "We sail at six,”")]),
        ('"No," he said. We sail," she said.', [("unopened", 'We sail,"')]),
        ("“No,” he said.”", [("unopened", "he said.”")]),
        ("Dog„", [("unopened", "Dog„")]),
        ("They wrote “” on the hull.", [("empty", "“”")]),
    ],
)
def test_faults(text: str, expected: list[tuple[str, str]]) -> None:
    assert faults(text) == expected


def test_a_quotation_runs_on_over_paragraphs_that_open_again() -> None:
    text = "“We mended nets.\n\n“We caulked the hull.\n\n“Then we sailed,” he said."
    first, second, third = scan(text).quotes
    assert (first.closed, first.runs_on, first.continues) == (False, True, False)
    assert (second.closed, second.runs_on, second.continues) == (False, True, True)
    assert (third.closed, third.runs_on, third.continues) == (True, False, True)
    assert faults(text) == []


def test_a_quotation_runs_on_past_a_caption() -> None:
    text = "“We mended nets.\n\nThe harbour at dawn. Photograph: Ada Lund/Quay Press\n\n“Then we sailed,” he said."
    assert [(q.runs_on, q.continues) for q in scan(text).quotes] == [(True, False), (False, True)]
    assert faults(text) == []


def test_reopened_paragraphs_of_which_the_last_never_closes() -> None:
    assert faults("“We mended nets.\n\n“Then we sailed, he said.") == [("unclosed", "“Then we sailed,")]


def test_a_quotation_closed_in_a_paragraph_that_did_not_open_again() -> None:
    text = "“We mended nets.\n\nThen we sailed.”\n\nThe fleet is out."
    assert [f.kind for f in scan(text).faults] == ["not-reopened"]
    assert quoted(text) == ["We mended nets.", "Then we sailed."]


def test_an_unclosed_quotation_ends_before_its_attribution() -> None:
    text = "“We sail at six, the skipper said in a statement."
    assert quoted(text) == ["We sail at six,"]
    (fault,) = scan(text).faults
    assert fault.correction == "“We sail at six,”"
    assert "the skipper said" in fault.because


def test_depth_counts_the_quotations_around() -> None:
    assert [q.depth for q in scan("“He said ‘no’ twice,” she said. “Twice!”").quotes] == [0, 1, 0]


MARKS = st.text(alphabet="“”\"'‘’«»„ \nab.,s6", max_size=60)


@given(MARKS)
def test_spans_hold_for_any_text(text: str) -> None:
    found = scan(text)
    inner = {p.span for p in paragraphs(text)}
    for quote in found.quotes:
        assert quote.span.contains(quote.inside)
        assert any(p.contains(quote.span) for p in inner)
    assert [q.span.start for q in found.quotes] == sorted(q.span.start for q in found.quotes)
    for fault in found.faults:
        assert fault.reach.contains(fault.mark)


@given(st.lists(st.sampled_from(["“abc.” ", "abc, ", "“abc” de. ", "‘abc’ "]), max_size=12))
def test_balanced_curly_marks_are_never_faults(parts: list[str]) -> None:
    assert faults("".join(parts)) == []
