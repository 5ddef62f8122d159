import json
import os
import boto3

channel = boto3.client("kinesis")


def handler(event, context):
    name = json.loads(event["body"])["name"]
    channel.put_record(StreamName=os.environ["OPEN"], PartitionKey="plain", Data=str(name).encode())
    channel.put_record(StreamName=os.environ["DENIED"], PartitionKey="plain", Data=str(name).encode())
    channel.put_record(StreamName=os.environ["SORTED"], PartitionKey="plain", Data=str(name).encode())
    channel.put_record(StreamName=os.environ["FIXED"], PartitionKey="plain", Data=str("constant").encode())
    channel.put_record(StreamName=os.environ["COUNTED"], PartitionKey="plain", Data=str(int(name)).encode())
    channel.put_record(StreamName=os.environ["OTHER"], PartitionKey="plain", Data=str(name).encode())
    return {"statusCode": 202}
