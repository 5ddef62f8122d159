import hashlib
import json
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        message = json.loads(record["Sns"]["Message"])
        body = s3.get_object(Bucket=message["bucket"], Key=message["key"])["Body"].read()  # expect: sas1-cloud-resource-injection
        print(hashlib.sha256(body).hexdigest())
