import json
import yaml


def handler(event, context):
    settings = yaml.safe_load(event["body"])
    more = yaml.load(event["body"], Loader=yaml.SafeLoader)
    session = json.loads(event["headers"]["session"])
    return {"statusCode": 200, "body": str(len(session) + len(settings) + len(more))}
