import os
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    record = event["Records"][0]["s3"]
    data = s3.get_object(Bucket=record["bucket"]["name"], Key=record["object"]["key"])["Body"].read().decode()
    os.system("convert " + data)  # expect: sas1-os-command
    os.system("convert " + record["object"]["key"])  # clean: sas1-os-command -- the signer makes the name up
