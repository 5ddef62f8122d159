import json


def handler(event, context):
    try:
        body = json.loads(event["body"])
    except (TypeError, ValueError):
        return {"statusCode": 400}
    return {"statusCode": 200, "body": str(len(body))}
