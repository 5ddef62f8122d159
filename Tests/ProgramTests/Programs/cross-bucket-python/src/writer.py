import json
import os
import boto3

channel = boto3.client("s3")


def handler(event, context):
    name = json.loads(event["body"])["name"]
    channel.put_object(Bucket=os.environ["OPEN"], Key="plain/" + str(name), Body=b"")
    channel.put_object(Bucket=os.environ["DENIED"], Key="plain/" + str(name), Body=b"")
    channel.put_object(Bucket=os.environ["SORTED"], Key="plain/" + str(name), Body=b"")
    channel.put_object(Bucket=os.environ["FIXED"], Key="plain/" + str("constant"), Body=b"")
    channel.put_object(Bucket=os.environ["COUNTED"], Key="plain/" + str(int(name)), Body=b"")
    channel.put_object(Bucket=os.environ["OTHER"], Key="plain/" + str(name), Body=b"")
    return {"statusCode": 202}
