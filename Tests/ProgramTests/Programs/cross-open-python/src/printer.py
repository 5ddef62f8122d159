import os


def handler(event, context):
    os.system("/opt/bin/label " + event["name"])  # clean: sas1-os-command -- the caller may not invoke this function, by whatever name
