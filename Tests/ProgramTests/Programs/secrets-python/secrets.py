import json
import logging
import os
import subprocess

import boto3
import requests

logger = logging.getLogger()
secrets = boto3.client("secretsmanager")
ssm = boto3.client("ssm")
sns = boto3.client("sns")


def login(event, context):
    secret = json.loads(secrets.get_secret_value(SecretId="shop/login")["SecretString"])
    logger.info("login with %s", secret["password"])  # expect: sas7-secret-in-log
    logger.info("login with %s", "shop/login")  # clean: sas7-secret-in-log -- only the name of the secret
    requests.get("https://api.shop.example/?key=" + secret["password"], timeout=3)  # expect: sas7-secret-in-url
    requests.get("https://api.shop.example/", headers={"authorization": secret["password"]}, timeout=3)  # clean: sas7-secret-in-url -- in a header
    with open("/tmp/login.json", "w") as file:
        file.write(secret["password"])  # expect: sas7-secret-in-tmp
    sns.publish(TopicArn=os.environ["TOPIC"], Message=secret["password"])  # expect: sas7-secret-passed-on
    return {"statusCode": 204}


def show(event, context):
    value = ssm.get_parameter(Name="/shop/token", WithDecryption=True)["Parameter"]["Value"]
    return {"statusCode": 200, "body": value}  # expect: sas7-secret-in-response


def show_variable(event, context):
    print(os.environ["DB_PASSWORD"])  # expect: sas7-secret-in-log
    print(os.environ["TABLE_NAME"])  # clean: sas7-secret-in-log -- no secret
    return {"statusCode": 200, "body": json.dumps({"key": os.getenv("API_SECRET")})}  # expect: sas7-secret-in-response


def dump(event, context):
    print(os.environ)  # expect: sas7-env-dump
    return {"statusCode": 200, "body": json.dumps(dict(os.environ))}  # expect: sas7-env-dump


def connect(event, context):
    requests.post("https://api.shop.example/", data={"a": 1}, auth=("shop", os.environ["DB_PASSWORD"]), timeout=3)  # clean: sas7-secret-passed-on -- this is what it is for
    client = boto3.client("s3", aws_access_key_id="AKIAQ2W3E4R5T6Y7U8I9", aws_secret_access_key="zQ8vN2kLp0sXc7Rt5YbW1mHjG4fDa9EuIoTy6KqB")  # expect: sas7-hardcoded-credential
    other = boto3.client("s3", aws_access_key_id=os.environ["KEY"], aws_secret_access_key=os.environ["KEY_VALUE"])  # clean: sas7-hardcoded-credential -- from the environment
    subprocess.run(["pip", "install", "-t", "/tmp/lib", "requests"])  # expect: sas6-runtime-install
    exec(requests.get("https://shop.example/code.py", timeout=3).text)  # expect: sas6-remote-code, sas1-code-exec
    requests.get("https://api.shop.example/", verify=False, timeout=3)  # expect: sas3-tls-verification-off
    requests.get("https://api.shop.example/", verify="/opt/ca.pem", timeout=3)  # clean: sas3-tls-verification-off -- another trust store
    client.put_object(Bucket=os.environ["BUCKET"], Key="a", Body=b"", ACL="public-read")  # expect: sas3-public-object
    other.put_object(Bucket=os.environ["BUCKET"], Key="a", Body=b"", ACL="private")  # clean: sas3-public-object -- not public
    return {"statusCode": 204}
