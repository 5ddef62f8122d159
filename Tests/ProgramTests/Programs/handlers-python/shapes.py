import json
import os

import boto3
import requests

sqs = boto3.client("sqs")
table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def stored_before(event, context):
    item = table.get_item(Key={"id": event["pathParameters"]["id"]})["Item"]
    os.system("index " + item["title"])  # expect: sas1-os-command
    return {"statusCode": 204}


def received(event, context):
    answer = sqs.receive_message(QueueUrl=os.environ["QUEUE"], MaxNumberOfMessages=1)
    for message in answer.get("Messages", []):
        os.system("work " + message["Body"])  # expect: sas1-os-command
        os.system("work " + message["MessageId"])  # spurious: sas1-os-command -- what a queue's message holds is not told from what the service adds to it


def remote(event, context):
    answer = requests.get("https://api.shop.example/job", timeout=3)
    os.system("work " + answer.json()["name"])  # expect: sas1-os-command, sas6-remote-code
    os.system("work " + str(answer.status_code))  # clean: sas1-os-command -- a number


def envelope(event, context):
    for record in event["Records"]:
        inner = json.loads(json.loads(record["body"])["Message"])
        os.system("work " + inner["task"])  # expect: sas1-os-command


class Handler:
    def __init__(self):
        self.prefix = "report "

    def __call__(self, event, context):
        os.system(self.prefix + event["body"])  # expect: sas1-os-command
        return {"statusCode": 204}


handler = Handler()
entry = lambda event, context: os.system("report " + event["path"])  # expect: sas1-os-command
