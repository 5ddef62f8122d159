import boto3

table = boto3.resource("dynamodb").Table("coupons")


def handler(event, context):
    key = {"id": "tea"}
    item = table.get_item(Key=key)["Item"]
    if item["left"] < 1:
        return
    table.update_item(Key=key, UpdateExpression="SET #l = #l - :one",  # expect: sas9-toctou
                      ExpressionAttributeNames={"#l": "left"}, ExpressionAttributeValues={":one": 1})


def count(event, context):
    item = table.get_item(Key={"id": "tea"})["Item"]
    table.update_item(Key={"id": "tea"}, UpdateExpression="ADD seen :one", ExpressionAttributeValues={":one": 1})
    return item["name"]
