import json


def handler(event, context):
    try:
        return {"statusCode": 200, "body": str(len(json.loads(event["body"])))}
    except ValueError:
        return {"statusCode": 400, "body": "invalid JSON"}
