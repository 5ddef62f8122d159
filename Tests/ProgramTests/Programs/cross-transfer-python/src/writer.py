import json
import os
import boto3

client = boto3.client("s3")
resource = boto3.resource("s3")


def handler(event, context):
    name = json.loads(event["body"])["name"]
    client.upload_file("/opt/labels/plain.txt", os.environ["NAMED"], "plain/" + name)
    client.upload_file("/opt/labels/plain.txt", os.environ["FIXED"], "plain/constant")
    resource.Bucket(os.environ["FIXED"]).upload_file("/opt/labels/plain.txt", "plain/other")
    resource.Object(os.environ["FIXED"], "plain/third").put(Body=name)
    client.upload_file("/tmp/report", os.environ["FILES"], "report")
    return {"statusCode": 202}
