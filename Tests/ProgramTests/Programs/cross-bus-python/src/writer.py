import json
import os
import boto3

channel = boto3.client("events")


def handler(event, context):
    name = json.loads(event["body"])["name"]
    channel.put_events(Entries=[{"EventBusName": os.environ["OPEN"], "Source": "shop", "DetailType": "Plain", "Detail": json.dumps({"name": name})}])
    channel.put_events(Entries=[{"EventBusName": os.environ["DENIED"], "Source": "shop", "DetailType": "Plain", "Detail": json.dumps({"name": name})}])
    channel.put_events(Entries=[{"EventBusName": os.environ["SORTED"], "Source": "shop", "DetailType": "Plain", "Detail": json.dumps({"name": name})}])
    channel.put_events(Entries=[{"EventBusName": os.environ["FIXED"], "Source": "shop", "DetailType": "Plain", "Detail": json.dumps({"name": "constant"})}])
    channel.put_events(Entries=[{"EventBusName": os.environ["COUNTED"], "Source": "shop", "DetailType": "Plain", "Detail": json.dumps({"name": str(int(name))})}])
    channel.put_events(Entries=[{"EventBusName": os.environ["OTHER"], "Source": "shop", "DetailType": "Plain", "Detail": json.dumps({"name": name})}])
    return {"statusCode": 202}
