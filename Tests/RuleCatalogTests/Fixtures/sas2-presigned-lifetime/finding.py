import json

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    seconds = int(json.loads(event["body"])["seconds"])
    url = s3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": "k"}, ExpiresIn=seconds)  # expect: sas2-presigned-lifetime
    return {"statusCode": 200, "body": url}
