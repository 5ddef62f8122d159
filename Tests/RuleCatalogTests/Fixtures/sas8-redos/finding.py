import re


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    if re.match(r"^(\w+\s?)*$", name):  # expect: sas8-redos
        return {"statusCode": 200}
    return {"statusCode": 400}
