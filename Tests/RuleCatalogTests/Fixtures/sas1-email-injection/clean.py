import os
import boto3

ses = boto3.client("ses")


def handler(event, context):
    ses.send_email(
        Source="shop@example.org",
        Destination={"ToAddresses": [os.environ["SUPPORT"]]},
        Message={"Subject": {"Data": "Question"}, "Body": {"Text": {"Data": event["body"]}}},
    )
