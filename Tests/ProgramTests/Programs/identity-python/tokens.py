import hashlib
import hmac
import json
import os

import jwt


def decoded(event, context):
    claims = jwt.decode(event["headers"]["authorization"], options={"verify_signature": False})  # expect: sas2-jwt-unverified
    return {"statusCode": 200, "body": json.dumps({"sub": claims["sub"]})}


def verified(event, context):
    claims = jwt.decode(event["headers"]["authorization"], os.environ["PUBLIC_PEM"], algorithms=["RS256"])  # clean: sas2-jwt-unverified -- checked with a key
    return {"statusCode": 200, "body": json.dumps({"sub": claims["sub"]})}


def hook(event, context):  # expect: sas2-webhook-unsigned
    if event["headers"]["X-GitHub-Event"] == "push":
        return {"statusCode": 200, "body": "started"}
    return {"statusCode": 204}


def signed_hook(event, context):  # clean: sas2-webhook-unsigned -- the signature is checked
    digest = hmac.new(os.environ["HOOK_KEY"].encode(), event["body"].encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest("sha256=" + digest, event["headers"]["X-Hub-Signature-256"]):
        return {"statusCode": 401}
    return {"statusCode": 200, "body": str(event["headers"]["X-GitHub-Event"] == "push")}


def shared(event, context):
    if event["headers"]["x-api-key"] != os.environ["API_TOKEN"]:  # expect: sas2-home-grown-auth
        return {"statusCode": 401}
    return {"statusCode": 204}


def shared_in_time(event, context):
    if not hmac.compare_digest(event["headers"]["x-api-key"], os.environ["API_TOKEN"]):  # clean: sas2-home-grown-auth -- in constant time
        return {"statusCode": 401}
    return {"statusCode": 204}


def compared_twice(event, context):
    token = event["headers"]["authorization"]
    if token == "admin" or token == "staff":  # expect: sas2-home-grown-auth
        return {"statusCode": 200, "body": "administrator"}
    if token == "user":  # clean: sas2-home-grown-auth -- the same check goes on
        return {"statusCode": 200, "body": "user"}
    return {"statusCode": 403}


def compared_apart(event, context):
    if event["headers"]["authorization"] == "admin":  # expect: sas2-home-grown-auth
        return {"statusCode": 200, "body": "administrator"}
    if event["headers"]["x-api-key"] == "staff":  # expect: sas2-home-grown-auth
        return {"statusCode": 200, "body": "staff"}
    return {"statusCode": 403}
