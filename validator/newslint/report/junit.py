"""`junit`: a test report, for servers that show those: a suite for each document, a failed case for each finding."""

from __future__ import annotations

from collections import defaultdict

from ..errors import Problem
from ..finding import Finding
from . import Report, Reporter, Style
from .xml import document, element, text


def write(report: Report, style: Style) -> str:
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for found in report.findings:
        findings[found.place.path].append(found)
    suites = [_suite(path, [_case(f) for f in findings[path]], failures=len(findings[path])) for path in report.checked]
    if report.problems:
        suites.append(_suite("newslint", [_problem(p) for p in report.problems], errors=len(report.problems)))
    cases = sum(max(len(findings[path]), 1) for path in report.checked) + len(report.problems)
    attributes = {"name": "newslint", "tests": cases, "failures": len(report.findings), "errors": len(report.problems)}
    return document(element("testsuites", attributes, "\n" + "".join(f"{suite}\n" for suite in suites)))


def _suite(name: str, cases: list[str], *, failures: int = 0, errors: int = 0) -> str:
    # a document without findings is a test that passed
    cases = cases or [element("testcase", {"name": "no findings", "classname": name})]
    attributes = {"name": name, "tests": len(cases), "failures": failures, "errors": errors}
    return element("testsuite", attributes, "\n" + "".join(f"{case}\n" for case in cases))


def _case(found: Finding) -> str:
    at = found.place
    body = [f"{at.path}:{at.start.line}:{at.start.column}", f"“{at.excerpt}”"]
    body += [f"{r.message}: {r.place.path}:{r.place.start.line}: “{r.place.excerpt}”" for r in found.related]
    body += [f"write “{s}”" for s in found.suggestions]
    body += [f"record: {e.fact}, {e.source}" for e in found.evidence]
    failure = element("failure", {"message": found.message, "type": found.severity.label}, text("\n".join(body)))
    return element("testcase", {"name": f"{found.rule} at line {at.start.line}, column {at.start.column}", "classname": at.path}, failure)


def _problem(wrong: Problem) -> str:
    error = element("error", {"message": str(wrong), "type": "incomplete"})
    return element("testcase", {"name": wrong.rule or wrong.path or "run", "classname": "newslint"}, error)


REPORTER = Reporter("junit", write)
