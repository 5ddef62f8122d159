import json
import traceback


def handler(event, context):
    try:
        return {"statusCode": 200, "body": str(len(json.loads(event["body"])))}
    except ValueError:
        return {"statusCode": 500, "body": traceback.format_exc()}  # expect: sas10-stack-to-client
