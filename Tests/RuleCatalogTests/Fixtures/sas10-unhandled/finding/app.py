import json


def handler(event, context):
    body = json.loads(event["body"])  # expect: sas10-unhandled
    return {"statusCode": 200, "body": str(len(body))}
