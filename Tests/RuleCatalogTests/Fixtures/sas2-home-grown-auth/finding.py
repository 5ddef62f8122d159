import os


def handler(event, context):
    if event["headers"]["authorization"] == os.environ["API_TOKEN"]:  # expect: sas2-home-grown-auth
        return {"statusCode": 200}
    return {"statusCode": 403}
