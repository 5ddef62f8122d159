import base64
import json
import os
import subprocess


def rest(event, context):
    os.system("report " + event["pathParameters"]["name"])  # expect: sas1-os-command
    os.system("report " + event["multiValueQueryStringParameters"]["q"][0])  # expect: sas1-os-command
    os.system("report " + event["requestContext"]["identity"]["userAgent"])  # expect: sas1-os-command
    os.system("report " + event["requestContext"]["authorizer"]["claims"]["email"])  # expect: sas1-os-command
    os.system("report " + event["requestContext"]["requestId"])  # clean: sas1-os-command -- set by the gateway
    os.system("report " + event["stageVariables"]["flavour"])  # clean: sas1-os-command -- set by whoever deploys
    os.system("report " + event["httpMethod"])  # clean: sas1-os-command -- one of a few words
    return {"statusCode": 204}


def http_api(event, context):
    body = event["body"]
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode()
    os.system(f"report {body}")  # expect: sas1-os-command
    os.system("report " + event["rawQueryString"])  # expect: sas1-os-command
    os.system("report " + event["cookies"][0])  # expect: sas1-os-command
    os.system("report " + event["requestContext"]["http"]["method"])  # clean: sas1-os-command -- set by the gateway
    os.system("report " + event["requestContext"]["apiId"])  # clean: sas1-os-command -- set by the gateway
    return {"statusCode": 204}


def function_url(event, context):
    os.system("report " + event["rawPath"])  # expect: sas1-os-command
    os.system("report " + event["headers"].get("x-report", "daily"))  # expect: sas1-os-command
    os.system("report " + event["requestContext"]["domainName"])  # clean: sas1-os-command -- set by the service
    os.system("report " + context.aws_request_id)  # clean: sas1-os-command -- set by the platform
    return {"statusCode": 204}


def balanced(event, context):
    os.system("report " + event["queryStringParameters"]["name"])  # expect: sas1-os-command
    os.system("report " + event["path"])  # expect: sas1-os-command
    os.system("report " + event["requestContext"]["elb"]["targetGroupArn"])  # clean: sas1-os-command -- set by the balancer
    return {"statusCode": 204}


def socket(event, context):
    message = json.loads(event["body"])
    subprocess.run("say " + message["text"], shell=True)  # expect: sas1-os-command
    subprocess.run("say " + event["requestContext"]["connectionId"], shell=True)  # clean: sas1-os-command -- set by the gateway
    return {"statusCode": 200}


def resolver(event, context):
    subprocess.run(f"find /opt -name {event['arguments']['name']}", shell=True)  # expect: sas1-os-command
    subprocess.run(f"find /opt -name {event['request']['headers']['x-name']}", shell=True)  # expect: sas1-os-command
    subprocess.run(f"find /opt -name {event['info']['fieldName']}", shell=True)  # clean: sas1-os-command -- from the schema
    return []


def authorizer(event, context):
    token = event["authorizationToken"]
    os.system("verify-token " + token)  # expect: sas1-os-command
    return {"principalId": "nobody", "policyDocument": {"Version": "2012-10-17", "Statement": []}}


def guarded(event, context):
    os.system("report " + event["requestContext"]["authorizer"]["principalId"])  # clean: sas1-os-command -- set by the authorizer
    os.system("report " + event["headers"]["X-Report"])  # expect: sas1-os-command
    return {"statusCode": 204}
