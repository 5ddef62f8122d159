import boto3

queue = boto3.client("sqs")


def handler(event, context):
    queue.send_message(QueueUrl="https://sqs.eu-west-1.amazonaws.com/123456789012/jobs", MessageBody="key")
