import json


def handler(event, context):
    print(json.dumps({"order": event["pathParameters"]["id"]}))  # spurious: sas1-log-injection -- the encoding of JSON leaves no line break
    print("order", int(event["pathParameters"]["id"]))
    return {"statusCode": 200}
