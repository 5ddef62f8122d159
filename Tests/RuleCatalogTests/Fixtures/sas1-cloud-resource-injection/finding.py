import boto3

secrets = boto3.client("secretsmanager")
lambda_client = boto3.client("lambda")


def handler(event, context):
    lambda_client.invoke(FunctionName=event["body"], Payload=b"{}")  # expect: sas1-cloud-resource-injection
    value = secrets.get_secret_value(SecretId=event["pathParameters"]["name"])  # expect: sas1-cloud-resource-injection
    return {"statusCode": 200, "body": str(len(value))}
