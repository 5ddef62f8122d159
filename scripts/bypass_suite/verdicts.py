"""What is said of each attack: one sign per runtime and mode."""

from collections.abc import Iterable
from dataclasses import dataclass

from .judge import Outcome
from .manifest import RUNTIMES, Group, Technique
from .runner import Configuration

STOPPED = "✓"
OPEN = "✗"
TOLD = "!"
SILENT = "~"
IMPOSSIBLE = "–"
ABSENT = "·"
NOT_RUN = "?"

LEGEND = {
    STOPPED: "stopped: the attack had no effect",
    TOLD: "not stopped, but an event tells of it",
    SILENT: "stopped, but no event reached the log although one should have",
    OPEN: "not stopped",
    IMPOSSIBLE: "fails without the enforcer too: the platform or the runtime does not allow it",
    ABSENT: "the runtime has no such call",
    NOT_RUN: "not run: a compiler or interpreter is missing",
}
# From best to worst, for comparing two runs; the other signs say nothing about the enforcer.
ORDER = [STOPPED, SILENT, TOLD, OPEN]
MODES = (True, False)  # Lambda-like, plain


@dataclass(frozen=True)
class Difference:
    """One sign that is not what was written down."""

    technique: str
    runtime: str
    lambda_like: bool
    before: str
    now: str

    @property
    def is_worse(self) -> bool:
        return ORDER.index(self.now) > ORDER.index(self.before)

    def __str__(self) -> str:
        mode = "hooks only" if self.lambda_like else "with the kernel layer"
        return f"{self.technique}, {self.runtime}, {mode}: was {self.before}, is {self.now}"


# Signs by technique, in the order of the columns: all runtimes, hooks only before kernel layer.
Signs = dict[str, list[str]]
Outcomes = dict[tuple[str, Configuration, str], Outcome]


def has_to_be_told(technique: Technique, lambda_like: bool) -> bool:
    """Whether the attack cannot end without an event.

    The kernel stops in silence, and whoever gets decoys in place of credentials is not stopped at all.
    """
    return technique.event or (lambda_like and technique.proof not in ("credential", "flood"))


def sign(
    technique: Technique, runtime: str, lambda_like: bool, without: Outcome | None, protected: Outcome | None
) -> str:
    if runtime not in technique.codes:
        return ABSENT
    if protected is None or not protected.ran:
        return NOT_RUN
    # A flood is an effect of the enforcer, so there is none without it.
    if without is not None and not without.succeeded and technique.proof != "flood":
        return IMPOSSIBLE if without.ran else NOT_RUN
    if protected.succeeded:
        return TOLD if protected.noticed else OPEN
    return STOPPED if protected.noticed or not has_to_be_told(technique, lambda_like) else SILENT


def columns() -> list[tuple[str, bool]]:
    return [(runtime, lambda_like) for runtime in RUNTIMES for lambda_like in MODES]


def signs_of(groups: Iterable[Group], outcomes: Outcomes) -> Signs:
    """One row for each technique; without a run with the enforcer off, nothing counts as impossible."""
    signs = {}
    for technique in (technique for group in groups for technique in group.techniques):
        row = []
        for runtime, lambda_like in columns():
            without = outcomes.get((runtime, Configuration("off", lambda_like), technique.id))
            protected = outcomes.get((runtime, Configuration("block", lambda_like), technique.id))
            row.append(sign(technique, runtime, lambda_like, without, protected))
        signs[technique.id] = row
    return signs


def with_impossible_of(written: Signs, signs: Signs) -> Signs:
    """The signs of a run that did not try without the enforcer, with what an earlier one found impossible."""
    adopted = {}
    for technique, row in signs.items():
        before = written.get(technique, row)
        adopted[technique] = [
            IMPOSSIBLE if old == IMPOSSIBLE else new for old, new in zip(before, row, strict=True)
        ]
    return adopted


def differences(before: Signs, now: Signs, unsteady: set[str]) -> list[Difference]:
    """What changed, where both runs say something about the enforcer."""
    found = []
    for technique, row in now.items():
        for (runtime, lambda_like), old, new in zip(columns(), before.get(technique, []), row, strict=False):
            if old == new or old not in ORDER or new not in ORDER:
                continue
            difference = Difference(technique, runtime, lambda_like, old, new)
            if difference.is_worse or technique not in unsteady:
                found.append(difference)
    return found


def alert_problems(groups: Iterable[Group], outcomes: Outcomes) -> list[str]:
    """Where `alert` breaks its promise: all goes on as without it, and what `block` tells is told."""
    problems = []
    for technique in (technique for group in groups for technique in group.techniques):
        for runtime, lambda_like in columns():
            keys = [
                (runtime, Configuration(mode, lambda_like), technique.id)
                for mode in ("off", "block", "alert")
            ]
            without, block, alert = (outcomes.get(key) for key in keys)
            if None in (without, block, alert) or technique.unsteady or technique.proof == "flood":
                continue
            place = f"{technique.id}, {runtime}"
            if without.succeeded and not alert.succeeded:
                problems.append(f"{place}: works without the enforcer but not in `alert`")
            elif without.answer != alert.answer and not technique.varying:
                problems.append(f"{place}: answers in `alert` what it does not answer without the enforcer")
            # In `alert` children have the real values, so nobody can trip over the decoys in their place.
            by_decoys = technique.proof == "credential" and "honeypots" in block.controls
            if without.succeeded and block.noticed and not (alert.noticed or by_decoys):
                problems.append(f"{place}: told in `block` but not in `alert`")
    return problems
