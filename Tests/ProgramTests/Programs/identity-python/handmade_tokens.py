import base64
import hashlib
import hmac
import json
import os

import boto3
import jwt

table = boto3.resource("dynamodb").Table("orders")


def claims_of(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))  # expect: sas2-jwt-unverified


def orders(event, context):
    token = event["headers"]["authorization"].replace("Bearer ", "")
    owner = claims_of(token)["sub"]
    return {"statusCode": 200, "body": json.dumps(table.get_item(Key={"owner": owner}))}


def cookies(event, context):
    _, middle, _ = event["headers"]["cookie"].partition("session=")[2].split(".")
    session = json.loads(base64.b64decode(middle.encode()).decode("utf-8"))  # expect: sas2-jwt-unverified
    return {"statusCode": 200, "body": json.dumps({"user": session["user"]})}


def keyed(event, context):
    token = event["headers"]["authorization"]
    head = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))  # clean: sas2-jwt-unverified -- only to choose the key
    claims = jwt.decode(token, os.environ["KEY_" + head["kid"][:1]], algorithms=["RS256"])
    return {"statusCode": 200, "body": json.dumps({"sub": claims["sub"]})}


def signed(event, context):
    signature, payload = event["queryStringParameters"]["token"].split(".")
    own = hmac.new(os.environ["STATE_KEY"].encode(), payload.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(own, signature):
        return {"statusCode": 401}
    state = json.loads(base64.urlsafe_b64decode(payload))  # clean: sas2-jwt-unverified -- the program's own signature was checked
    return {"statusCode": 200, "body": json.dumps({"step": state["step"]})}


def paged(event, context):
    cursor = event["queryStringParameters"]["nextToken"].split(".")[1]
    start = json.loads(base64.b64decode(cursor))  # clean: sas2-jwt-unverified -- a cursor says where a page begins
    return {"statusCode": 200, "body": json.dumps({"from": start["number"] + 1})}


def basic(event, context):
    pair = base64.b64decode(event["headers"]["authorization"].split(" ")[1]).decode()  # clean: sas2-jwt-unverified -- name and password, no token
    return {"statusCode": 200, "body": json.dumps({"user": pair.split(":")[0]})}


def extension(event, context):
    suffix = event["pathParameters"]["file"].split(".")[1]
    known = json.loads('{"png": "image/png"}')  # clean: sas2-jwt-unverified -- a constant
    return {"statusCode": 200, "body": json.dumps({"type": known.get(suffix)})}
