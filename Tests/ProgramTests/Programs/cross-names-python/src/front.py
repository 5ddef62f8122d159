import json
import os
import boto3

queues = boto3.client("sqs")
objects = boto3.client("s3")


def handler(event, context):
    body = json.loads(event["body"])
    queues.send_message(QueueUrl=os.environ["JOBS"], MessageBody=json.dumps({"name": body["name"], "folder": "labels"}))
    queues.send_message(QueueUrl=os.environ["REPORTS"], MessageBody=json.dumps({"name": body["name"]}))
    objects.put_object(Bucket=os.environ["BUCKET"], Key=body["name"], Body=b"")
    return {"statusCode": 202}
