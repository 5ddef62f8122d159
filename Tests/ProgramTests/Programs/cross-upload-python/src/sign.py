import json
import os
import uuid

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    name = json.loads(event["body"])["name"]
    upload = s3.generate_presigned_url(
        "put_object", Params={"Bucket": os.environ["UPLOADS"], "Key": str(uuid.uuid4())}, ExpiresIn=300
    )
    form = s3.generate_presigned_post(Bucket=os.environ["NAMED"], Key="labels/" + name)
    s3.generate_presigned_url("get_object", Params={"Bucket": os.environ["INNER"], "Key": "total"})
    s3.put_object(Bucket=os.environ["INNER"], Key="total", Body=b"1")
    return {"statusCode": 200, "body": json.dumps({"upload": upload, "form": form})}
