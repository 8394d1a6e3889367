"""From what rules report to what a reader sees: small pure functions, each findings to findings, in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from types import MappingProxyType

from .config import Config, matches
from .finding import Finding, Severity

Levels = Mapping[str, Sequence[tuple[str, Severity]]]


def sift(findings: Iterable[Finding], config: Config, overrides: Levels = MappingProxyType({})) -> list[Finding]:
    """Severities as configured, guesses capped, duplicates merged, in order of path, offset and rule, with fingerprints.

    `overrides`: by path, the levels that the config's overrides give rules there.
    """
    return numbered(settled(findings, config, overrides))


def settled(findings: Iterable[Finding], config: Config, overrides: Levels = MappingProxyType({})) -> list[Finding]:
    """Findings at the levels that they are to have."""
    return [_capped(_configured(finding, config, overrides.get(finding.place.path, ()))) for finding in findings]


def numbered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings merged, in order, and with their fingerprints."""
    return _fingerprinted(sorted(_merged(findings), key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return (finding.place.path, finding.place.start.offset, finding.place.end.offset, finding.rule, finding.message)


def _configured(finding: Finding, config: Config, overrides: Sequence[tuple[str, Severity]]) -> Finding:
    """The level that the config gives a rule; an id counts more than a family, a later entry more than an earlier one."""
    path = finding.place.path
    entries = [(name, level) for name, glob, level in config.severity if glob is None or matches(path, glob)]
    entries += overrides
    entries += [(name, level) for name, _, level in config.severity_options]
    for named in (finding.rule, finding.family):
        for name, level in reversed(entries):
            if name == named:
                return replace(finding, severity=level)
    return finding


def _capped(finding: Finding) -> Finding:
    """A finding that rests on a date which was worked out says so, and is at most a warning unless the news sentence prints that date."""
    published = finding.assumed
    if published is None or not published.inferred or published.day is None:
        return finding
    known_from = "the text" if published.source == "text" else "another article on the story"
    note = f" (Taking {published.day.isoformat()}, worked out from {known_from}, as the day of publication.)"
    most = Severity.ERROR if published.printed else Severity.WARNING
    return replace(finding, severity=min(finding.severity, most), message=finding.message + note)


def _merged(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for each family and span: the highest severity, and the related places and evidence of all."""
    spans: defaultdict[tuple[str, str, int, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        at = finding.place
        spans[finding.family, at.path, at.start.offset, at.end.offset].append(finding)
    merged = []
    for same in spans.values():
        first, *others = sorted(same, key=lambda f: (-f.severity, f.rule, f.message))
        related = {r.place: r for f in reversed((first, *others)) for r in f.related}
        merged.append(
            replace(
                first,
                suggestions=tuple(dict.fromkeys(s for f in (first, *others) for s in f.suggestions)),
                related=tuple(sorted(related.values(), key=lambda r: (r.place.path, r.place.start.offset, r.place.end.offset))),
                evidence=tuple(dict.fromkeys(e for f in (first, *others) for e in f.evidence)),
            )
        )
    return merged


def _fingerprinted(findings: Iterable[Finding]) -> list[Finding]:
    """With fingerprints that lines added above do not change: of rule, path and excerpt, and a number where these recur."""
    counts: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    done = []
    for finding in findings:
        key = (finding.rule, finding.place.path, " ".join(finding.place.excerpt.split()))
        digest = blake2b("\0".join((*key, str(counts[key]))).encode("utf-8", "surrogatepass"), digest_size=10)
        counts[key] += 1
        done.append(replace(finding, fingerprint=digest.hexdigest()))
    return done
