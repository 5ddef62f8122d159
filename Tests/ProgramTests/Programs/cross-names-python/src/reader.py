import os


def handler(event, context):
    os.system("/opt/bin/label " + event["Records"][0]["s3"]["object"]["key"])  # expect: sas1-os-command
