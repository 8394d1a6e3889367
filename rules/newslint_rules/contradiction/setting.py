"""contradiction/setting"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint import Bad, CorpusRule, Facts, Finding, Good, Related, SettingClaim, Severity

#: days apart from which two remarks of one kind are likelier two
_DAYS = 2
_SHOWN = 3
#: of the settings of one story each is compared with so many before it
_LAST = 200
#: kinds of occasion that one remark may have at once: an address at a ceremony, an interview by telephone
_ALSO = ({"televised address", "ceremony"}, {"ceremony", "parade"}, {"letter", "post"}, {"interview", "call"}, {"rally", "ceremony"})
#: what reporters are told may be told on most occasions; it excludes these
_NO_REPORTERS = frozenset({"televised address", "letter", "post", "call"})


class Setting(CorpusRule[SettingClaim]):
    """One remark, or one meeting, is given two occasions or two places.

    A speaker's offer was made at a press conference in one article and in a televised address in the other. Where both quote the same words,
    or date the meeting to the same day, a desk should look; where only the kind of remark is the same, it is a hint.
    """

    id = "contradiction/setting"
    severity = Severity.WARNING
    claim = SettingClaim
    examples = (
        Bad(
            "“No ship will leave this harbour before the debts of the port are paid in full,” Emmanuel Macron said at a news conference in Lisbon.",
            "“No ship will leave this harbour before the debts of the port are paid in full,” Emmanuel Macron said «in a television interview».",
            published="2025-03-04",
        ),
        Bad(
            "Emmanuel Macron met Friedrich Merz in Lisbon on March 3, 2025.",
            "Emmanuel Macron met with Friedrich Merz in «Vienna» on March 3, 2025.",
            published="2025-03-04",
        ),
        Good(
            "“No ship will leave this harbour before the debts of the port are paid in full,” Emmanuel Macron said at a news conference in Lisbon.",
            "“No ship will leave this harbour before the debts of the port are paid in full,” Emmanuel Macron said during a media briefing in Portugal.",
            published="2025-03-04",
        ),
        Good(
            "Emmanuel Macron met Friedrich Merz in Lisbon on March 3, 2025.",
            "Emmanuel Macron met Friedrich Merz in Vienna on March 2, 2025.",
            published="2025-03-04",
        ),
    )

    def keys(self, claim: SettingClaim) -> Iterable[str]:
        home = claim.origin.story or claim.origin.path
        own = [] if claim.event.startswith("remark ") else [f"{home} {claim.event}"]
        return own + [f"{home} quotes {run}" for run in claim.quotes]

    def check(self, claims: Sequence[SettingClaim], facts: Facts) -> Iterator[Finding]:
        accused: dict[str, tuple[SettingClaim, list[SettingClaim]]] = {}
        for k, later in enumerate(claims):
            before = claims[max(k - _LAST, 0) : k]
            for earlier in before:
                if _excludes(earlier, later):
                    borne = [_borne_out(one, claims[max(k - _LAST, 0) : k + _LAST]) for one in (earlier, later)]
                    wrong, right = (earlier, later) if borne[0] < borne[1] else (later, earlier)
                    # reprints say it once
                    accused.setdefault(f"{wrong.origin.source} {_setting(wrong)}", (wrong, []))[1].append(right)
        for wrong, against in accused.values():
            yield self._report(wrong, against)

    def _report(self, claim: SettingClaim, against: Sequence[SettingClaim]) -> Finding:
        told = {other.origin.source: other for other in reversed(against)}
        shown = sorted(told.values(), key=against.index)[:_SHOWN]
        there = shown[0]
        sure = claim.event.startswith("meeting ") or bool(claim.quotes & there.quotes)
        return self.report(
            claim,
            f"The copy gives the setting of {_subject(claim)} as “{_setting(claim)}”, line {there.place.start.line} of {there.origin.path} as “{_setting(there)}”. "
            + ("Check which it was." if sure else "If it is the same remark, check which it was."),
            severity=self.severity if sure else Severity.INFO,
            related=[Related(other.place, "another setting") for other in shown],
        )


def _subject(claim: SettingClaim) -> str:
    kind = claim.event.partition(" ")[0]
    return {"meeting": "the meeting", "remark": "the remark"}.get(kind, f"the {kind}")


def _setting(claim: SettingClaim) -> str:
    words = " ".join(claim.place.excerpt.split())
    return f"{words} in {claim.where}" if claim.occasion and claim.where and claim.where not in words else words


def _excludes(one: SettingClaim, other: SettingClaim) -> bool:
    """Whether one remark or meeting can't have had both settings."""
    if one.origin.path == other.origin.path:
        return False
    first, second = one.as_of, other.as_of
    quoted = one.quotes & other.quotes
    if not quoted and one.event != other.event:
        return False
    if not quoted and first and second and abs((second - first).days) > _DAYS and one.occasion:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    sorts = {one.sort, other.sort}
    if "reporters" in sorts:
        return not sorts.isdisjoint(_NO_REPORTERS)
    return None not in sorts and len(sorts) == 2 and not any(sorts <= both for both in _ALSO)


def _borne_out(one: SettingClaim, claims: Sequence[SettingClaim]) -> tuple[int, int]:
    """How many sources, and how many places, have the same setting; what reporters were told bears a press conference out."""
    kind = {one.sort} | ({"reporters"} if one.sort == "press conference" else set())
    same = [c for c in claims if c.sort in kind and (c.country == one.country or None in (c.country, one.country))]
    return len({c.origin.source for c in same}), len(same)
