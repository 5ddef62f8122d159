import json


def handler(event, context):
    print(json.dumps(event))  # expect: sas5-event-logged
    return {}
