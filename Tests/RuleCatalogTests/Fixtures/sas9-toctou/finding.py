import boto3

table = boto3.resource("dynamodb").Table("stock")


def handler(event, context):
    item = table.get_item(Key={"id": "chair"})["Item"]
    if item["count"] > 0:
        item["count"] = 0
        table.put_item(Item=item)  # expect: sas9-toctou
