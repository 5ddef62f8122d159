import os


def handler(event, context):
    os.system("label " + event["Records"][0]["s3"]["object"]["key"])  # expect: sas1-os-command
