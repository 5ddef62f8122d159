import os


def handler(event, context):
    if event["action"] == "admin":
        os.system("/opt/bin/admin " + event["name"])  # clean: sas1-os-command -- the only caller always asks for a list
    if event.get("action") == "list":
        os.system("/opt/bin/list " + event["name"])  # expect: sas1-os-command
