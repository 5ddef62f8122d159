import tarfile
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    answer = s3.get_object(Bucket="uploads", Key=key)
    with tarfile.open(fileobj=answer["Body"], mode="r|gz") as archive:
        archive.extractall("/tmp/work", filter="data")
