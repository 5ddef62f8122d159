import os
import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def handler(event, context):
    return {"statusCode": 200, "body": str(table.scan()["Count"])}  # expect: sas8-full-scan
