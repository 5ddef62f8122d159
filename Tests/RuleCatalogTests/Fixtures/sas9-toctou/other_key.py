import time

import boto3

table = boto3.resource("dynamodb").Table("visits")


def handler(event, context):
    person = table.get_item(Key={"PK": event["id"], "SK": "NAME#"}).get("Item")
    if person:
        # Another item than the one that was judged.
        table.put_item(Item={"PK": event["id"], "SK": "SEEN#" + str(time.time())})
        table.put_item(Item={"PK": event["id"], "SK": "NAME#" + event["suffix"]})  # expect: sas9-toctou
