"""One campaign: compile, plant the secrets, run every sandbox, judge every result."""

import argparse
import sys
import tempfile
from pathlib import Path

from .judge import judge
from .manifest import POLICIES, Group, Technique
from .policies import write_layer
from .runner import Configuration, Sandbox, Secrets, new_secrets, run_sandboxes
from .table import techniques_of
from .toolchain import Build, compile_all
from .verdicts import Outcomes

# How each language says that the rest of a line is a comment.
COMMENTS = {".py": "#", ".sh": "#", ".rb": "#", ".js": "//"}


def plant_secrets(build: Build, known: Secrets) -> None:
    """Puts what an intruder looks for where it belongs."""
    (build.attacker / "token").write_text(known.token)
    (build.task / "protected.txt").write_text(f"source: {known.source}\n")
    for script in build.task.glob("bootstrap.*"):
        script.write_text(script.read_text() + f"{COMMENTS[script.suffix]} {known.source}\n")


def is_ready(technique: Technique, runtime: str, build: Build) -> bool:
    return (
        runtime in build.have
        and "attacks" in build.have
        and all(need in build.have for need in technique.needs)
    )


def sandboxes(
    groups: list[Group], runtimes: list[str], configurations: list[Configuration], build: Build
) -> list[Sandbox]:
    found = []
    for configuration in configurations:
        for runtime in runtimes:
            for policy in POLICIES:
                chosen = tuple(
                    technique
                    for technique in techniques_of(groups)
                    if technique.policy == policy
                    and runtime in technique.codes
                    and is_ready(technique, runtime, build)
                )
                if chosen:
                    found.append(Sandbox(runtime, policy, configuration, chosen))
    # The longest first, so that no core waits for the other at the end.
    return sorted(
        found, key=lambda sandbox: -len(sandbox.techniques) * (2 if sandbox.runtime == "java" else 1)
    )


def attack_all(
    groups: list[Group], runtimes: list[str], configurations: list[Configuration], options: argparse.Namespace
) -> Outcomes:
    techniques = {technique.id: technique for technique in techniques_of(groups)}
    known = new_secrets()
    with tempfile.TemporaryDirectory(prefix="parapet-bypass-") as folder:
        build = compile_all(groups, Path(folder))
        for problem in build.problems:
            print(f"bypass: not built: {problem}", file=sys.stderr)
        plant_secrets(build, known)
        layers = {
            mode: write_layer(Path(folder, "layer", mode), mode, options.enforcer, build.task, known)
            for mode in ("off", "block", "alert")
        }
        results = run_sandboxes(sandboxes(groups, runtimes, configurations, build), build, layers, known)
    if options.show:
        for (runtime, configuration, technique), result in sorted(results.items(), key=str):
            print(f"--- {technique}, {runtime}, {configuration.name}: {result}")
    return {key: judge(techniques[key[2]], result, known) for key, result in results.items()}


def only(groups: list[Group], ids: list[str] | None) -> list[Group]:
    if not ids:
        return groups
    chosen = [
        Group(
            group.name, group.about, tuple(technique for technique in group.techniques if technique.id in ids)
        )
        for group in groups
    ]
    return [group for group in chosen if group.techniques]


def levels_of(outcomes: Outcomes) -> dict[str, str]:
    """The level that most sandboxes of a mode say they reached."""
    levels = {}
    for sign, lambda_like in (("h", True), ("k", False)):
        said = [
            outcome.level
            for (_, configuration, _), outcome in outcomes.items()
            if configuration == Configuration("block", lambda_like) and outcome.level
        ]
        if said:
            levels[sign] = max(sorted(set(said)), key=said.count)
    return levels
