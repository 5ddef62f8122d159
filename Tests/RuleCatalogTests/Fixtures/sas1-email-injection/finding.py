import json
import boto3

ses = boto3.client("ses")


def handler(event, context):
    body = json.loads(event["body"])
    ses.send_email(  # expect: sas1-email-injection
        Source="shop@example.org",
        Destination={"ToAddresses": [body["to"]]},
        Message={"Subject": {"Data": "Welcome"}, "Body": {"Text": {"Data": "Hello"}}},
    )
