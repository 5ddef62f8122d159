import base64
import hashlib
import hmac
import os


def sign(body):
    return hmac.new(os.environ["HOOK_KEY"].encode(), body.encode(), hashlib.sha256)


def ordinary(event, context):
    if event["headers"]["x-signature"] != sign(event["body"]).hexdigest():  # expect: sas2-home-grown-auth
        return {"statusCode": 401}
    return {"statusCode": 200}


def coded(event, context):
    mine = base64.b64encode(sign(event["body"]).digest()).decode()
    if event["headers"]["x-signature"] != mine:  # expect: sas2-home-grown-auth
        return {"statusCode": 401}
    return {"statusCode": 200}


def constant(event, context):
    if not hmac.compare_digest(event["headers"]["x-signature"], sign(event["body"]).hexdigest()):  # clean: sas2-home-grown-auth -- in constant time
        return {"statusCode": 401}
    return {"statusCode": 200}


def unkeyed(event, context):
    if event["headers"]["content-md5"] != hashlib.md5(event["body"].encode()).hexdigest():  # clean: sas2-home-grown-auth -- anybody can make the sum
        return {"statusCode": 400}
    return {"statusCode": 200}
