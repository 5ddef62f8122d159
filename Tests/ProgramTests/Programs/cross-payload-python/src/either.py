import os


def handler(event, context):
    os.system("/opt/bin/label " + event["name"])  # expect: sas1-os-command
    os.system("/opt/bin/label " + event["folder"])  # clean: sas1-os-command -- all that the caller sends has a constant here
