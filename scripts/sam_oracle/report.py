"""Verdicts as text and as JSON."""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from .compare import ABSENT, Difference, Verdict

WIDTH = 150
DIFFERENCES_SHOWN = 25


def _shown(value: Any) -> str:
    if value is ABSENT:
        return "(absent)"
    text = json.dumps(value, sort_keys=True, default=str)
    return text if len(text) <= WIDTH else f"{text[:WIDTH]} ... ({len(text)} characters)"


def _name(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("../..") else relative


def print_template(verdict: Verdict, verbose: bool) -> None:
    """One template's differences, grouped by resource."""
    print(f"{verdict.status.upper()} {_name(verdict.path)}")
    if verdict.reason:
        print(f"  {verdict.reason}")
    shown = verdict.differences if verbose else verdict.differences[:DIFFERENCES_SHOWN]
    heading = ""
    for difference in shown:
        title = f"  {difference.name} ({difference.kind})"
        if title != heading:
            print(title)
            heading = title
        _print_difference(difference)
    if len(shown) < len(verdict.differences):
        print(f"  ... {len(verdict.differences) - len(shown)} more; -v shows all")


def _print_difference(difference: Difference) -> None:
    if not difference.path and difference.ours is ABSENT:
        print("    only in theirs")
    elif not difference.path and difference.theirs is ABSENT:
        print("    only in ours")
    else:
        print(f"    {difference.path}")
        print(f"      theirs {_shown(difference.theirs)}")
        print(f"      ours   {_shown(difference.ours)}")


def print_summary(verdicts: list[Verdict]) -> None:
    """The table by resource type, the counts, and the line other programs read: the last one."""
    compared = Counter(kind for verdict in verdicts for kind in verdict.compared)
    differing = Counter(kind for verdict in verdicts for kind in verdict.differing)
    if compared:
        width = max(map(len, compared))
        print(f"\n{'resource type':<{width}}  compared  differing")
        for kind in sorted(compared, key=lambda kind: (-differing[kind], kind)):
            print(f"{kind:<{width}}  {compared[kind]:>8}  {differing[kind] or '-':>9}")
    counts = Counter(verdict.status for verdict in verdicts)
    print(f"\n{counts['rejected']} rejected by the translator, {counts['skipped']} not SAM templates")
    print(f"{counts['passed']} passed, {counts['failed']} failed")


def write_json(path: str, verdicts: list[Verdict], version: str) -> None:
    """Everything known, for programs. An absent side has no key."""
    counts = Counter(verdict.status for verdict in verdicts)
    document = {
        "translator": version,
        **{status: counts[status] for status in ("passed", "failed", "rejected", "skipped")},
        "templates": [
            {
                "path": _name(verdict.path),
                "status": verdict.status,
                **({"reason": verdict.reason} if verdict.reason else {}),
                "differences": [_record(difference) for difference in verdict.differences],
            }
            for verdict in verdicts
        ],
    }
    Path(path).write_text(json.dumps(document, indent=2, default=str) + "\n", encoding="utf-8")


def _record(difference: Difference) -> dict[str, Any]:
    record: dict[str, Any] = {
        "section": difference.section,
        "name": difference.name,
        "type": difference.kind,
        "path": difference.path,
    }
    if difference.theirs is not ABSENT:
        record["theirs"] = difference.theirs
    if difference.ours is not ABSENT:
        record["ours"] = difference.ours
    return record
