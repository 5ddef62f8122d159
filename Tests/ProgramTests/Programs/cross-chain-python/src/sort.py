import json
import os
import boto3

topic = boto3.resource("sns").Topic(os.environ["TOPIC"])


def handler(event, context):
    for record in event["Records"]:
        order = json.loads(record["body"])
        topic.publish(Message=order["name"])
