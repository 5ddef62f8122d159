"""The command line of `scripts/bypass`."""

import argparse
import sys
from pathlib import Path

from .campaign import attack_all, levels_of, only
from .manifest import ROOT, RUNTIMES, Group, ManifestError, read_groups
from .runner import Configuration
from .table import is_stopped_everywhere, parse, parse_levels, render, techniques_of
from .verdicts import (
    NOT_RUN,
    Outcomes,
    Signs,
    alert_problems,
    columns,
    differences,
    signs_of,
    with_impossible_of,
)

PAGE = ROOT / "docs" / "bypass-results.md"
FULL = [Configuration(mode, lambda_like) for mode in ("off", "block") for lambda_like in (True, False)]
ALERT = [Configuration("alert", True)]
# Whether an attack is possible at all is known from the page.
QUICK = [Configuration("block", True), Configuration("block", False)]


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scripts/bypass", description="Runs real attacks with and without the enforcer."
    )
    parser.add_argument("--check", action="store_true", help="compare with the page instead of writing it")
    parser.add_argument(
        "--quick", action="store_true", help="only with the enforcer in block; the page says what is possible"
    )
    parser.add_argument(
        "--runtime", action="append", choices=RUNTIMES, help="only this runtime (repeatable); writes no page"
    )
    parser.add_argument(
        "--technique", action="append", metavar="ID", help="only this one (repeatable); writes no page"
    )
    parser.add_argument(
        "--enforcer", type=Path, default=ROOT / ".deps/enforcer", help="folder with x86_64/libparapet.so"
    )
    parser.add_argument("--show", action="store_true", help="print what each attack handed back and logged")
    return parser


def unexplained(groups: list[Group], signs: Signs) -> list[str]:
    return [
        f"{technique.id}: not stopped, and the list of techniques gives no reason"
        for technique in techniques_of(groups)
        if not is_stopped_everywhere(signs[technique.id]) and not technique.reason
    ]


def unstarted(outcomes: Outcomes) -> list[str]:
    notes: dict[str, int] = {}
    for (runtime, configuration, _), outcome in outcomes.items():
        if not outcome.ran:
            note = f"{runtime}, {configuration.name}: {outcome.note}"
            notes[note] = notes.get(note, 0) + 1
    return [f"{count} attacks could not be tried: {note}" for note, count in notes.items()]


def comparable(signs: Signs, levels: dict[str, str], page: str) -> Signs:
    """The signs, without those of the kernel layer where this kernel offers another than the page knows."""
    written = parse_levels(page).get("k")
    if written is None or written == levels.get("k"):
        return signs
    print(f"bypass: the page knows {written}, this kernel gives {levels.get('k')}: comparing hooks only")
    modes = [lambda_like for _, lambda_like in columns()]
    return {
        technique: [sign if mode else NOT_RUN for sign, mode in zip(row, modes, strict=True)]
        for technique, row in signs.items()
    }


def report(groups: list[Group], outcomes: Outcomes, signs: Signs, options: argparse.Namespace) -> int:
    """Prints what needs a look; 1 if the enforcer is worse than the page says, or the page is stale."""
    page = PAGE.read_text() if PAGE.exists() else ""
    unsteady = {technique.id for technique in techniques_of(groups) if technique.unsteady}
    changed = differences(parse(page), comparable(signs, levels_of(outcomes), page), unsteady)
    problems = unstarted(outcomes) + alert_problems(groups, outcomes) + unexplained(groups, signs)
    problems += [str(difference) for difference in changed if difference.is_worse]
    better = [str(difference) for difference in changed if not difference.is_worse]
    for line in problems:
        print(f"bypass: {line}")
    for line in better:
        print(f"bypass: better than {PAGE.name} says, `make bypass` writes it down: {line}")
    return 1 if problems or (options.check and better) else 0


def main(words: list[str]) -> int:
    options = arguments().parse_args(words)
    try:
        groups = only(read_groups(), options.technique)
    except ManifestError as error:
        print(f"bypass: {error}", file=sys.stderr)
        return 2
    partial = bool(options.runtime or options.technique)
    configurations = QUICK if options.quick else FULL + ALERT
    outcomes = attack_all(groups, options.runtime or list(RUNTIMES), configurations, options)
    signs = signs_of(groups, outcomes)
    if options.quick and PAGE.exists():
        signs = with_impossible_of(parse(PAGE.read_text()), signs)
    status = report(groups, outcomes, signs, options)
    if not (options.check or options.quick or partial):
        PAGE.write_text(render(groups, signs, levels_of(outcomes)))
        print(f"bypass: wrote {PAGE.relative_to(ROOT)}")
    for technique in techniques_of(groups) if partial else ():
        print(f"{technique.id:32} {' '.join(signs[technique.id])}")
    return status
