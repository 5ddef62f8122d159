import os
import boto3

queue = boto3.client("sqs")


def ping(event, context):
    queue.send_message(QueueUrl=os.environ["QUEUE"], MessageBody="ping")  # expect: sas9-function-cycle


def pong(event, context):
    queue.send_message(QueueUrl=os.environ["QUEUE"], MessageBody="pong")
