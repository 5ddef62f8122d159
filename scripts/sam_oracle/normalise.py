"""Removes from both expansions what does not mean anything, and nothing else.

Every step says what it removes and why. What is not listed here is compared as it is: a missing
permission, a wider ARN, another principal, a lost condition or attribute is a difference.
"""

import json
import re
from collections import Counter
from typing import Any

from .reference import PACKAGED_BUCKET, PACKAGED_IMAGE, PARTITION, REGION, parameter_defaults

# Parameters, Mappings and Metadata pass through unchanged; Transform and Globals are consumed.
SECTIONS = ("Conditions", "Resources", "Outputs")
PSEUDO_PARAMETERS = {"AWS::Region": REGION, "AWS::Partition": PARTITION}

_VARIABLE = re.compile(r"\$\{([^!{}]+)\}")
# More than one: the name of a condition may be made from a name that has a hash already.
_HASHED = re.compile(r"^(.+?)(?:[0-9a-f]{10})+$")
_DEPLOYMENT_DIGEST = re.compile(r"RestApi deployment id: ?[0-9a-f]*")

# Lists CloudFormation and the service treat as sets (`insertionOrder: false` in the resource schemas).
# Every other list keeps its order: principals, statements, security requirements, layers, subnets ...
_SETS = {
    "AWS::IAM::Role": ("ManagedPolicyArns", "Policies"),
}


def comparable(template: dict[str, Any], original: dict[str, Any]) -> dict[str, Any]:
    """One side, ready to compare: sections, then keys, then values."""
    result = {section: _map(template.get(section)) for section in SECTIONS}
    values = {**PSEUDO_PARAMETERS, **parameter_defaults(original)}
    result = _resolve(result, values, _map(original.get("Mappings")))
    result = _without_hashes(result, original)
    for name, resource in result["Resources"].items():
        if isinstance(resource, dict):
            _tidy(name, resource, original)
    result["Resources"] = _with_sorted_policies(result["Resources"])
    return result


def mask(theirs: dict[str, Any], ours: dict[str, Any]) -> None:
    """Drops from both sides every property that holds a made-up address on theirs.

    Local paths (`CodeUri: ./src`) have no CloudFormation form before `sam package`, and a repository
    application has no template address before it is deployed: the oracle invents both.
    """
    for name, resource in theirs["Resources"].items():
        properties = resource.get("Properties") if isinstance(resource, dict) else None
        if not isinstance(properties, dict):
            continue
        invented = [
            key for key, value in properties.items()
            if PACKAGED_BUCKET in json.dumps(value) or PACKAGED_IMAGE in json.dumps(value)
        ]
        other_properties = _map(ours["Resources"].get(name)).get("Properties")
        for key in invented:
            del properties[key]
            if isinstance(other_properties, dict):
                other_properties.pop(key, None)


def _map(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _resolve(value: Any, values: dict[str, Any], mappings: dict[str, Any]) -> Any:
    """Replaces what has one known value by that value, on both sides.

    The translator resolves `Ref` and `Fn::Sub` of parameters with defaults, of the region and of the
    partition, and `Fn::FindInMap` with known keys, in some properties and not in others. Where it does so
    is an accident of its history and changes nothing, so both sides are resolved everywhere. The same goes
    for two spellings: `Fn::GetAtt: a.b`, and `Fn::Sub` with plain or without variables; for the order in
    `Fn::Or` and `Fn::And`, which the translator takes from an unordered set; and for a reference to a
    condition inside of another one, as the translator writes some.
    """
    if isinstance(value, list):
        return [_resolve(item, values, mappings) for item in value]
    if not isinstance(value, dict):
        return value
    resolved = {str(key): _resolve(item, values, mappings) for key, item in value.items()}
    if len(resolved) != 1:
        return resolved
    (name, argument), = resolved.items()
    if name == "Ref" and isinstance(argument, str) and argument in values:
        return values[argument]
    if name == "Fn::GetAtt" and isinstance(argument, str):
        return {name: argument.split(".", 1)}
    if name == "Condition" and list(_map(argument)) == ["Condition"]:
        return argument
    if name in ("Fn::Or", "Fn::And") and isinstance(argument, list):
        return {name: sorted(argument, key=_text)}
    if name == "Fn::Sub":
        return _substituted(argument, values)
    if name == "Fn::FindInMap" and isinstance(argument, list) and len(argument) == 3:
        found: Any = mappings
        for key in argument:
            found = found.get(key) if isinstance(found, dict) and isinstance(key, str) else None
        if found is not None:
            return found
    return resolved


def _substituted(argument: Any, values: dict[str, Any]) -> Any:
    text, local = (argument, {}) if isinstance(argument, str) else (None, {})
    if isinstance(argument, list) and len(argument) == 2 and isinstance(argument[0], str):
        text, local = argument[0], _map(argument[1])
    if text is None:
        return {"Fn::Sub": argument}

    # Names of the call itself come first; those with a plain value are written out.
    known = {name: value for name, value in {**values, **local}.items() if _is_plain(value)}

    def replace(match: re.Match[str]) -> str:
        value = known.get(match.group(1).strip())
        if value is None:
            return match.group(0)
        return str(value).lower() if isinstance(value, bool) else str(value)

    text = _VARIABLE.sub(replace, text)
    if "${" not in text:
        return text
    rest = {name: value for name, value in local.items() if not _is_plain(value)}
    return {"Fn::Sub": [text, rest] if rest else text}


def _is_plain(value: Any) -> bool:
    return isinstance(value, (int, float)) or (isinstance(value, str) and "${" not in value)


def _without_hashes(template: dict[str, Any], original: dict[str, Any]) -> dict[str, Any]:
    """Removes content hashes from the ids SAM makes up, and from every reference to them.

    Deployments, layer versions, function versions, custom domains, record sets, path mappings and some
    conditions end in ten hexadecimal digits of a SHA-1 of their content, so that a change of content makes
    a new resource. Where two ids become equal, they are numbered in the order of their contents.
    """
    stripped: dict[str, str] = {}
    taken: set[str] = set()
    for section in ("Resources", "Conditions"):
        written = _map(original.get(section))
        for name, entry in template[section].items():
            base = None if name in written else _base(name, entry)
            if base is None:
                taken.add(name)
            else:
                stripped[name] = base
    if not stripped:
        return template
    counts = Counter(stripped.values())
    everything = {**template["Conditions"], **template["Resources"]}
    pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(stripped)})(?![A-Za-z0-9])")

    def content(name: str) -> str:
        return _text(_renamed(everything[name], pattern, stripped))

    final: dict[str, str] = {}
    numbers: Counter[str] = Counter()
    for name in sorted(stripped, key=lambda name: (stripped[name], content(name), name)):
        base = stripped[name]
        numbers[base] += 1
        unique = counts[base] == 1 and base not in taken
        final[name] = base if unique else f"{base}~{numbers[base]}"
    renamed: dict[str, Any] = _renamed(template, pattern, final)
    return renamed


def _renamed(value: Any, pattern: re.Pattern[str], names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(lambda match: names[match.group(0)], value)
    if isinstance(value, list):
        return [_renamed(item, pattern, names) for item in value]
    if isinstance(value, dict):
        return {_renamed(key, pattern, names): _renamed(item, pattern, names) for key, item in value.items()}
    return value


def _base(name: str, entry: Any) -> str | None:
    properties = _map(_map(entry).get("Properties"))
    if _map(entry).get("Type") == "AWS::Lambda::Version":
        # `AutoPublishCodeSha256` is used as it is written, so the suffix may be anything.
        function = _map(properties.get("FunctionName")).get("Ref")
        if isinstance(function, str) and name.startswith(f"{function}Version"):
            return f"{function}Version"
    match = _HASHED.match(name)
    return match.group(1) if match else None


def _tidy(name: str, resource: dict[str, Any], original: dict[str, Any]) -> None:
    written = _map(original.get("Resources")).get(name)
    if not isinstance(written, dict) or str(written.get("Type", "")).startswith("AWS::Serverless::"):
        # Build metadata of SAM resources; whether it survives is an option of the translator.
        resource.pop("Metadata", None)
    _tidy_dependencies(resource)
    properties = resource.get("Properties")
    if properties == {}:
        # `Properties: {}` and no properties are the same resource.
        del resource["Properties"]
    if not isinstance(properties, dict):
        return
    kind = resource.get("Type")
    if kind == "AWS::ApiGateway::RestApi":
        _tidy_preflights(properties.get("Body"))
    if kind == "AWS::StepFunctions::StateMachine" and "DefinitionString" in properties:
        properties["DefinitionString"] = _definition(properties["DefinitionString"])
    if kind == "AWS::ApiGateway::Deployment" and _DEPLOYMENT_DIGEST.fullmatch(
        str(properties.get("Description", ""))
    ):
        # The full SHA-1 of the API's body, as text.
        del properties["Description"]
    for key in _SETS.get(kind, ()) if isinstance(kind, str) else ():
        if isinstance(properties.get(key), list):
            properties[key].sort(key=_text)
    tags = properties.get("Tags")
    if isinstance(tags, list):
        # Tags are a map from key to value in every service.
        tags.sort(key=_text)


def _with_sorted_policies(value: Any) -> Any:
    """Statements, and the lists inside of them, in one order.

    The services evaluate all statements, whatever their order; the translator takes the order of those for
    API paths from an unordered map.
    """
    if isinstance(value, list):
        return [_with_sorted_policies(item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {key: _with_sorted_policies(item) for key, item in value.items()}
    statements = result.get("Statement")
    if isinstance(statements, list) and all("Effect" in _map(statement) for statement in statements):
        result["Statement"] = sorted(map(_with_sorted_lists, statements), key=_text)
    return result


def _with_sorted_lists(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(value, key=_text)
    # Not below intrinsic functions: the arguments of `Fn::Join` are a sequence.
    if isinstance(value, dict) and not any(key == "Ref" or key.startswith("Fn::") for key in value):
        return {key: _with_sorted_lists(item) for key, item in value.items()}
    return value


def _definition(value: Any) -> Any:
    """The text of a workflow as what it says: its line breaks, indentation and order of keys do not count."""
    text = value
    match value:
        case {"Fn::Join": [str(separator), [*lines]], **rest} if not rest and _are_texts(lines):
            text = separator.join(lines)
    try:
        return json.loads(text) if isinstance(text, str) else value
    except ValueError:
        return value


def _tidy_preflights(body: Any) -> None:
    """The types of CORS headers are wrapped once more for each of authorization, models and answers."""
    for methods in _map(_map(body).get("paths")).values():
        responses = _map(_map(_map(methods).get("options")).get("responses"))
        headers = _map(_map(responses.get("200")).get("headers"))
        for name, header in headers.items():
            while list(_map(header)) == ["schema"] and list(_map(header["schema"])) == ["schema"]:
                header = header["schema"]
            headers[name] = header


def _are_texts(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _tidy_dependencies(resource: dict[str, Any]) -> None:
    """`DependsOn` is a set; one name may be written without the list."""
    needed = resource.get("DependsOn")
    if isinstance(needed, str):
        resource["DependsOn"] = [needed]
    elif isinstance(needed, list):
        names = sorted({item for item in needed if isinstance(item, str)})
        if names:
            resource["DependsOn"] = names
        else:
            del resource["DependsOn"]
