import json
import os
import boto3

channel = boto3.resource("dynamodb")


def handler(event, context):
    name = json.loads(event["body"])["name"]
    channel.Table(os.environ["OPEN"]).put_item(Item={"id": "1", "kind": "plain", "name": name})
    channel.Table(os.environ["DENIED"]).put_item(Item={"id": "1", "kind": "plain", "name": name})
    channel.Table(os.environ["SORTED"]).put_item(Item={"id": "1", "kind": "plain", "name": name})
    channel.Table(os.environ["FIXED"]).put_item(Item={"id": "1", "kind": "plain", "name": "constant"})
    channel.Table(os.environ["COUNTED"]).put_item(Item={"id": "1", "kind": "plain", "name": str(int(name))})
    channel.Table(os.environ["OTHER"]).put_item(Item={"id": "1", "kind": "plain", "name": name})
    return {"statusCode": 202}
