import json


def handler(event, context):
    try:
        return {"statusCode": 200, "body": str(len(json.loads(event["body"])))}
    except Exception as error:
        return {"statusCode": 500, "body": str(error)}  # expect: sas10-message-to-client
