"""Words that tell two sets of one kind apart: the bidders and the winners, the dead and the wounded, those of Monday and those of Tuesday.

The words between two bars stand for one thing. Hand-picked from the ordinary vocabulary of news.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint import wording

#: what is done by the members of a list, or to them
_DONE = {
    wording.stem(word): row.split()[0]
    for row in """
        bid tender offer|win award|lose defeat eliminate|shortlist finalist|nominate nominee candidate contender favourite favorite|choose select pick appoint|elect
        sign signatory|ratify|reject refuse decline veto|support back endorse|oppose resist protest|abstain|propose suggest
        invite|attend join took came come present participate|boycott skip absent miss|host hold venue organise organize
        die dead kill victim fatality perish drown|injure wound hurt|rescue save survive|disappear
        arrest detain|charge indict suspect accuse|convict guilty sentence jail|acquit|seize confiscate
        cut sever|impose|lift ease remove|open reopen resume restore|close shut closure
        buy acquire purchase|sell|send deploy|withdraw|leave quit depart|enter qualify advance|relegate
        fund finance pay|supply|monitor observe|patrol|judge juror jury|release
        govern rule|opposition|export|import|lend borrow
    """.replace("\n", "|").split("|")
    if row.strip()
    for word in row.split()
}
#: what a set is on one side of
_QUALIFIED = frozenset(
    map(wording.stem, "former old last next previous vice deputy another not never remain only unlike original earlier later".split())
)
_WHEN = frozenset(
    map(
        wording.stem,
        "monday tuesday wednesday thursday friday saturday sunday "
        "january february march april june july august september october november december".split(),
    )
)


def meaning(words: Iterable[str]) -> set[str]:
    """The words about a list, one for those that stand for one thing: victims are those who were killed."""
    return {_DONE.get(word, word) for word in words}


def tells_apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether the words around two lists say that they are lists of different things."""
    here, there = set(one), set(other)
    if here & _QUALIFIED != there & _QUALIFIED:
        return True
    when, also = here & _WHEN, there & _WHEN
    if when and also and when.isdisjoint(also):
        return True
    does, do = ({_DONE[word] for word in words if word in _DONE} for words in (here, there))
    return bool(does) and bool(do) and does.isdisjoint(do)


def all_times(members: Iterable[str]) -> bool:
    """Whether a list names months or days of the week alone."""
    return {wording.stem(name) for name in members} <= _WHEN | {"may"}
