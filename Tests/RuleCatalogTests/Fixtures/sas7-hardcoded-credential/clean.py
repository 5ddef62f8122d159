import os
import boto3

client = boto3.client("s3")
other = boto3.client("s3", aws_secret_access_key=os.environ["OTHER_KEY"])


def handler(event, context):
    return client.list_buckets()
