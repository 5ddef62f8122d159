"""A service of the generated project in Python: handlers, their logic, checks, storage and views."""

from string import Template

FIELDS = "name email city street phone note title colour amount price weight status source reference".split()

# Each takes a record that came from outside and gives another; $call is a function above it, or `dict`.
STEPS = [
    '''
def $name(record, settings=None):
    """Brings $a and $b into one spelling."""
    result = dict(record)
    $a = str(record.get("$a", "")).strip()
    if not $a:
        $a = settings["$a"] if settings and "$a" in settings else "none"
    parts = [part.lower() for part in $a.split(" ") if part]
    result["$a"] = "-".join(parts[:$number])
    for key, value in record.items():
        if key.startswith("$b"):
            result[key] = text.shorten(value, $number)
    return result
''',
    '''
def $name(record, limit=$number):
    """Sums the lines of a record up to a limit."""
    total = 0
    lines = []
    for position, line in enumerate(record.get("lines", [])):
        if position >= limit:
            break
        amount = values.whole(line.get("$a"))
        if amount < 0:
            raise ValueError(f"line {position} has a negative $a")
        total += amount * $number
        lines.append({"position": position, "$a": amount, "$b": line.get("$b")})
    return {**$call(record), "lines": lines, "total": total}
''',
    '''
def $name(record):
    """Chooses a way by $a."""
    $a = record.get("$a")
    if $a == "urgent":
        route, days = "air", 1
    elif $a == "heavy" or values.whole(record.get("$b")) > $number:
        route, days = "sea", 30
    else:
        route, days = "road", 5
    record = $call(record)
    try:
        record["days"] = days + int(record.get("delay") or 0)
    except (TypeError, ValueError):
        record["days"] = days
    record["route"] = route
    return record
''',
    '''
def $name(record, *names, **options):
    """Keeps what is asked for."""
    wanted = set(names) or {"$a", "$b", "id"}
    kept = {key: value for key, value in record.items() if key in wanted}
    separator = options.get("separator", ", ")
    kept["label"] = separator.join(f"{key}={value}" for key, value in sorted(kept.items()))
    while len(kept["label"]) > $number * 10:
        kept["label"] = kept["label"][: -$number]
    if options.get("deep"):
        kept["nested"] = [$call(item) for item in record.get("items", []) if isinstance(item, dict)]
    return kept
''',
    '''
class $Name:
    """Collects $a by $b."""

    def __init__(self, record):
        self.groups = {}
        self.record = record

    def add(self, line):
        key = line.get("$b", "other")
        self.groups.setdefault(key, []).append(line.get("$a"))
        return self

    def result(self):
        merged = dict(self.record)
        merged["groups"] = {key: len(found) for key, found in self.groups.items()}
        merged["first"] = next((found[0] for found in self.groups.values() if found), None)
        return merged


def $name(record):
    groups = $Name(record)
    for line in record.get("lines", []):
        groups.add(line)
    return $call(groups.result())
''',
]

CHECKS = [
    '''
    def check_$a(self, record):
        value = record.get("$a")
        if value is None:
            self.problems.append("$a is missing")
        elif not ${A}_PATTERN.fullmatch(str(value)):
            self.problems.append(f"$a does not fit: {len(str(value))} characters")
        elif len(str(value)) > $number:
            self.problems.append("$a is too long")
        return self
''',
    '''
    def check_$a(self, record):
        allowed = ("new", "open", "paid", "sent", "closed")
        value = record.get("$a", "new")
        if value not in allowed:
            self.problems.append("$a must be one of " + ", ".join(allowed))
        previous = record.get("previous") or {}
        if previous and allowed.index(previous.get("$a", "new")) > $number:
            self.problems.append("$a went back")
        return self
''',
]

VIEWS = [
    '''
def $name(record):
    lines = ["$Name", "=" * $number]
    for key in ("$a", "$b", "id"):
        lines.append("%-12s %s" % (key, record.get(key, "")))
    return "\\n".join(lines)
''',
    '''
def $name(record, language="en"):
    title = TITLES.get(language, TITLES["en"])
    head = "{}: {}".format(title, record.get("$a"))
    body = "".join(f"<li>{text.escaped(value)}</li>" for value in record.get("$b", []))
    return f"<h1>{text.escaped(head)}</h1><ul>{body}</ul>"
''',
]

HANDLERS = {
    "Api": '''
def records(event):
    body = http.body(event)
    query = event.get("queryStringParameters") or {}
    yield {**body, "page": query.get("page", "1"), "caller": event["requestContext"].get("accountId")}
''',
    "SQS": '''
def records(event):
    for message in event["Records"]:
        yield {**json.loads(message["body"]), "message": message["messageId"]}
''',
    "S3": '''
def records(event):
    for entry in event["Records"]:
        key = unquote_plus(entry["s3"]["object"]["key"])
        yield {**store.load(key), "key": key, "size": entry["s3"]["object"]["size"]}
''',
}

HANDLER = Template('''"""$verb $service: takes a call apart, does the work, answers."""

import json
import logging
from urllib.parse import unquote_plus

from checks.$verb import Checks
from lib import http
from logic import $verb as logic
from store import $verb as store
from views import $verb as views

logger = logging.getLogger(__name__)

$records

def one(record):
    checks = Checks().all(record)
    if checks.problems:
        logger.warning("refused: %d problems", len(checks.problems))
        return {"id": record.get("id"), "problems": checks.problems}
    result = logic.run(record)
    store.save(result)
    if result.get("notify"):
        store.announce(result)
    $tail
    return {"id": result.get("id"), "text": views.render(result)}


def handler(event, context):
    answers = []
    for record in records(event):
        try:
            answers.append(one(record))
        except (KeyError, ValueError) as error:
            logger.exception("a record failed")
            answers.append({"failed": type(error).__name__})
    return http.answer(200 if answers else 204, answers)
''')

STORE = Template('''"""Where $verb keeps its records."""

import json
import os
import time

import boto3
from boto3.dynamodb.conditions import Key

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
storage = boto3.client("s3")
queue = boto3.client("sqs")


def load(key):
    answer = storage.get_object(Bucket=os.environ["BUCKET_NAME"], Key=key)
    return json.loads(answer["Body"].read())


def find(number):
    answer = table.get_item(Key={"id": str(number)})
    return answer.get("Item")


def recent(owner, limit=$number):
    found, start = [], {}
    for _ in range(limit):
        page = table.query(KeyConditionExpression=Key("id").eq(owner), Limit=limit, **start)
        found.extend(page["Items"])
        if "LastEvaluatedKey" not in page:
            break
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
    return found


def save(record):
    item = {key: value for key, value in record.items() if value is not None}
    item["changed"] = int(time.time())
    previous = find(item.get("id", "none"))
    if previous:
        item["version"] = previous.get("version", 0) + 1
    table.put_item(Item=item)
    storage.put_object(
        Bucket=os.environ["BUCKET_NAME"], Key=f"$verb/{item.get('id')}.json", Body=json.dumps(item)
    )


def announce(record):
    queue.send_message(QueueUrl=os.environ["QUEUE_URL"], MessageBody=json.dumps({"id": record.get("id")}))
''')

LIBRARY = {
    "http": '''"""Calls over HTTP."""

import base64
import json


def body(event):
    raw = event.get("body") or "{}"
    if event.get("isBase64Encoded"):
        raw = base64.b64decode(raw).decode()
    return json.loads(raw)


def answer(status, content):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(content)}
''',
    "text": '''"""Texts."""

import html


def shorten(value, length):
    value = str(value)
    return value if len(value) <= length else value[: length - 1] + "…"


def escaped(value):
    return html.escape(str(value))
''',
    "values": '''"""Numbers."""


def whole(value, default=0):
    try:
        return int(value)
    except (TypeError, ValueError):
        return default
''',
}

# One in six ends in something that must not get what came from outside.
FLAWS = [
    'os.system("convert " + str(record.get("$a")) + " /tmp/out.png")',
    'subprocess.run(f"tar -xf {record[\'$a\']}", shell=True)',
    'result["value"] = eval(record["$a"])',
]


class PythonService:
    runtime = "python3.13"

    def __init__(self, name, verbs, stream):
        self.name, self.verbs, self.random = name, verbs, stream
        self.kinds = [stream.choice(list(HANDLERS)) for _ in verbs]

    def files(self):
        files = {f"lib/{name}.py": text for name, text in LIBRARY.items()}
        for verb, kind in zip(self.verbs, self.kinds):
            files[f"handlers/{verb}.py"] = self.handler(verb, kind)
            files[f"logic/{verb}.py"] = self.logic(verb)
            files[f"checks/{verb}.py"] = self.checks(verb)
            files[f"store/{verb}.py"] = STORE.substitute(verb=verb, number=self.random.randint(2, 9))
            files[f"views/{verb}.py"] = self.views(verb)
        return files

    def filled(self, text, **words):
        a, b = self.random.sample(FIELDS, 2)
        words = {"a": a, "b": b, "A": a.upper(), "number": self.random.randint(2, 40)} | words
        return Template(text).substitute(words)

    def handler(self, verb, kind):
        flaw = self.random.choice(FLAWS) if self.random.random() < 1 / 6 else "logger.info('done')"
        text = HANDLER.substitute(
            verb=verb, service=self.name, records=HANDLERS[kind].strip("\n") + "\n", tail=self.filled(flaw)
        )
        return text.replace("import logging\n", "import logging\nimport os\nimport subprocess\n")

    def logic(self, verb):
        parts = [f'"""What {verb} does with a record."""\n\nfrom lib import text, values\n\n']
        names = []
        for number in range(14):
            name = f"{self.random.choice(FIELDS)}_{number}"
            # Calls go to the functions just above, so that chains are short.
            call = self.random.choice(names[-2:]) if names and self.random.random() < 0.4 else "dict"
            parts.append(
                self.filled(self.random.choice(STEPS), name=name, Name=name.title().replace("_", ""), call=call)
            )
            names.append(name)
        calls = "\n".join(f"    record = {name}(record)" for name in names)
        parts.append(f'\ndef run(record):\n    """All of it, in order."""\n{calls}\n    return record\n')
        return "\n".join(parts)

    def checks(self, verb):
        fields = self.random.sample(FIELDS, 9)
        patterns = "\n".join(
            f'{field.upper()}_PATTERN = re.compile(r"[a-z0-9 .-]{{1,{self.random.randint(9, 60)}}}")'
            for field in fields
        )
        methods = "".join(self.filled(self.random.choice(CHECKS), a=name, A=name.upper()) for name in fields)
        calls = "\n".join(f"        self.check_{field}(record)" for field in fields)
        return (
            f'"""What {verb} asks of a record."""\n\nimport re\n\n{patterns}\n\n\nclass Checks:\n'
            f"    def __init__(self):\n        self.problems = []\n{methods}\n"
            f"    def all(self, record):\n{calls}\n        return self\n"
        )

    def views(self, verb):
        names = [f"{field}_view" for field in self.random.sample(FIELDS, 9)]
        parts = [
            f'"""How {verb} shows a record."""\n\nfrom lib import text\n\nTITLES = {{"en": "{verb}", "de": "{verb}"}}\n'
        ]
        parts += [self.filled(self.random.choice(VIEWS), name=name, Name=name.title()) for name in names]
        calls = ",\n".join(f"        {name}(record)" for name in names)
        parts.append(f'\ndef render(record):\n    return "\\n".join([\n{calls},\n    ])\n')
        return "\n".join(parts)
