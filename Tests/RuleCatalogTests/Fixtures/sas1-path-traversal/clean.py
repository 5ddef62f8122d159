import os


def handler(event, context):
    name = os.path.basename(event["pathParameters"]["name"])
    with open("/opt/templates/" + name) as template:
        text = template.read()
    path = os.path.realpath("/opt/templates/" + event["pathParameters"]["name"])
    if not path.startswith("/opt/templates/"):
        raise ValueError("outside of the folder")
    with open(path) as other:
        return {"statusCode": 200, "body": text + other.read()}
