import os
import boto3

tables = boto3.resource("dynamodb")


def handler(event, context):
    table = tables.Table(os.getenv("TABLE", "table of a developer"))
    other = tables.Table(os.environ.get("TABLE") or "table of a developer")
    return [table.get_item(Key={"id": "1"})["Item"], other.get_item(Key={"id": "2"})["Item"]]
