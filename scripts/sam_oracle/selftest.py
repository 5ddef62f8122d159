"""Proves that the comparison notices: one small change at a time to the translator's own result."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

from .candidate import Answer
from .compare import judge

# Fixed, so that a run can be repeated.
SEED = 20240229
CHANGES_PER_TEMPLATE = 40

Place = tuple[Any, ...]


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Every key, element and leaf below the sections, as the steps that lead to it."""
    if place and len(place) > 1:
        yield place
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*place, index))


def change(template: dict[str, Any], place: Place, choice: random.Random) -> tuple[dict[str, Any], str]:
    """A copy with the place removed, replaced or added to, and which of them."""
    changed = copy.deepcopy(template)
    holder: Any = changed
    for step in place[:-1]:
        holder = holder[step]
    old = holder[place[-1]]
    # One more plain variable for `Fn::Sub` means nothing.
    if choice.random() < 0.4 or place[-2:] == ("Fn::Sub", 1):
        del holder[place[-1]]
        return changed, "removed"
    if isinstance(old, bool):
        holder[place[-1]] = not old
    elif isinstance(old, (int, float)):
        holder[place[-1]] = old + 1
    elif isinstance(old, str):
        holder[place[-1]] = f"{old}x"
    elif isinstance(old, list):
        holder[place[-1]] = [*old, "added"]
    elif isinstance(old, dict):
        holder[place[-1]] = {**old, "Added": "added"}
    else:
        holder[place[-1]] = "was null"
    return changed, "changed"


def is_meant_to_pass(place: Place, theirs: dict[str, Any], original: dict[str, Any]) -> bool:
    """Whether a documented normalisation covers the place."""
    name = place[1]
    resource = theirs["Resources"].get(name, {}) if place[0] == "Resources" else {}
    written = original["Resources"].get(name, {"Type": "AWS::Serverless::"})
    if place[0] not in ("Resources", "Conditions", "Outputs"):
        return True
    if place[2:3] == ("Metadata",):
        return str(written.get("Type")).startswith("AWS::Serverless::")
    if place[2:] == ("Properties",):
        return not resource["Properties"]
    if place[2:] == ("Properties", "Description"):
        return resource.get("Type") == "AWS::ApiGateway::Deployment"
    return "parapet-oracle-packaged" in json.dumps(_property(resource, place))


def _property(resource: dict[str, Any], place: Place) -> Any:
    if place[2:3] == ("Properties",) and len(place) > 3:
        return resource.get("Properties", {}).get(place[3])
    return None


def unnoticed(path: Any, original: dict[str, Any], theirs: dict[str, Any]) -> tuple[int, list[str]]:
    """How many changes were tried on one template, and those after which it still passed."""
    choice = random.Random(f"{SEED}{path.name}")
    everywhere = [place for place in places(theirs) if not is_meant_to_pass(place, theirs, original)]
    chosen = choice.sample(everywhere, min(CHANGES_PER_TEMPLATE, len(everywhere)))
    missed = []
    for place in chosen:
        changed, kind = change(theirs, place, choice)
        if judge(path, original, theirs, Answer(template=changed)).status == "passed":
            missed.append(f"{kind} {'.'.join(map(str, place))}")
    return len(chosen), missed
