import boto3

client = boto3.client("s3", aws_access_key_id="AKIAQ3EGRIEZ6XMKT7WD", aws_secret_access_key="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")  # expect: sas7-hardcoded-credential


def handler(event, context):
    return client.list_buckets()
