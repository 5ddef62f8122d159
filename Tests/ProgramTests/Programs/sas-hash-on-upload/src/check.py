import json
import os
import boto3

topic = boto3.client("sns")
LIMIT = 10_000_000


def handler(event, context):
    for record in event["Records"]:
        entry = record["s3"]
        if entry["object"]["size"] <= LIMIT:
            message = {"bucket": entry["bucket"]["name"], "key": entry["object"]["key"]}
            topic.publish(TopicArn=os.environ["TOPIC"], Message=json.dumps(message))
