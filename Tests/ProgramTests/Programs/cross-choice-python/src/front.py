import json
import boto3

functions = boto3.client("lambda")


def handler(event, context):
    body = json.loads(event["body"])
    if body["kind"] == "a0":
        name = "job-0"
    elif body["kind"] == "a1":
        name = "job-1"
    elif body["kind"] == "a2":
        name = "job-2"
    elif body["kind"] == "a3":
        name = "job-3"
    elif body["kind"] == "a4":
        name = "job-4"
    elif body["kind"] == "a5":
        name = "job-5"
    elif body["kind"] == "a6":
        name = "job-6"
    elif body["kind"] == "a7":
        name = "job-7"
    elif body["kind"] == "a8":
        name = "job-8"
    elif body["kind"] == "a9":
        name = "job-9"
    else:
        return {"statusCode": 400}
    functions.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps({"name": body["name"]}))
    return {"statusCode": 202}
