import os


def handler(event, context):
    name = event["detail"]["name"]
    os.system("/opt/bin/label " + name)  # clean: sas1-os-command -- the filter stops what the writer sends
