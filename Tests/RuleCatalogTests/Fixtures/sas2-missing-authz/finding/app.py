import boto3

table = boto3.resource("dynamodb").Table("orders")


def handler(event, context):
    answer = table.get_item(Key={"id": event["pathParameters"]["id"]})  # expect: sas2-missing-authz
    return {"statusCode": 200, "body": str(answer.get("Item"))}
