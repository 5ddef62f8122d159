"""Writes and reads `docs/bypass-results.md`."""

import re
from collections import Counter

from .manifest import RUNTIMES, Group, Technique
from .verdicts import ABSENT, LEGEND, NOT_RUN, OPEN, ORDER, SILENT, STOPPED, TOLD, Signs, columns

TITLE = "# What the enforcer stops, and what it does not"
INTRODUCTION = """\
This page is written by `make bypass`, which runs every attack below for real: first without the enforcer,
where it has to succeed, then with it. Success is told by its effect (the dropped program left its mark, the
real credential or the bytes of the protected file came out, the word arrived at a listener outside of the
policy), never by an error message. `make test` runs the attacks again and fails when one that was stopped is
not any more.

**What this promises.** The enforcer stops command injection, dropped and fileless programs, injected
libraries, programs that are not listed, and child processes that look for credentials. It is no sandbox
against native code that already runs in the process, nor against what an allowed interpreter does in its own
language: see the first section.

**Columns.** For each runtime two modes. *h*: hooks only, under a seccomp filter that refuses prctl, seccomp,
ptrace and Landlock as is reported of Lambda. *k*: with the kernel layer, as far as this kernel has it.
*custom* is a runtime in bash, started by the layer's `bootstrap`. All run as an ordinary user. Real Lambda,
arm64 hardware and .NET were not tried.
"""


def techniques_of(groups: list[Group]) -> list[Technique]:
    return [technique for group in groups for technique in group.techniques]


def is_stopped_everywhere(row: list[str]) -> bool:
    return not any(sign in (OPEN, TOLD, SILENT) for sign in row)


def runtimes_with(row: list[str], signs: str | list[str], *, lambda_like: bool) -> list[str]:
    """The runtimes whose sign in one mode is among these."""
    pairs = zip(columns(), row, strict=True)
    return [runtime for (runtime, mode), sign in pairs if sign in signs and mode == lambda_like]


def places(row: list[str], sign: str) -> str:
    """The runtimes and modes that have one sign, in words as few as possible."""

    def named(lambda_like: bool) -> str:
        found = runtimes_with(row, sign, lambda_like=lambda_like)
        everywhere = found == runtimes_with(row, ORDER, lambda_like=lambda_like)
        return "all runtimes" if everywhere and len(found) > 1 else ", ".join(found)

    hooks, kernel = named(True), named(False)
    if hooks == kernel:
        return hooks
    parts = [(hooks, "hooks only"), (kernel, "with the kernel layer")]
    return "; ".join(f"{runtimes} ({mode})" for runtimes, mode in parts if runtimes)


def open_section(groups: list[Group], signs: Signs) -> list[str]:
    """What is not stopped, under the reason that it has."""
    by_reason: dict[str, list[str]] = {}
    for technique in techniques_of(groups):
        row = signs[technique.id]
        if is_stopped_everywhere(row):
            continue
        words = ((OPEN, ""), (TOLD, "told, not stopped: "), (SILENT, "stopped, not told: "))
        where = "; ".join(f"{word}{places(row, sign)}" for sign, word in words if sign in row)
        line = f"| {technique.group}: {technique.title} | {where} |"
        by_reason.setdefault(technique.reason or "Not explained.", []).append(line)
    lines = ["## Not stopped", ""]
    for reason, rows in by_reason.items():
        lines += [reason, "", "| technique | where |", "|---|---|", *rows, ""]
    return lines


def group_section(group: Group, signs: Signs) -> list[str]:
    heads = [f"{runtime} {'h' if lambda_like else 'k'}" for runtime, lambda_like in columns()]
    lines = [f"## {group.name}", "", f"{group.about} Policy: `{group.techniques[0].policy}`.", ""]
    lines += ["| id | technique | " + " | ".join(heads) + " |", "|---|---|" + ":-:|" * len(heads)]
    for technique in group.techniques:
        lines.append(f"| {technique.id} | {technique.title} | " + " | ".join(signs[technique.id]) + " |")
    return [*lines, ""]


def summary(groups: list[Group], signs: Signs, levels: dict[str, str]) -> list[str]:
    counts = Counter(sign for row in signs.values() for sign in row)
    tried = sum(counts[sign] for sign in ORDER)
    lines = [
        f"**Result.** {len(signs)} techniques, {tried} attacks: {counts[STOPPED]} stopped, {counts[OPEN]} "
        f"not, {counts[TOLD]} told but not stopped, {counts[SILENT]} stopped in silence, "
        f"{counts[NOT_RUN]} not run. "
        f"Level of protection: {levels.get('h', 'unknown')} (*h*), {levels.get('k', 'unknown')} (*k*).",
        "",
    ]
    lines += ["| sign | meaning |", "|:-:|---|"]
    lines += [f"| {sign} | {meaning} |" for sign, meaning in LEGEND.items()]
    return [*lines, ""]


def render(groups: list[Group], signs: Signs, levels: dict[str, str]) -> str:
    lines = [TITLE, "", INTRODUCTION]
    lines += summary(groups, signs, levels) + open_section(groups, signs)
    for group in groups:
        lines += group_section(group, signs)
    return "\n".join(lines).rstrip() + "\n"


def parse_levels(text: str) -> dict[str, str]:
    """The levels of protection that a page was written with."""
    found = re.search(r"Level of protection: (\S+) \(\*h\*\), (\S+) \(\*k\*\)", text)
    return {"h": found[1], "k": found[2]} if found else {}


def parse(text: str) -> Signs:
    """The signs of a page that `render` wrote; rows of other tables are passed over."""
    signs = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 2 + 2 * len(RUNTIMES) and all(
            cell in LEGEND or cell == ABSENT for cell in cells[2:]
        ):
            signs[cells[0]] = cells[2:]
    return signs
