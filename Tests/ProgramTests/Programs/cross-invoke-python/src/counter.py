import os


def handler(event, context):
    os.system("/opt/bin/count " + str(event["count"]))  # clean: sas1-os-command -- only a number is sent
