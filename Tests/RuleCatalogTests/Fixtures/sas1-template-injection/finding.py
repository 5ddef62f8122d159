from jinja2 import Template


def handler(event, context):
    return {"statusCode": 200, "body": Template(event["body"]).render()}  # expect: sas1-template-injection
