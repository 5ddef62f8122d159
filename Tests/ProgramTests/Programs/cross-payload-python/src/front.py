import json
import boto3

functions = boto3.client("lambda")


def handler(event, context):
    body = json.loads(event["body"])
    job = {"action": "list", "name": body["name"]}
    functions.invoke(FunctionName="worker", InvocationType="Event", Payload=json.dumps(job))
    if body["isFixed"]:
        other = {"name": body["name"], "folder": "labels"}
    else:
        other = {"name": "constant", "folder": "labels"}
    functions.invoke(FunctionName="either", InvocationType="Event", Payload=json.dumps(other))
    return {"statusCode": 202}
