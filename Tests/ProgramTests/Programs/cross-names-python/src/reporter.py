import json
import os


def handler(event, context):
    for record in event["Records"]:
        os.system("/opt/bin/label " + json.loads(record["body"])["name"])  # clean: sas1-os-command -- the only writer has no right to send there
