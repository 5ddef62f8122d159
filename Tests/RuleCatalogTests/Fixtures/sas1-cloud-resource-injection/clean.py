import os
import boto3

s3 = boto3.client("s3")
TABLES = {"orders": "prod-orders", "users": "prod-users"}
tables = boto3.resource("dynamodb")


def handler(event, context):
    for record in event["Records"]:
        s3.get_object(Bucket=record["s3"]["bucket"]["name"], Key=record["s3"]["object"]["key"])
    name = TABLES[event["kind"]]
    tables.Table(name).get_item(Key={"id": "1"})
    s3.get_object(Bucket=os.environ["BUCKET"], Key="settings.json")
