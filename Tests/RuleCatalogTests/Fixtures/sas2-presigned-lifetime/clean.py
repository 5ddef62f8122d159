import json
import os

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    seconds = int(json.loads(event["body"])["seconds"])
    params = {"Bucket": "b", "Key": "k"}
    fixed = s3.generate_presigned_url("get_object", Params=params, ExpiresIn=300)
    configured = s3.generate_presigned_url("get_object", Params=params, ExpiresIn=int(os.environ["SECONDS"]))
    bounded = s3.generate_presigned_url("get_object", Params=params, ExpiresIn=min(seconds, 600))
    if seconds > 600:
        return {"statusCode": 400}
    checked = s3.generate_presigned_url("get_object", Params=params, ExpiresIn=seconds)
    return {"statusCode": 200, "body": json.dumps([fixed, configured, bounded, checked])}
