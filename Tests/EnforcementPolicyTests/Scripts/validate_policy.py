#!/usr/bin/env python3
"""Validates policies against the schema of the documentation, and prints for each what is wrong, or null, as JSON."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "docs/schema/enforcement-policy-1.schema.json"


class Loader(yaml.SafeLoader):
    """Leaves days as the texts that they are in JSON."""


def text(loader: Loader, node: yaml.Node) -> Any:
    return loader.construct_scalar(node)


Loader.add_constructor("tag:yaml.org,2002:timestamp", text)


def problem(validator: Draft202012Validator, path: str) -> str | None:
    try:
        document = yaml.load(Path(path).read_bytes(), Loader)
    except yaml.YAMLError as error:
        return f"no YAML: {error}"
    assert not isinstance(document, (date, datetime))
    errors = sorted(validator.iter_errors(document), key=lambda error: error.json_path)
    return f"{errors[0].json_path}: {errors[0].message[:200]}" if errors else None


def main() -> None:
    schema = json.loads(SCHEMA.read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    print(json.dumps([problem(validator, path) for path in sys.argv[1:]]))


if __name__ == "__main__":
    main()
