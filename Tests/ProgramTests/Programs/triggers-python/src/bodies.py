import json
import os


def unparsed(event, context):
    os.system("report " + event["body"]["name"])  # clean: sas1-os-command -- the body is a text: this fails
    os.system("report " + event["body"])  # expect: sas1-os-command
    os.system("report " + json.loads(event["body"])["name"])  # expect: sas1-os-command
    event["body"] = json.loads(event["body"])
    os.system("report " + event["body"]["name"])  # expect: sas1-os-command
    return {"statusCode": 204}


def mapped(event, context):
    os.system("report " + event["body"]["name"])  # expect: sas1-os-command
    return {"ok": True}


def direct(event, context):
    os.system("report " + event["body"]["name"])  # expect: sas1-os-command
    return {"ok": True}
