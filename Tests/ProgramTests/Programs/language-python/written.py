"""What the program writes into data that came from outside is there afterwards, for whoever holds the data."""
import copy
import json
import os

import boto3

table = boto3.resource("dynamodb").Table("orders")


def stamp(order):
    order["id"] = "new"
    order["status"] = "NEW"
    return order


def add_command(order, event):
    order["command"] = event["headers"]["x-command"]


def constant_for_field(event, context):
    body = json.loads(event["body"])
    body["name"] = "constant"
    os.system("echo " + body["name"])  # clean: sas1-os-command -- overwritten
    os.system("echo " + body.get("name"))  # clean: sas1-os-command -- overwritten
    os.system("echo " + body["other"])  # expect: sas1-os-command


def passed_and_returned(event, context):
    order = stamp(json.loads(event["body"])["order"])
    os.system("echo " + order["id"])  # clean: sas1-os-command -- the program's own value
    os.system("echo " + order["note"])  # expect: sas1-os-command


def passed_and_kept(event, context):
    with open("/var/task/order.json") as file:
        order = json.load(file)
    add_command(order, event)
    os.system("echo " + order["command"])  # expect: sas1-os-command
    os.system("echo " + order["id"])  # clean: sas1-os-command -- a file of the package


def nested(event, context):
    body = json.loads(event["body"])
    inner = body["inner"]
    inner["a"] = "constant"
    os.system("echo " + body["inner"]["a"])  # clean: sas1-os-command -- the same object
    os.system("echo " + body["inner"]["b"])  # expect: sas1-os-command


def elements(event, context):
    body = json.loads(event["body"])
    for item in body["items"]:
        item["state"] = "checked"
        os.system("echo " + item["state"])  # clean: sas1-os-command -- overwritten
    for item in body["items"]:
        os.system("echo " + item["state"])  # clean: sas1-os-command -- each was overwritten
        os.system("echo " + item["name"])  # expect: sas1-os-command


def sometimes(event, context):
    body = json.loads(event["body"])
    if body["kind"] == "a":
        body["name"] = "constant"
    os.system("echo " + body["name"])  # expect: sas1-os-command


def elements_sometimes(event, context):
    body = json.loads(event["body"])
    for item in body["items"]:
        if not item.get("state"):
            item["state"] = "default"
        os.system("echo " + item["state"])  # expect: sas1-os-command


def of_another(event, context):
    row = table.get_item(Key={"id": "1"})["Item"]
    row["command"] = event["headers"]["x-command"]
    os.system("echo " + row["command"])  # expect: sas1-os-command


def updated(event, context):
    body = json.loads(event["body"])
    body.update({"name": "constant"}, mode="fast")
    os.system("echo " + body["name"] + body["mode"])  # clean: sas1-os-command -- overwritten
    body.setdefault("level", "1")
    os.system("echo " + body["level"])  # expect: sas1-os-command
    body["extra"] = body.pop("name")
    os.system("echo " + body["extra"])  # clean: sas1-os-command -- the constant under another name


def copied(event, context):
    body = json.loads(event["body"])
    body["id"] = "1"
    shallow = dict(body)
    spread = {**body, "kind": "k"}
    os.system("echo " + shallow["id"] + spread["id"] + spread["kind"])  # clean: sas1-os-command -- constants
    masked = body.copy()
    masked["name"] = "***"
    os.system("echo " + masked["name"])  # clean: sas1-os-command -- masked
    os.system("echo " + body["name"])  # expect: sas1-os-command
    os.system("echo " + shallow["name"])  # expect: sas1-os-command


def deleted(event, context):
    body = json.loads(event["body"])
    del body["name"]
    body.setdefault("name", "constant")
    os.system("echo " + str(body.get("mode")))  # expect: sas1-os-command


def parsed_twice(event, context):
    first = json.loads(event["body"])
    second = json.loads(event["body"])
    first["name"] = "constant"
    os.system("echo " + second["name"])  # expect: sas1-os-command


def appended(event, context):
    config = json.loads('{"commands": []}')
    config["commands"].append(event["headers"]["x-command"])
    for command in config["commands"]:
        os.system("echo " + command)  # expect: sas1-os-command


def checked_field(event, context):
    order = {"kind": event["headers"]["x-kind"]}
    if order["kind"] not in ("small", "large"):
        return
    os.system("echo " + order["kind"])  # clean: sas1-os-command -- one of two


def whole(event, context):
    body = json.loads("{}")
    body["a"]["b"] = event["headers"]["x-command"]
    os.system("echo '%s'" % json.dumps(body))  # expect: sas1-os-command
