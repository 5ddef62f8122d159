import json
import os
import boto3

functions = boto3.client("lambda")


def handler(event, context):
    body = json.loads(event["body"])
    job = json.dumps({"name": body["name"], "folder": "labels"})
    functions.invoke(FunctionName=os.environ["SET_ELSEWHERE"], InvocationType="Event", Payload=job)
    functions.invoke(FunctionName="printer", InvocationType="Event", Payload=job)
    return {"statusCode": 202}
