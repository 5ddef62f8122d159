import boto3

table = boto3.resource("dynamodb").Table("orders")


def handler(event, context):
    owner = event["requestContext"]["authorizer"]["claims"]["sub"]
    answer = table.get_item(Key={"owner": owner})
    return {"statusCode": 200, "body": str(answer.get("Item"))}
