"""What AWS's documentation says of policies, written as plainly as it can be.

A second opinion for the questions that moto is known to answer otherwise. It shares nothing with the program that
is tested, and takes its time.
"""

import json
import re


def listed(value):
    return value if isinstance(value, list) else [value]


def expression(pattern, reaches_colons=lambda index: True):
    """A pattern with `*` and `?` as a regular expression."""
    parts = []
    for index, character in enumerate(pattern):
        if character == "*":
            parts.append(".*" if reaches_colons(index) else "[^:]*")
        else:
            parts.append("." if character == "?" else re.escape(character))
    return "".join(parts)


def matches_action(pattern, action):
    return re.fullmatch(expression(pattern), action, re.IGNORECASE) is not None


def matches_arn(pattern, arn):
    """A `*` within one of the first five segments stays in it; at the end of one it reaches over the colon."""

    def reaches_colons(index):
        return pattern[:index].count(":") >= 5 or pattern[index + 1 : index + 2] in ("", ":")

    return re.fullmatch(expression(pattern, reaches_colons), arn) is not None


def with_values(pattern, context):
    """The pattern with its variables replaced; None if one has no value."""
    for name in re.findall(r"\$\{([^}]+)\}", pattern):
        if name not in context:
            return None
        pattern = pattern.replace(f"${{{name}}}", context[name])
    return pattern


def matches_resource(pattern, arn, context):
    filled = with_values(pattern, context)
    return filled is not None and matches_arn(filled, arn)


def condition_holds(operator, expected, given):
    """One operator and key of a condition; `given` is None for a request without the key."""
    if operator == "Null":
        return ("true" if given is None else "false") in expected
    if operator.endswith("IfExists"):
        return given is None or condition_holds(operator.removesuffix("IfExists"), expected, given)
    if operator.startswith("ForAllValues:"):
        return given is None or condition_holds(operator.removeprefix("ForAllValues:"), expected, given)
    if operator.startswith("ForAnyValue:"):
        return given is not None and condition_holds(operator.removeprefix("ForAnyValue:"), expected, given)
    if "Not" in operator:
        return not condition_holds(operator.replace("Not", ""), expected, given)
    if given is None:
        return False
    if operator == "StringLike":
        return any(re.fullmatch(expression(pattern), given) for pattern in expected)
    if operator == "StringEqualsIgnoreCase":
        return given.lower() in (text.lower() for text in expected)
    return {
        "StringEquals": lambda: given in expected,
        "Bool": lambda: given in expected,
        "NumericLessThan": lambda: any(float(given) < float(text) for text in expected),
        "NumericEquals": lambda: any(float(given) == float(text) for text in expected),
    }[operator]()


def applies(statement, action, resource, context):
    named = any(matches_action(text, action) for text in listed(statement.get("Action", statement.get("NotAction"))))
    resources = listed(statement.get("Resource", statement.get("NotResource")))
    found = any(matches_resource(text, resource, context) for text in resources)
    return (
        named == ("Action" in statement)
        and found == ("Resource" in statement)
        and all(
            condition_holds(operator, listed(expected), context.get(key))
            for operator, keys in statement.get("Condition", {}).items()
            for key, expected in keys.items()
        )
    )


def decision(policies, action, resource, context):
    """`allowed` or `denied`, by identity policies as JSON texts."""
    statements = [one for text in policies for one in listed(json.loads(text)["Statement"])]
    effects = {one["Effect"] for one in statements if applies(one, action, resource, context)}
    return "allowed" if effects == {"Allow"} else "denied"
