import json
import os


def handler(event, context):
    return {"statusCode": 200, "body": json.dumps(dict(os.environ))}  # expect: sas7-env-dump
