import json
import os

import boto3

sqs = boto3.client("sqs")


def uploaded(event, context):
    print(json.dumps(event))  # clean: sas5-event-logged -- names and times of objects only
    return {"records": len(event["Records"])}


def queued(event, context):
    print(event)  # expect: sas5-event-logged
    return {"records": len(event["Records"])}


def posted(event, context):
    name = json.loads(event["body"])["name"]
    sqs.send_message(QueueUrl=os.environ["JOBS"], MessageBody=json.dumps({"name": name}))
    return {"statusCode": 202}
