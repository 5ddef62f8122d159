"""The command line: arguments in, one of the modes, an exit code."""

import argparse
import importlib.metadata
import json
import logging
import multiprocessing
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from . import coverage, report, selftest
from .candidate import Answer, expand
from .compare import Verdict, judge
from .normalise import comparable
from .reference import Rejected, translate
from .template import Unreadable, find_templates, is_serverless, read_template, twin


@dataclass(frozen=True)
class Reference:
    """One template and what the translator says to it."""

    path: Path
    original: dict[str, Any] | None = None
    expansion: dict[str, Any] | None = None
    # Why there is no expansion: "rejected" or "skipped", and the reason.
    status: str = ""
    reason: str = ""


def reference(path: Path) -> Reference:
    """Reads and translates one file; never throws, so that it can run in a pool."""
    try:
        source = twin(path)
        original = read_template(source or path)
    except Unreadable as error:
        return Reference(path, status="skipped", reason=str(error))
    if not is_serverless(original):
        return Reference(path, status="skipped", reason="has no SAM resource and no SAM transform")
    try:
        return Reference(path, original, translate(original))
    except Rejected as error:
        return Reference(path, original, status="rejected", reason=str(error))


def references(paths: list[Path]) -> list[Reference]:
    """All of them, on all processors, in the order of the paths."""
    with multiprocessing.Pool(os.cpu_count(), initializer=_quiet) as pool:
        return pool.map(reference, paths, chunksize=4)


def _quiet() -> None:
    # The translator logs what it also throws.
    logging.disable(logging.CRITICAL)


def verdict(item: Reference, answer: Answer) -> Verdict:
    """Passed, failed, or why nothing could be compared; a crash is a failure in every case."""
    if answer.crashed:
        return Verdict(item.path, "failed", reason=answer.error or "crashed")
    if item.original is None or item.expansion is None:
        return Verdict(item.path, item.status, reason=item.reason)
    return judge(item.path, item.original, item.expansion, answer)


def compare(options: argparse.Namespace, paths: list[Path], version: str) -> int:
    """Mode --expand."""
    items = references(paths)
    answers = expand(options.expand, paths)
    verdicts = [verdict(item, answers[item.path]) for item in items]
    if options.strict:
        for result in verdicts:
            if result.status in ("rejected", "skipped"):
                result.status, result.reason = "failed", f"{result.status}: {result.reason}"
    for result in verdicts:
        if result.status == "failed" or (options.verbose and result.status != "passed"):
            report.print_template(result, options.verbose)
    report.print_summary(verdicts)
    if options.json:
        report.write_json(options.json, verdicts, version)
    return 1 if any(result.status == "failed" for result in verdicts) else 0


def check(paths: list[Path]) -> int:
    """Mode --check: a template the translator rejects tests nothing."""
    items = references(paths)
    bad = [item for item in items if item.expansion is None]
    for item in bad:
        report.print_template(Verdict(item.path, item.status, reason=item.reason), verbose=True)
    print(f"{len(items) - len(bad)} accepted, {len(bad)} not")
    return 1 if bad else 0


def self_test(paths: list[Path]) -> int:
    """Mode --self-test: a normalisation that removes too much is found here."""
    total, missed = 0, 0
    for item in references(paths):
        if item.original is None or item.expansion is None:
            continue
        tried, unnoticed = selftest.unnoticed(item.path, item.original, item.expansion)
        total += tried
        missed += len(unnoticed)
        for text in unnoticed:
            print(f"not noticed in {item.path.name}: {text}")
    print(f"{total - missed} of {total} changes noticed")
    return 1 if missed or not total else 0


def show(path: Path) -> int:
    """Mode --show."""
    item = reference(path.absolute())
    if item.expansion is None or item.original is None:
        print(f"{item.status}: {item.reason}", file=sys.stderr)
        return 1
    print(json.dumps(comparable(item.expansion, item.original), indent=2, sort_keys=True))
    return 0


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(f"{self.prog}: {message}", file=sys.stderr)
        raise SystemExit(64)


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = _Parser(prog="sam-oracle.py", description="Compares a SAM expander with aws-sam-translator.")
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--expand", metavar="CMD", help="run 'CMD --batch' and compare")
    mode.add_argument("--coverage", action="store_true", help="list what the templates do not use")
    mode.add_argument("--check", action="store_true", help="only see whether the translator accepts them")
    mode.add_argument("--show", action="store_true", help="print the translator's result for one file")
    mode.add_argument("--self-test", action="store_true", help="see whether small changes are noticed")
    parser.add_argument("--deep", action="store_true", help="with --coverage: also every property")
    parser.add_argument("--strict", action="store_true", help="a template that compares nothing has failed")
    parser.add_argument("--json", metavar="OUT", help="with --expand: write all results to a file")
    parser.add_argument("-v", "--verbose", action="store_true", help="all differences, and what was rejected")
    parser.add_argument("places", nargs="+", metavar="DIR", help="folders or files")
    return parser.parse_args(arguments)


def main(arguments: list[str], wanted_version: str) -> int:
    """Runs one mode; returns the exit code."""
    options = _arguments(arguments)
    _quiet()
    version = importlib.metadata.version("aws-sam-translator")
    if version != wanted_version:
        print(f"sam-oracle: translator {version}, written for {wanted_version}", file=sys.stderr)
    missing = [place for place in options.places if not Path(place).exists()]
    if missing:
        print(f"sam-oracle: no such file or folder: {', '.join(missing)}", file=sys.stderr)
        return 2
    paths = find_templates(options.places)
    if not paths:
        print("sam-oracle: no templates (.yaml, .yml, .json, .template) there", file=sys.stderr)
        return 2
    if options.coverage:
        return 0 if coverage.report(paths, options.deep) else 1
    if options.check:
        return check(paths)
    if options.self_test:
        return self_test(paths)
    if options.show:
        return max(show(path) for path in paths)
    return compare(options, paths, version)
