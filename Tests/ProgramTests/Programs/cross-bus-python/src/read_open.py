import os


def handler(event, context):
    name = event["detail"]["name"]
    os.system("/opt/bin/label " + name)  # expect: sas1-os-command
