import boto3

s3 = boto3.client("s3")


def handler(event, context):
    answer = s3.get_object(Bucket="uploads", Key=event["Records"][0]["s3"]["object"]["key"])
    with open("/tmp/upload", "wb") as file:
        file.write(answer["Body"].read())  # expect: sas8-tmp-exhaustion
