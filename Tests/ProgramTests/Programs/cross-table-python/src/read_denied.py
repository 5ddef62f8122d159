import os


def handler(event, context):
    name = event["Records"][0]["dynamodb"]["NewImage"]["name"]["S"]
    os.system("/opt/bin/label " + name)  # clean: sas1-os-command -- the writer has no right to write here
