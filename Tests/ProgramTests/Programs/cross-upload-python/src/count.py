import os
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    record = event["Records"][0]["s3"]
    data = s3.get_object(Bucket=record["bucket"]["name"], Key=record["object"]["key"])["Body"].read().decode()
    os.system("count " + data)  # clean: sas1-os-command -- an address to read writes nothing
