import json
import os

import boto3
import jsonschema

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
SCHEMA = {
    "type": "object",
    "properties": {"kind": {"type": "string", "enum": ["OPEN", "CLOSED"]}, "code": {"type": "string"}},
}


def caller(event):
    return event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]


def logged(event, context):
    actor = caller(event)
    table.delete_item(Key={"id": event["pathParameters"]["id"]})  # expect: sas2-missing-authz
    print("deleted by", actor)
    return {"statusCode": 204}


def owned(event, context):
    key = {"owner": caller(event), "id": event["pathParameters"]["id"]}
    table.delete_item(Key=key)  # clean: sas2-missing-authz -- the owner is in the key
    return {"statusCode": 204}


def compared(event, context):
    item = table.get_item(Key={"id": event["pathParameters"]["id"]})["Item"]  # clean: sas2-missing-authz -- the owner is compared
    if item["owner"] != caller(event):
        return {"statusCode": 403}
    return {"statusCode": 200, "body": json.dumps(item)}


def checked(event, context):
    query = event["queryStringParameters"]
    jsonschema.validate(query, SCHEMA)
    table.get_item(Key={"id": query["kind"]})  # clean: sas2-missing-authz -- one of a list
    table.get_item(Key={"id": query["code"]})  # expect: sas2-missing-authz
    return {"statusCode": 204}


def whole(event, context):
    body = json.loads(event["body"])
    owner = caller(event)
    table.put_item(Item={**body, "owner": owner})  # expect: sas1-mass-assignment
    table.put_item(Item=dict(body, owner=owner))  # expect: sas1-mass-assignment
    table.put_item(Item=body)  # expect: sas1-mass-assignment
    table.put_item(Item={"id": owner, "status": body["status"], "price": body["price"]})  # clean: sas1-mass-assignment -- single fields
    return {"statusCode": 204}
