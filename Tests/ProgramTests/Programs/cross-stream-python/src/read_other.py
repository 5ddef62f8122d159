import os


def handler(event, context):
    name = event["Records"][0]["kinesis"]["partitionKey"]
    os.system("/opt/bin/label " + name)  # clean: sas1-os-command -- another field is read, which the writer sets to a constant
