import os
import urllib.parse

import boto3

s3 = boto3.client("s3")


def object_stored(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = urllib.parse.unquote_plus(record["s3"]["object"]["key"])
        os.system("scan /mnt/" + key)  # expect: sas1-os-command
        os.system("scan /mnt/" + bucket)  # clean: sas1-os-command -- the platform names the bucket
        os.system("scan " + record["awsRegion"])  # clean: sas1-os-command -- set by the platform
        stored = s3.get_object(Bucket=bucket, Key=key)
        os.system("scan " + stored["Body"].read().decode())  # expect: sas1-os-command
        os.system("scan " + stored["Metadata"]["title"])  # expect: sas1-os-command


def object_reported(event, context):
    os.system("scan /mnt/" + event["detail"]["object"]["key"])  # expect: sas1-os-command
    os.system("scan /mnt/" + event["detail"]["bucket"]["name"])  # clean: sas1-os-command -- the platform names the bucket
    os.system("scan /mnt/" + event["region"])  # clean: sas1-os-command -- set by the platform


def row_changed(event, context):
    for record in event["Records"]:
        if record["eventName"] == "REMOVE":
            old = record["dynamodb"]["OldImage"]
            os.system("forget " + old["name"]["S"])  # expect: sas1-os-command
            continue
        keys = record["dynamodb"]["Keys"]
        os.system("index " + keys["id"]["S"])  # expect: sas1-os-command
        os.system("index " + record["eventID"])  # clean: sas1-os-command -- set by the platform
        os.system("index " + record["dynamodb"]["SequenceNumber"])  # clean: sas1-os-command -- set by the platform


def document_changed(event, context):
    for entry in event["events"]:
        change = entry["event"]
        os.system("index " + change["fullDocument"]["title"])  # expect: sas1-os-command
        os.system("index " + change["operationType"])  # clean: sas1-os-command -- set by the database
