import boto3

secrets = boto3.client("secretsmanager")


def handler(event, context):
    answer = secrets.get_secret_value(SecretId="db")
    print("fetched", answer["VersionId"])
    return {}
