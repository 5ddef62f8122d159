import boto3

table = boto3.resource("dynamodb").Table("stock")


def handler(event, context):
    item = table.get_item(Key={"id": "chair"})["Item"]
    if item["count"] > 0:
        table.update_item(
            Key={"id": "chair"}, UpdateExpression="SET #c = #c - :one", ConditionExpression="#c > :zero",
            ExpressionAttributeNames={"#c": "count"}, ExpressionAttributeValues={":one": 1, ":zero": 0})
