import json
import os
import boto3

channel = boto3.client("sns")


def handler(event, context):
    name = json.loads(event["body"])["name"]
    channel.publish(TopicArn=os.environ["OPEN"], Message=str(name), MessageAttributes={"kind": {"DataType": "String", "StringValue": "plain"}})
    channel.publish(TopicArn=os.environ["DENIED"], Message=str(name), MessageAttributes={"kind": {"DataType": "String", "StringValue": "plain"}})
    channel.publish(TopicArn=os.environ["SORTED"], Message=str(name), MessageAttributes={"kind": {"DataType": "String", "StringValue": "plain"}})
    channel.publish(TopicArn=os.environ["FIXED"], Message=str("constant"), MessageAttributes={"kind": {"DataType": "String", "StringValue": "plain"}})
    channel.publish(TopicArn=os.environ["COUNTED"], Message=str(int(name)), MessageAttributes={"kind": {"DataType": "String", "StringValue": "plain"}})
    return {"statusCode": 202}
