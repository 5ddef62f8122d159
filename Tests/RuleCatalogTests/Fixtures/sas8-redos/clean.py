import re


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    if re.match(r"^\w{1,40}$", name):
        return {"statusCode": 200}
    if re.search(re.escape(name), "orders"):
        return {"statusCode": 200}
    return {"statusCode": 400}
