"""The differences between two normalised expansions, and the verdict on one template."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .candidate import Answer
from .normalise import comparable, mask

ABSENT = object()


@dataclass(frozen=True)
class Difference:
    """One place where the expansions disagree; ``ABSENT`` on the side that has nothing."""

    section: str
    name: str
    kind: str
    path: str
    theirs: Any
    ours: Any


@dataclass
class Verdict:
    """What is known about one template."""

    path: Path
    # "passed", "failed", "rejected" by the translator, or "skipped": nothing to expand.
    status: str
    reason: str = ""
    differences: list[Difference] = field(default_factory=list)
    # Resource types of both sides, one entry per resource; those of differing resources once more.
    compared: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)


def judge(path: Path, original: dict[str, Any], theirs: dict[str, Any], answer: Answer) -> Verdict:
    """Compares the expander's answer with the translator's template."""
    if answer.template is None:
        return Verdict(path, "failed", reason=answer.error or "no template")
    left = comparable(theirs, original)
    right = comparable(answer.template, original)
    mask(left, right)
    verdict = Verdict(path, "passed")
    for section in left:
        for name in sorted(set(left[section]) | set(right[section])):
            _compare_entry(section, name, left[section], right[section], verdict)
    if verdict.differences:
        verdict.status = "failed"
    return verdict


def _compare_entry(
    section: str, name: str, left: dict[str, Any], right: dict[str, Any], verdict: Verdict
) -> None:
    theirs = left.get(name, ABSENT)
    ours = right.get(name, ABSENT)
    present = ours if theirs is ABSENT else theirs
    kind = str(present.get("Type", "?")) if section == "Resources" and isinstance(present, dict) else section
    verdict.compared.append(kind)
    if theirs is ABSENT or ours is ABSENT:
        verdict.differences.append(Difference(section, name, kind, "", theirs, ours))
        verdict.differing.append(kind)
        return
    found = [Difference(section, name, kind, *place) for place in differences(theirs, ours, "")]
    if found:
        verdict.differences += found
        verdict.differing.append(kind)


def differences(theirs: Any, ours: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    """Where two values differ, as (property path, theirs, ours), outermost first."""
    if isinstance(theirs, dict) and isinstance(ours, dict) and not _is_other_call(theirs, ours):
        for key in sorted(set(theirs) | set(ours)):
            inner = f"{path}.{key}" if path else key
            yield from differences(theirs.get(key, ABSENT), ours.get(key, ABSENT), inner)
    elif isinstance(theirs, list) and isinstance(ours, list):
        for index in range(max(len(theirs), len(ours))):
            left = theirs[index] if index < len(theirs) else ABSENT
            right = ours[index] if index < len(ours) else ABSENT
            yield from differences(left, right, f"{path}[{index}]")
    elif not _equal(theirs, ours):
        yield path, theirs, ours


def _is_other_call(theirs: dict[str, Any], ours: dict[str, Any]) -> bool:
    """Two different intrinsic functions are shown whole; key by key they would read as two lines."""
    calls = [set(value) for value in (theirs, ours)]
    if calls[0] == calls[1]:
        return False
    return any(
        len(call) == 1 and (name == "Ref" or name.startswith("Fn::")) for call in calls for name in call
    )


def _equal(theirs: Any, ours: Any) -> bool:
    # Python holds True == 1; a template does not.
    if isinstance(theirs, bool) or isinstance(ours, bool):
        return theirs is ours
    return bool(theirs == ours)
