"""Template values as text: YAML with CloudFormation's short forms, or JSON with its long ones."""

import json
import re
from dataclasses import dataclass

PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./:-]*[A-Za-z0-9]|[A-Za-z]")
# Words that YAML 1.1 reads as something other than text.
RESERVED = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


@dataclass(frozen=True)
class Ref:
    name: str
    short = property(lambda self: f"!Ref {scalar(self.name)}")
    long = property(lambda self: {"Ref": self.name})


@dataclass(frozen=True)
class GetAtt:
    name: str
    attribute: str
    short = property(lambda self: f"!GetAtt {self.name}.{self.attribute}")
    long = property(lambda self: {"Fn::GetAtt": [self.name, self.attribute]})


@dataclass(frozen=True)
class Sub:
    text: str
    short = property(lambda self: f"!Sub {json.dumps(self.text)}")
    long = property(lambda self: {"Fn::Sub": self.text})


@dataclass(frozen=True)
class If:
    condition: str
    then: object
    otherwise: object
    short = property(lambda self: f"!If [{self.condition}, {scalar(self.then)}, {scalar(self.otherwise)}]")
    long = property(lambda self: {"Fn::If": [self.condition, self.then, self.otherwise]})


@dataclass(frozen=True)
class Equals:
    left: object
    right: str
    short = property(lambda self: f"!Equals [{self.left.short}, {scalar(self.right)}]")
    long = property(lambda self: {"Fn::Equals": [self.left.long, self.right]})


def as_json(document):
    return json.dumps(document, indent=2, default=lambda value: value.long) + "\n"


def as_yaml(document):
    return "\n".join(block(document, 0)) + "\n"


def scalar(value):
    if isinstance(value, (bool, int)):
        return json.dumps(value)
    is_plain = PLAIN.fullmatch(value) and ": " not in value and value.lower() not in RESERVED
    return value if is_plain else json.dumps(value)


def inline(value):
    """The text of a value that stays on its key's line; None where it needs a block."""
    if hasattr(value, "short"):
        return value.short
    if isinstance(value, (dict, list)):
        return None if value else json.dumps(value)
    return scalar(value)


def block(value, depth):
    indent = "  " * depth
    lines = []
    for key, child in value.items() if isinstance(value, dict) else ((None, child) for child in value):
        lead = f"{indent}- " if key is None else f"{indent}{scalar(key)}:"
        text = inline(child)
        if text is not None:
            lines.append(lead + text if key is None else f"{lead} {text}")
        elif key is None:
            nested = block(child, depth + 1)
            lines.append(lead + nested[0].lstrip())
            lines.extend(nested[1:])
        else:
            lines.append(lead)
            lines.extend(block(child, depth + 1))
    return lines
