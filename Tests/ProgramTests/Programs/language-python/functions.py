import functools
import json
import os
from functools import partial, reduce


def run(command):
    os.system(command)  # expect: sas1-os-command


def run_constant(command):
    os.system(command)  # clean: sas1-os-command -- only called with a constant


def direct(event, context):
    run("report " + event["body"])
    run_constant("report all")


def shout(text, prefix="report", *, suffix=""):
    os.system(prefix + " " + text + suffix)  # expect: sas1-os-command


def named(event, context):
    shout("all", suffix=event["body"])


def spread(*words, **options):
    os.system(" ".join(words))  # expect: sas1-os-command
    os.system("report " + options["name"])  # expect: sas1-os-command
    os.system("report " + options["fixed"])  # clean: sas1-os-command -- another keyword, with a constant


def spreading(event, context):
    spread(*["report", event["body"]], **{"name": event["path"], "fixed": "all"})


def later(name):
    def inner():
        os.system("report " + name)  # expect: sas1-os-command

    return inner


def closures(event, context):
    job = later(event["body"])
    job()
    add = lambda text: "report " + text
    os.system(add(event["path"]))  # expect: sas1-os-command
    os.system(add("all"))  # clean: sas1-os-command -- the same function with a constant


def bound(event, context):
    starter = partial(os.system)
    starter("report " + event["body"])  # expect: sas1-os-command
    shell = os.system
    shell("report " + event["body"])  # expect: sas1-os-command


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("start")
        return function(*args, **kwargs)

    return wrapper


@logged
def execute(name):
    os.system("report " + name)  # expect: sas1-os-command


def decorated(event, context):
    execute(event["body"])


def names(body):
    for item in json.loads(body)["items"]:
        yield item["name"]


def constants():
    yield "one"
    yield "two"


def generated(event, context):
    for name in names(event["body"]):
        os.system("report " + name)  # expect: sas1-os-command
    for name in constants():
        os.system("report " + name)  # clean: sas1-os-command -- only constants are yielded


def combined(event, context):
    items = json.loads(event["body"])
    os.system(reduce(lambda whole, item: whole + " " + item, items, "report"))  # expect: sas1-os-command
    for command in map(lambda item: "report " + item, items):
        os.system(command)  # expect: sas1-os-command
    for item in sorted(items, key=lambda item: len(item)):
        os.system("report " + item)  # expect: sas1-os-command


def depth(value, level):
    if level == 0:
        return value
    return depth(value, level - 1)


def recursive(event, context):
    os.system("report " + depth(event["body"], 3))  # expect: sas1-os-command
    os.system("report " + depth("all", 3))  # clean: sas1-os-command -- a constant comes back
