import hmac
import os


def handler(event, context):
    if hmac.compare_digest(event["headers"]["authorization"], os.environ["API_TOKEN"]):
        return {"statusCode": 200}
    if event["httpMethod"] == "GET" or event["queryStringParameters"]["kind"] == "open":
        return {"statusCode": 204}
    return {"statusCode": 403}
