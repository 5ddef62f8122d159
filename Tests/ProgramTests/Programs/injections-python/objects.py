import base64
import json
import marshal
import pickle

import jsonpickle
import yaml


def restore(event, context):
    data = base64.b64decode(event["body"])
    session = pickle.loads(data)  # expect: sas1-deser
    other = marshal.loads(data)  # expect: sas1-deser
    third = jsonpickle.decode(event["body"])  # expect: sas1-deser
    plain = json.loads(event["body"])  # clean: sas1-deser -- data only
    return {"statusCode": 200, "body": str(len([session, other, third, plain]))}


def settings(event, context):
    text = event["body"]
    first = yaml.load(text, Loader=yaml.Loader)  # expect: sas1-deser
    second = yaml.unsafe_load(text)  # expect: sas1-deser
    third = yaml.safe_load(text)  # clean: sas1-deser -- plain types only
    fourth = yaml.load(text, Loader=yaml.SafeLoader)  # clean: sas1-deser -- plain types only
    return {"statusCode": 200, "body": str(len([first, second, third, fourth]))}
