import json
import os
import boto3

tables = boto3.resource("dynamodb")


def handler(event, context):
    body = json.loads(event["body"])
    tables.Table(os.environ["ORDERS"]).put_item(Item={"id": "1", "name": str(body["name"])})
    tables.Table(os.environ["NOTES"]).put_item(Item={"id": "1", "name": str(body["name"])})
    return {"statusCode": 202}
