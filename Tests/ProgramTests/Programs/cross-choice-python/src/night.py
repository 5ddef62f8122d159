import os


def handler(event, context):
    os.system("/opt/bin/label " + event["name"])  # expect: sas1-os-command
