import boto3


def handler(event, context):
    return boto3.client("logs").describe_log_groups()["logGroups"]  # expect: sas4-missing-grant
