"""Finds and reads templates the way CloudFormation reads them."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

SAM_TRANSFORM = "AWS::Serverless-2016-10-31"
SUFFIXES = {".yaml", ".yml", ".json", ".template"}
# `Fn::ForEach` is expanded by CloudFormation before SAM sees the template, and the translator cannot do
# it: `x.yaml` with loops is compared against what the translator makes of `x.expanded.yaml`.
TWIN_INFIX = ".expanded"


class Unreadable(Exception):
    """The file is not YAML or JSON, or not a template."""


class TemplateLoader(yaml.SafeLoader):
    """YAML 1.1 with the short forms of intrinsic functions.

    Differs from PyYAML in two implicit types, in the direction CloudFormation takes: `2012-10-17` and
    `12:30` stay text.
    """


TemplateLoader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _integer(loader: TemplateLoader, node: yaml.ScalarNode) -> Any:
    return node.value if ":" in node.value else loader.construct_yaml_int(node)


def _real(loader: TemplateLoader, node: yaml.ScalarNode) -> Any:
    return node.value if ":" in node.value else loader.construct_yaml_float(node)


def _intrinsic(loader: TemplateLoader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    name = suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}"
    if isinstance(node, yaml.ScalarNode):
        value: Any = loader.construct_scalar(node)
        if suffix == "GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {name: value}


TemplateLoader.add_constructor("tag:yaml.org,2002:int", _integer)
TemplateLoader.add_constructor("tag:yaml.org,2002:float", _real)
TemplateLoader.add_multi_constructor("!", _intrinsic)


def read_template(path: Path) -> dict[str, Any]:
    """The template as plain values. Throws ``Unreadable``, also for YAML that is no template."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"cannot be read: {error}") from error
    try:
        value = json.loads(text)
    except ValueError:
        try:
            value = yaml.load(text, Loader=TemplateLoader)  # noqa: S506 - a SafeLoader
        except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
            raise Unreadable(f"is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(value, dict) or not isinstance(value.get("Resources"), dict):
        raise Unreadable("is not a template: it has no 'Resources' map")
    return value


def is_serverless(template: dict[str, Any]) -> bool:
    """Whether there is anything for SAM to expand. The `Transform` line alone is enough."""
    transform = template.get("Transform")
    names = transform if isinstance(transform, list) else [transform]
    if SAM_TRANSFORM in names:
        return True
    return any(
        isinstance(resource, dict) and str(resource.get("Type", "")).startswith("AWS::Serverless::")
        for resource in template["Resources"].values()
    )


def twin(path: Path) -> Path | None:
    """The hand-expanded form of a template that uses loops, if it has one."""
    candidate = path.with_name(f"{path.stem}{TWIN_INFIX}{path.suffix}")
    return candidate if candidate.is_file() else None


def find_templates(places: Iterable[str]) -> list[Path]:
    """Every file below the places that could be a template; absolute, sorted, no duplicates."""
    found: set[Path] = set()
    for place in map(Path, places):
        if place.is_file():
            found.add(place.absolute())
            continue
        found.update(
            file.absolute() for file in place.rglob("*") if file.suffix in SUFFIXES and file.is_file()
        )
    return sorted(found)
