import json
import os


def handler(event, context):
    for record in event["Records"]:
        job = json.loads(record["body"])
        os.system("/opt/bin/label " + job["name"])  # expect: sas1-os-command
        os.system("/opt/bin/label " + job["folder"])  # clean: sas1-os-command -- the only writer sends a constant
