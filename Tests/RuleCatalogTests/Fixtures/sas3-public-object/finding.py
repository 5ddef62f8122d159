import boto3

s3 = boto3.client("s3")


def handler(event, context):
    s3.put_object(Bucket="pages", Key="report.html", Body=b"", ACL="public-read")  # expect: sas3-public-object
