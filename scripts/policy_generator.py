"""Generates questions about policies, the same ones each time, and knows which of them moto answers wrongly."""

import json
import random
from dataclasses import dataclass, field

SEED = 20260

# Where moto is known not to do what AWS documents. A question that a reason fits is not compared.
QUESTION_MARK = "moto gives `?` the meaning it has in regular expressions"
CASE = "moto compares actions with regard to case"
NOT_RESOURCE = "moto takes a statement with NotResource for one about everything"
CONDITION = "moto ignores conditions, or takes one that does not hold for a denial"
SEGMENT = "moto lets `*` within a segment of an ARN run past a colon"
OPERATOR = "moto ignores operators of conditions but StringEquals"
CHARACTER = "moto gives `.` and other characters the meaning they have in regular expressions"
VARIABLE = "moto does not know policy variables"

ACTIONS = [
    "s3:GetObject", "s3:GetObjectAcl", "s3:PutObject", "s3:ListBucket", "s3:DeleteObject", "s3:GetBucketPolicy",
    "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:DescribeTable", "dynamodb:BatchGetItem",
    "sqs:SendMessage", "sqs:ReceiveMessage", "sns:Publish", "lambda:InvokeFunction", "lambda:UpdateFunctionCode",
    "kms:Decrypt", "iam:PassRole", "states:StartExecution", "secretsmanager:GetSecretValue",
]
RESOURCES = [
    "arn:aws:s3:::uploads", "arn:aws:s3:::uploads/in/a-1", "arn:aws:s3:::uploads/out/b", "arn:aws:s3:::logs/2027/x",
    "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
    "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-day",
    "arn:aws:dynamodb:us-east-1:444455556666:table/users",
    "arn:aws:sqs:eu-west-1:111122223333:jobs", "arn:aws:sns:eu-west-1:111122223333:alerts",
    "arn:aws:lambda:eu-west-1:111122223333:function:resize", "arn:aws:lambda:eu-west-1:111122223333:function:resize:live",
    "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d", "arn:aws:iam::111122223333:role/service/worker",
    "arn:aws:states:eu-west-1:111122223333:stateMachine:checkout",
    "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-Ab12Cd",
]
LOWER_CASE_ACTIONS = {action.lower() for action in ACTIONS}
PRINCIPALS = [
    "arn:aws:iam::111122223333:role/deployer", "arn:aws:iam::111122223333:role/reader",
    "arn:aws:iam::111122223333:role/team/builder",
]
VALUES = {
    "aws:PrincipalOrgID": ["o-one", "o-two"], "aws:username": ["anna", "ben"], "aws:SecureTransport": ["true", "false"],
    "s3:max-keys": ["5", "10", "100"], "aws:PrincipalTag/team": ["red", "Red", "reader"],
}
OPERATORS = {
    "aws:SecureTransport": ["Bool", "BoolIfExists", "Null"],
    "s3:max-keys": ["NumericLessThan", "NumericEquals", "NumericLessThanIfExists", "NumericNotEquals"],
}
TEXT_OPERATORS = [
    "StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase", "StringEqualsIfExists",
    "StringNotEqualsIfExists", "ForAllValues:StringEquals", "ForAnyValue:StringEquals", "ForAnyValue:StringLike",
    "ForAllValues:StringNotEquals", "Null",
]
ODD_RESOURCES = [*RESOURCES, "arn:aws:s3:::my.bucket/a+b.1.txt"]
TRUSTED_ROLE = "arn:aws:iam::111122223333:role/target"


@dataclass
class Question:
    action: str
    resource: str
    # JSON texts.
    policies: list
    # What moto wants besides: principal and values of conditions.
    caller: tuple = ()
    # What the request says of itself: values of condition keys.
    context: dict = field(default_factory=dict)
    # Why moto's answer is not the one to expect; None where it is.
    deviation: str | None = None
    line: str = field(init=False, default="")


def action_patterns(services):
    """Patterns of actions: whole services, beginnings, endings, parts, single actions, other spellings."""
    chance = random.Random(SEED)
    patterns = ["*"]
    for prefix, service in sorted(services.items()):
        names = sorted(service["privileges"])
        patterns.append(f"{prefix}:*")
        for _ in range(4):
            name = chance.choice(names)
            start, end = sorted(chance.sample(range(len(name) + 1), 2)) if len(name) > 1 else (0, 1)
            patterns += [f"{prefix}:{name[:end]}*", f"{prefix}:*{name[start:]}", f"{prefix}:*{name[start:end]}*"]
        patterns += [f"{prefix}:{chance.choice(names)}", f"{prefix}:{chance.choice(names)[:3].upper()}*"]
    return patterns


def some(chance, make, limit=3):
    """One value or a list of some, as policies write both."""
    count = chance.randint(1, limit)
    values = [make() for _ in range(count)]
    return values[0] if count == 1 and chance.random() < 0.5 else values


def action_pattern(chance, is_odd):
    name = chance.choice(ACTIONS)
    service, verb = name.split(":")
    kind = chance.random()
    if kind < 0.35:
        return name
    if kind < 0.6:
        return f"{service}:{verb[: chance.randint(1, len(verb))]}*"
    if kind < 0.75:
        return f"{service}:*"
    if kind < 0.82:
        return f"{service}:*{verb[chance.randint(0, len(verb) - 1):]}"
    if kind < 0.9 or not is_odd:
        return "*"
    return name.lower() if kind < 0.95 else f"{service}:{verb[:2]}?{verb[3:]}"


def resource_pattern(chance, is_odd):
    arn = chance.choice(ODD_RESOURCES if is_odd else RESOURCES)
    kind = chance.random()
    if kind < 0.3:
        return arn
    if kind < 0.45:
        return "*"
    if kind < 0.75:
        # Only in the last segment, where `*` may stand for anything.
        head, tail = arn.rsplit(":", 1)
        return f"{head}:{tail[: chance.randint(0, len(tail))]}*"
    if kind < 0.9 or not is_odd:
        # Whole segments.
        segments = arn.split(":", 5)
        for index in chance.sample((3, 4), chance.randint(1, 2)):
            segments[index] = "*" if segments[index] else ""
        return ":".join(segments)
    if kind < 0.94:
        return arn.replace("eu-west-1", "eu-*-1").replace("111122223333", "1111*3333")
    if kind < 0.97:
        return arn[:-1] + "?"
    return arn.rsplit("/", 1)[0] + "/${aws:username}"


def statement(chance, is_odd):
    """One that is odd may use what moto does not understand."""
    result = {"Effect": "Allow" if chance.random() < 0.75 else "Deny"}
    key = "Action" if chance.random() < 0.85 else "NotAction"
    result[key] = some(chance, lambda: action_pattern(chance, is_odd))
    key = "NotResource" if is_odd and chance.random() < 0.15 else "Resource"
    result[key] = some(chance, lambda: resource_pattern(chance, is_odd))
    if is_odd and chance.random() < 0.15:
        result["Condition"] = {"StringEquals": {"aws:PrincipalOrgID": "o-0123456789"}}
    if chance.random() < 0.2:
        result["Sid"] = f"S{chance.randint(1, 99)}"
    return result


def listed(value):
    return [value] if isinstance(value, str) else value


def deviation(statements):
    """The first reason that fits any of the statements."""
    for one in statements:
        actions = listed(one.get("Action", one.get("NotAction", [])))
        resources = listed(one.get("Resource", one.get("NotResource", [])))
        if "NotResource" in one:
            return NOT_RESOURCE
        if "Condition" in one:
            return CONDITION
        if any("?" in text for text in actions + resources):
            return QUESTION_MARK
        if any(text in LOWER_CASE_ACTIONS for text in actions):
            return CASE
        if any("${" in text for text in resources):
            return VARIABLE
        if any(inner_star(text) for text in resources):
            return SEGMENT
        if any(set(text) & set(".+") for text in resources):
            return CHARACTER
    return None


def inner_star(resource):
    """Whether a `*` stands within one of the first five segments, and not at its end."""
    return any("*" in segment[:-1] for segment in resource.split(":", 5)[:5])


def decisions(count):
    """Requests of a role with identity policies, half of them about what some statement names."""
    chance = random.Random(SEED + 1)
    questions = []
    for _ in range(count):
        is_odd = chance.random() < 0.2
        sizes = [chance.randint(1, 4) for _ in range(chance.randint(1, 3))]
        bodies = [[statement(chance, is_odd) for _ in range(size)] for size in sizes]
        policies = [policy(chance, body) for body in bodies]
        question = Question(chance.choice(ACTIONS), chance.choice(RESOURCES), policies)
        if chance.random() < 0.5:
            service = question.action.split(":")[0]
            fitting = [arn for arn in RESOURCES if arn.split(":")[2] == service]
            question.resource = chance.choice(fitting)
        question.deviation = deviation([one for body in bodies for one in body])
        question.line = "\t".join(["decide", question.action, question.resource, *policies])
        questions.append(question)
    return questions


def policy(chance, statements):
    lone = len(statements) == 1 and chance.random() < 0.5
    return json.dumps({"Version": "2012-10-17", "Statement": statements[0] if lone else statements})


def condition(chance):
    key = chance.choice(sorted(VALUES))
    operator = chance.choice(OPERATORS.get(key, TEXT_OPERATORS))
    values = ["true", "false"] if operator == "Null" else VALUES[key]
    expected = chance.sample(values, chance.randint(1, 2))
    if "Like" in operator:
        expected = [text[:-1] + chance.choice("*?") for text in expected]
    return {operator: {key: expected[0] if len(expected) == 1 else expected}}


def conditional(count):
    """Requests that say something of themselves, for policies whose statements mostly have a condition."""
    chance = random.Random(SEED + 3)
    questions = []
    for _ in range(count):
        statements = []
        for _ in range(chance.randint(1, 3)):
            one = {"Effect": "Allow" if chance.random() < 0.7 else "Deny", "Action": "s3:*"}
            resources = ["*", "arn:aws:s3:::uploads/*", "arn:aws:s3:::${aws:username}/*", "arn:aws:s3:::up*"]
            one["Resource"] = chance.choice(resources)
            if chance.random() < 0.85:
                one["Condition"] = condition(chance)
            statements.append(one)
        context = {key: chance.choice(values) for key, values in VALUES.items() if chance.random() < 0.7}
        resource = chance.choice(["arn:aws:s3:::uploads/in/a-1", "arn:aws:s3:::anna/1"])
        question = Question("s3:GetObject", resource, [policy(chance, statements)], (), context, OPERATOR)
        pairs = [f"{key}={value}" for key, value in sorted(context.items())]
        question.line = "\t".join(["decide", question.action, resource, *question.policies, *pairs])
        questions.append(question)
    return questions


def trusts(count):
    """Requests to assume a role, by its trust policy."""
    chance = random.Random(SEED + 2)
    questions = []
    for _ in range(count):
        named = some(chance, lambda: chance.choice(PRINCIPALS), 2)
        if chance.random() < 0.15:
            named = "*"
        one = {"Effect": "Allow", "Principal": {"AWS": named}, "Action": some(chance, lambda: trust_action(chance), 2)}
        values = {}
        if chance.random() < 0.4:
            one["Condition"] = {"StringEquals": {"sts:ExternalId": some(chance, lambda: external_id(chance), 2)}}
            # A request without the value is another matter: moto then lets the condition pass.
            values = {"sts:ExternalId": external_id(chance)}
        principal = chance.choice(PRINCIPALS)
        question = Question("sts:AssumeRole", TRUSTED_ROLE, [policy(chance, [one])], (principal, values))
        pair = "".join(f"{key}={value}" for key, value in values.items()) or "-"
        question.line = "\t".join(["trust", question.action, TRUSTED_ROLE, principal, pair, question.policies[0]])
        questions.append(question)
    return questions


def trust_action(chance):
    return chance.choice(["sts:AssumeRole", "sts:AssumeRole", "sts:Assume*", "sts:*", "sts:TagSession"])


def external_id(chance):
    return chance.choice(["red", "green", "blue"])
