import boto3

table = boto3.resource("dynamodb").Table("orders")


def handler(event, context):
    answer = table.get_item(Key={"owner": event["headers"]["x-user-id"]})  # expect: sas2-identity-header
    return {"statusCode": 200, "body": str(answer.get("Item"))}
