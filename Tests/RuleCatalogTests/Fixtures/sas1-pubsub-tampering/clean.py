import json
import os
import boto3

queue = boto3.client("sqs")


def handler(event, context):
    order = json.loads(event["body"])
    queue.send_message(QueueUrl=os.environ["QUEUE"], MessageBody=json.dumps({"order": int(order["id"])}))
