import json


def handler(event, context):
    print(json.dumps({"order": event["pathParameters"]["id"]}))
    print("order", int(event["pathParameters"]["id"]))
    return {"statusCode": 200}
