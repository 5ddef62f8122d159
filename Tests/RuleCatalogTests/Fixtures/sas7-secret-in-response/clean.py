import json
import boto3

secrets = boto3.client("secretsmanager")


def handler(event, context):
    answer = secrets.get_secret_value(SecretId="db")
    settings = json.loads(answer["SecretString"])
    return {"statusCode": 200, "body": str(len(settings))}
