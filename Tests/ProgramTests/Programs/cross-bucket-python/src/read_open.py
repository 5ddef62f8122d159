import os


def handler(event, context):
    name = event["Records"][0]["s3"]["object"]["key"]
    os.system("/opt/bin/label " + name)  # expect: sas1-os-command
