import boto3


def handler(event, context):
    keys = boto3.client("sts").assume_role(
        RoleArn="arn:aws:iam::123456789012:role/other", RoleSessionName="visit")["Credentials"]
    session = boto3.Session(
        aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys["SessionToken"])
    return session.client("s3").get_object(Bucket="theirs", Key="k")["ContentLength"]
