import json
import os
import urllib.request

import boto3
import httpx
import requests
import urllib3

pool = urllib3.PoolManager()
sqs = boto3.client("sqs")
lam = boto3.client("lambda")
ssm = boto3.client("ssm")
sts = boto3.client("sts")
s3 = boto3.client("s3")
ses = boto3.client("ses")


def preview(event, context):
    address = event["queryStringParameters"]["address"]
    requests.get(address, timeout=5)  # expect: sas1-ssrf
    requests.request("HEAD", address, timeout=5)  # expect: sas1-ssrf
    httpx.get(address, timeout=5)  # expect: sas1-ssrf
    urllib.request.urlopen(address, timeout=5)  # expect: sas1-ssrf
    pool.request("GET", address, timeout=5)  # expect: sas1-ssrf
    requests.get("https://" + address + "/status", timeout=5)  # expect: sas1-ssrf
    requests.get("https://api.shop.example/find", params={"q": address}, timeout=5)  # clean: sas1-ssrf -- only a parameter of a fixed address
    requests.post("https://api.shop.example/find", json={"q": address}, timeout=5)  # clean: sas1-ssrf -- only the body of a request to a fixed address
    requests.get("https://api.shop.example/find?q=" + address, timeout=5)  # clean: sas1-ssrf -- the host is fixed
    return {"statusCode": 204}


def session(event, context):
    with requests.Session() as link:
        link.headers["accept"] = "application/json"
        link.get(json.loads(event["body"])["callback"], timeout=3)  # expect: sas1-ssrf
    return {"statusCode": 204}


def resources(event, context):
    body = json.loads(event["body"])
    sqs.send_message(QueueUrl=body["queue"], MessageBody="done")  # expect: sas1-cloud-resource-injection
    lam.invoke(FunctionName="job-" + body["job"], Payload=b"{}")  # expect: sas1-cloud-resource-injection
    ssm.get_parameter(Name=body["setting"])  # expect: sas1-cloud-resource-injection
    sts.assume_role(RoleArn=body["role"], RoleSessionName="job")  # expect: sas1-cloud-resource-injection
    s3.get_object(Bucket=body["bucket"], Key="fixed.json")  # expect: sas1-cloud-resource-injection
    sqs.send_message(QueueUrl=os.environ["QUEUE"], MessageBody=body["text"])  # clean: sas1-cloud-resource-injection -- only the content is the caller's
    return {"statusCode": 204}


def mail(event, context):
    body = json.loads(event["body"])
    raw = "From: shop@shop.example\r\nTo: " + body["to"] + "\r\nSubject: Hello\r\n\r\nHello"
    ses.send_raw_email(RawMessage={"Data": raw})  # expect: sas1-email-injection
    return {"statusCode": 204}
