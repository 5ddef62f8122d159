import base64
import pickle
import yaml


def handler(event, context):
    session = pickle.loads(base64.b64decode(event["headers"]["session"]))  # expect: sas1-deser
    settings = yaml.load(event["body"], Loader=yaml.Loader)  # expect: sas1-deser
    return {"statusCode": 200, "body": str(len(session) + len(settings))}
