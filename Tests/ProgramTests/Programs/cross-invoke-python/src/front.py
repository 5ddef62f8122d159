import json
import os
import boto3

functions = boto3.client("lambda")


def handler(event, context):
    body = json.loads(event["body"])
    job = {"name": body["name"], "folder": "labels"}
    functions.invoke(FunctionName=os.environ["WORKER"], InvocationType="Event", Payload=json.dumps(job))
    functions.invoke(FunctionName=os.environ["PRINTER"], InvocationType="Event", Payload=json.dumps(job))
    functions.invoke(
        FunctionName=os.environ["COUNTER"], InvocationType="Event", Payload=json.dumps({"count": int(body["count"])}))
    return {"statusCode": 202}
