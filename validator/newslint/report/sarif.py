"""`sarif`: Static Analysis Results Interchange Format 2.1.0 (OASIS), as code scanning services and editors read it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ..errors import Problem
from ..finding import Finding, Place, Severity
from . import Report, Reporter, RuleInfo, Style
from .safe import as_json, visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(report: Report, style: Style) -> str:
    rules = {rule.id: k for k, rule in enumerate(report.rules)}
    notices = [_notification(n, "note") for n in report.notices]
    run = {
        "tool": {
            "driver": {"name": "newslint", "version": report.version, "semanticVersion": report.version, "rules": [_rule(r) for r in report.rules]}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.problems,
                "toolExecutionNotifications": [_notification(p, "error") for p in report.problems] + notices,
            }
        ],
        "artifacts": [{"location": {"uri": uri(path)}} for path in report.checked],
        "results": [_result(f, rules, report.sources) for f in report.findings],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def uri(path: str) -> str:
    """A path as a URI reference (RFC 3986): relative ones stay relative, absolute ones become file URIs."""
    encoded = quote(os.fsencode(path), safe="/-._~")
    return "file://" + encoded if path.startswith("/") else encoded


def _rule(rule: RuleInfo) -> dict[str, Any]:
    text = f"{rule.summary}\n\n{rule.why}".strip()
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.id.partition("/")[0]]},
    }


def _result(found: Finding, rules: Mapping[str, int], sources: Mapping[str, str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "level": _LEVELS[found.severity],
        "message": {"text": visible(found.message)},
        "locations": [_location(found.place, sources)],
        "partialFingerprints": {"newslint/v1": found.fingerprint},
    }
    if found.rule in rules:
        result["ruleIndex"] = rules[found.rule]
    if found.related:
        result["relatedLocations"] = [
            {"id": k, "message": {"text": visible(other.message)}, **_location(other.place, sources)} for k, other in enumerate(found.related)
        ]
    if found.suggestions:
        result["fixes"] = [_fix(found.place, new) for new in found.suggestions]
    if found.evidence:
        result["properties"] = {"evidence": [{"fact": e.fact, "source": e.source} for e in found.evidence]}
    return result


def _location(at: Place, sources: Mapping[str, str]) -> dict[str, Any]:
    written = sources[at.path][at.start.offset : at.end.offset] if at.path in sources else at.excerpt
    return {"physicalLocation": {"artifactLocation": {"uri": uri(at.path)}, "region": {**_region(at), "snippet": {"text": written}}}}


def _region(at: Place) -> dict[str, Any]:
    return {
        "startLine": at.start.line,
        "startColumn": at.start.column,
        "endLine": at.end.line,
        "endColumn": at.end.column,
        "charOffset": at.start.offset,
        "charLength": at.end.offset - at.start.offset,
    }


def _fix(at: Place, new: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(at), "insertedContent": {"text": new}}
    return {
        "description": {"text": f"Write “{visible(new)}”"},
        "artifactChanges": [{"artifactLocation": {"uri": uri(at.path)}, "replacements": [replacement]}],
    }


def _notification(wrong: Problem, level: str) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": level, "message": {"text": visible(str(wrong))}}
    if wrong.path:
        location: dict[str, Any] = {"artifactLocation": {"uri": uri(wrong.path)}}
        if wrong.line:
            location["region"] = {"startLine": wrong.line}
        notification["locations"] = [{"physicalLocation": location}]
    return notification


REPORTER = Reporter("sarif", write)
