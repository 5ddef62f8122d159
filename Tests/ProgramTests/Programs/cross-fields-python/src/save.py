import json
import os
import boto3

orders = boto3.resource("dynamodb").Table(os.environ["ORDERS"])
client = boto3.client("dynamodb")


def handler(event, context):
    body = json.loads(event["body"])
    orders.put_item(Item={"id": "1", "name": body["name"], "folder": "labels"})
    orders.update_item(
        Key={"id": "1"},
        UpdateExpression="SET #s = :state, amount = if_not_exists(amount, :none) + :amount, checked = :fixed",
        ConditionExpression="owner = :owner",
        ExpressionAttributeNames={"#s": "state"},
        ExpressionAttributeValues={
            ":state": body["state"], ":none": 0, ":amount": body["amount"], ":fixed": "yes", ":owner": body["owner"]})
    client.put_item(
        TableName=os.environ["ORDERS"], Item={"id": {"S": "2"}, "street": {"S": body["street"]}, "city": {"S": "Ulm"}})
    return {"statusCode": 202}
