import os
import boto3

client = boto3.client("s3")


def handler(event, context):
    report = client.get_object(Bucket=os.environ["FILES"], Key="report")["Body"].read().decode()
    os.system("/opt/bin/label " + report)  # expect: sas1-os-command
