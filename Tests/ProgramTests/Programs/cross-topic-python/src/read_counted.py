import os


def handler(event, context):
    name = event["Records"][0]["Sns"]["Message"]
    os.system("/opt/bin/label " + name)  # clean: sas1-os-command -- only a number is written
