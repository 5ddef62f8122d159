import json
import os

import boto3

s3 = boto3.client("s3")
BUCKET = os.environ["BUCKET"]


def upload(event, context):
    name = json.loads(event["body"])["name"]
    url = s3.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": name})  # expect: sas1-cloud-resource-injection
    print("address " + url)  # expect: sas7-secret-in-log
    return {"statusCode": 200, "body": json.dumps({"url": url})}  # clean: sas7-secret-in-response -- it is made for the caller


def own_place(event, context):
    name = json.loads(event["body"])["name"]
    url = s3.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": "new/" + context.aws_request_id})  # clean: sas1-cloud-resource-injection -- the program chooses the key
    post = s3.generate_presigned_post(Bucket=BUCKET, Key=name)  # expect: sas1-cloud-resource-injection
    print("bucket " + post["url"])  # clean: sas7-secret-in-log -- only the server, without the signature
    return {"statusCode": 200, "body": json.dumps({"url": url, "post": post})}


def download(event, context):
    name = json.loads(event["body"])["name"]
    url = s3.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": name})  # clean: sas1-cloud-resource-injection -- nothing is written
    return {"statusCode": 302, "headers": {"Location": url}}
