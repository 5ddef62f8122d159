import json
import os
import boto3

channel = boto3.client("sqs")


def handler(event, context):
    name = json.loads(event["body"])["name"]
    channel.send_message(QueueUrl=os.environ["OPEN"], MessageBody=json.dumps({"kind": "plain", "name": name}))
    channel.send_message(QueueUrl=os.environ["DENIED"], MessageBody=json.dumps({"kind": "plain", "name": name}))
    channel.send_message(QueueUrl=os.environ["SORTED"], MessageBody=json.dumps({"kind": "plain", "name": name}))
    channel.send_message(QueueUrl=os.environ["FIXED"], MessageBody=json.dumps({"kind": "plain", "name": "constant"}))
    channel.send_message(QueueUrl=os.environ["COUNTED"], MessageBody=json.dumps({"kind": "plain", "name": str(int(name))}))
    return {"statusCode": 202}
