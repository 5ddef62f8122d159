import boto3

secrets = boto3.client("secretsmanager")


def handler(event, context):
    key = secrets.get_secret_value(SecretId="key")["SecretString"]
    with open("/tmp/key.pem", "w") as file:
        file.write(key)  # expect: sas7-secret-in-tmp
    return {}
