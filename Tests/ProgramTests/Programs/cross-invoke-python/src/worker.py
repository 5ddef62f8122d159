import os


def handler(event, context):
    os.system("/opt/bin/label " + event["folder"])  # clean: sas1-os-command -- the caller sets this field to a constant
    os.system("/opt/bin/label " + event["name"])  # expect: sas1-os-command
