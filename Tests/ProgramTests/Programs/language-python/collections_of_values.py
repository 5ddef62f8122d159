import json
import os
from collections import OrderedDict, defaultdict, deque


def lists(event, context):
    parts = ["report"]
    parts.append(event["body"])
    os.system(" ".join(parts))  # expect: sas1-os-command
    first, *rest = parts
    os.system(first)  # clean: sas1-os-command -- the constant in front
    os.system(rest[0])  # expect: sas1-os-command
    parts.extend(["a", "b"])
    os.system("report " + parts[-1])  # expect: sas1-os-command
    copies = [part.upper() for part in parts]
    os.system("report " + copies[0])  # expect: sas1-os-command


def records(event, context):
    options = {"name": event["body"], "kind": "plain"}
    os.system("report " + options["name"])  # expect: sas1-os-command
    os.system("report " + options["kind"])  # clean: sas1-os-command -- another key, with a constant
    options.update(kind=event["path"])
    os.system("report " + options["kind"])  # expect: sas1-os-command
    merged = {**options, "name": "fixed"}
    os.system("report " + merged["name"])  # clean: sas1-os-command -- overwritten
    os.system("report " + merged["kind"])  # expect: sas1-os-command
    both = {"name": "fixed"} | {"name": event["body"]}
    os.system("report " + both["name"])  # expect: sas1-os-command
    name = options.pop("name")
    os.system("report " + name)  # expect: sas1-os-command
    for key, value in merged.items():
        os.system("report " + value)  # expect: sas1-os-command
        os.system("report " + key)  # clean: sas1-os-command -- the keys are constants


def queues(event, context):
    waiting = deque()
    waiting.append(event["body"])
    os.system("report " + waiting.popleft())  # expect: sas1-os-command
    by_name = defaultdict(list)
    by_name["all"].append(event["path"])
    os.system("report " + by_name["all"][0])  # expect: sas1-os-command
    ordered = OrderedDict(name=event["path"])
    os.system("report " + ordered["name"])  # expect: sas1-os-command


def nested(event, context):
    (left, (middle, right)) = ("a", (event["body"], "b"))
    os.system("report " + middle)  # expect: sas1-os-command
    os.system("report " + left)  # clean: sas1-os-command -- the constant on the left
    os.system("report " + right)  # clean: sas1-os-command -- the constant on the right
    left, middle = middle, left
    os.system("report " + left)  # expect: sas1-os-command
    os.system("report " + middle)  # clean: sas1-os-command -- exchanged with a constant
    for index, (key, value) in enumerate(zip(["a"], json.loads(event["body"]))):
        os.system("report " + str(index) + key)  # clean: sas1-os-command -- a number and a constant
        os.system("report " + value)  # expect: sas1-os-command


def comprehensions(event, context):
    values = {key: value for key, value in json.loads(event["body"]).items() if value}
    os.system("report " + values["name"])  # expect: sas1-os-command
    os.system("report " + next(value for value in values.values()))  # expect: sas1-os-command
    numbers = [int(value) for value in values]
    os.system("report " + str(numbers[0]))  # clean: sas1-os-command -- numbers
    if (name := event.get("path")) is not None:
        os.system("report " + name)  # expect: sas1-os-command
