import json
import boto3

table = boto3.resource("dynamodb").Table("users")


def handler(event, context):
    body = json.loads(event["body"])
    table.put_item(Item={"id": context.aws_request_id, "name": str(body["name"])})
