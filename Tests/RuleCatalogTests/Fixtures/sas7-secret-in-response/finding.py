import boto3

secrets = boto3.client("secretsmanager")


def handler(event, context):
    answer = secrets.get_secret_value(SecretId="db")
    return {"statusCode": 200, "body": answer["SecretString"]}  # expect: sas7-secret-in-response
