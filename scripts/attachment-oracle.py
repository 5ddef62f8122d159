#!/usr/bin/env python3
"""Attaches the layer to functions of SAM templates and lets the real aws-sam-translator say what came of it.

    attachment-oracle.py PARAPET DIR...              exit 1 if a function has not just what it should have
    attachment-oracle.py --self-test PARAPET DIR...  change the results a little; exit 1 if that is not noticed

Templates that the translator rejects, or that have no functions, are left out.
"""

import argparse
import copy
import json
import logging
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sam_oracle.reference import Rejected, translate
from sam_oracle.template import SUFFIXES, Unreadable, is_serverless, read_template

LAUNCHERS = {"x86_64": "/opt/parapet/x86_64/launch", "arm64": "/opt/parapet/aarch64/launch"}
LIBRARIES = {"x86_64": "/opt/parapet/x86_64/libparapet.so", "arm64": "/opt/parapet/aarch64/libparapet.so"}
LAYER = "ParapetLayer"
# The translator names versions and layers by a digest of what they hold, and some deployments by the time.
DIGEST = re.compile(rf"({LAYER}|\w+Version|\w+Deployment|deployment id: )[0-9a-f]{{10,40}}\b")

Resources = dict[str, Any]
Change = Callable[[Resources, list[str]], None]


def resources(template: dict[str, Any]) -> Resources:
    """What the translator makes of a template, without digests in names."""
    text = json.dumps(translate(template)["Resources"])
    result: Resources = json.loads(DIGEST.sub(r"\1", text))
    return result


def run(parapet: Path, verb: str, template: Path, *options: str) -> dict[str, str]:
    """Edits a template; what became of each function."""
    command = [str(parapet), "protect", verb, str(template), "--all", "--format", "json", *options]
    completed = subprocess.run(command, capture_output=True, check=False, text=True, timeout=60)
    if completed.returncode not in (0, 1) or not completed.stdout:
        raise Rejected(completed.stderr.strip())
    report = json.loads(completed.stdout)
    return {each["name"]: each["result"] for part in report["templates"] for each in part["functions"]}


def expected(before: Resources, outcomes: dict[str, str]) -> Resources:
    """What the translator should make of the edited template."""
    after = copy.deepcopy(before)
    for name, outcome in outcomes.items():
        if outcome == "changed":
            protect(after[name].setdefault("Properties", {}))
    return after


def protect(properties: dict[str, Any]) -> None:
    properties.setdefault("Layers", []).append({"Ref": LAYER})
    variables = properties.setdefault("Environment", {}).setdefault("Variables", {})
    architecture = properties.get("Architectures", ["x86_64"])[0]
    # What a parameter leaves open was answered on the command line.
    architecture = architecture if isinstance(architecture, str) else "x86_64"
    if str(properties.get("Runtime", "")).startswith("provided"):
        before = variables.get("LD_PRELOAD")
        variables["LD_PRELOAD"] = LIBRARIES[architecture] + (f":{before}" if before else "")
        return
    if "AWS_LAMBDA_EXEC_WRAPPER" in variables:
        variables["PARAPET_NEXT_WRAPPER"] = variables["AWS_LAMBDA_EXEC_WRAPPER"]
    variables["AWS_LAMBDA_EXEC_WRAPPER"] = LAUNCHERS[architecture]


def differences(wanted: Resources, found: Resources, outcomes: dict[str, str]) -> Iterator[str]:
    layer = found.pop(LAYER, None)
    if "changed" in outcomes.values() and (layer or {}).get("Type") != "AWS::Lambda::LayerVersion":
        yield "the layer is missing"
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            yield f"{name}: wanted {json.dumps(wanted.get(name))[:600]}, found {json.dumps(found.get(name))[:600]}"


def no_change(found: Resources, changed: list[str]) -> None:
    """The comparison itself."""


def lose_layer(found: Resources, changed: list[str]) -> None:
    found[changed[0]]["Properties"]["Layers"].pop()


def lose_variable(found: Resources, changed: list[str]) -> None:
    found[changed[0]]["Properties"]["Environment"]["Variables"].popitem()


def lose_resource(found: Resources, changed: list[str]) -> None:
    found.pop(LAYER)


def change_timeout(found: Resources, changed: list[str]) -> None:
    found[changed[0]]["Properties"]["Timeout"] = -1


CHANGES: list[Change] = [lose_layer, lose_variable, lose_resource, change_timeout]


def compare(parapet: Path, path: Path, change: Change, counts: dict[str, int]) -> list[str]:
    """What is wrong with one template after attaching and detaching; nothing for one that is left out."""
    try:
        template = read_template(path)
        if not is_serverless(template):
            return []
        before = resources(template)
    except (Unreadable, Rejected):
        return []
    with tempfile.TemporaryDirectory() as folder:
        edited = Path(folder) / f"template{path.suffix}"
        edited.write_bytes(path.read_bytes())
        try:
            outcomes = run(parapet, "attach", edited, "--runtime", "python3.12", "--architecture", "x86_64")
        except Rejected:
            return []
        changed = [name for name, outcome in outcomes.items() if outcome == "changed"]
        if not changed:
            return []
        counts["templates"] += 1
        counts["functions"] += len(changed)
        counts["refused"] += len(outcomes) - len(changed)
        try:
            found = resources(read_template(edited))
        except (Unreadable, Rejected) as error:
            return [f"the edited template is not accepted: {error}"]
        change(found, changed)
        problems = list(differences(expected(before, outcomes), found, outcomes))
        run(parapet, "detach", edited)
        if edited.read_bytes() != path.read_bytes():
            problems.append("detaching does not give the bytes back")
        return problems


def templates(folders: list[Path]) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in SUFFIXES)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("parapet", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    options = parser.parse_args()
    # The translator logs what it also throws.
    logging.disable(logging.CRITICAL)
    counts = {"templates": 0, "functions": 0, "refused": 0}
    paths = templates(options.folders)
    if options.self_test:
        missed = [
            change.__name__ for change in CHANGES
            if not any(compare(options.parapet, path, change, counts) for path in paths[:40])
        ]
        print(f"attachment-oracle: {len(CHANGES) - len(missed)} of {len(CHANGES)} differences noticed", *missed)
        return 1 if missed else 0
    failed = 0
    for path in paths:
        for problem in compare(options.parapet, path, no_change, counts):
            failed += 1
            print(f"{path}: {problem}")
    print("attachment-oracle: {functions} functions of {templates} templates, {refused} refused".format(**counts))
    if not counts["functions"]:
        print("attachment-oracle: nothing was compared", file=sys.stderr)
        return 2
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
