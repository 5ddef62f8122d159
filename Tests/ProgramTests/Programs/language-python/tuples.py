import os
from collections import namedtuple

Point = namedtuple("Point", ["name", "kind"])
Pair = namedtuple("Pair", "left right")


def fields(event, context):
    point = Point(event["name"], "constant")
    os.system("echo " + point.name)  # expect: sas1-os-command
    os.system("echo " + point.kind)  # clean: sas1-os-command -- a constant
    os.system("echo " + point[0])  # expect: sas1-os-command
    left, right = Pair(left="constant", right=event["name"])
    os.system("echo " + left)  # clean: sas1-os-command -- a constant
    os.system("echo " + right)  # expect: sas1-os-command


def cleared(event, context):
    names = [event["name"]]
    names.clear()
    names.append("constant")
    os.system("echo " + names[0])  # clean: sas1-os-command -- cleared before
    record = {"name": event["name"]}
    record.clear()
    os.system("echo " + str(record.get("name")))  # clean: sas1-os-command -- cleared before


def cleared_sometimes(event, context):
    names = [event["name"]]
    if context.function_name == "x":
        names.clear()
    os.system("echo " + names[0])  # expect: sas1-os-command
