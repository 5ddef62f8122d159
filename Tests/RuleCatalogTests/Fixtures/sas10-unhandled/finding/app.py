import json


def handler(event, context):
    text = event["body"] if isinstance(event["body"], str) else json.dumps(event["body"])
    body = json.loads(text)  # expect: sas10-unhandled
    return {"statusCode": 200, "body": str(len(body))}
