import boto3

secrets = boto3.client("secretsmanager")
queue = boto3.client("sqs")


def handler(event, context):
    key = secrets.get_secret_value(SecretId="key")["SecretString"]
    queue.send_message(QueueUrl="https://sqs.eu-west-1.amazonaws.com/123456789012/jobs", MessageBody=key)  # expect: sas7-secret-passed-on
