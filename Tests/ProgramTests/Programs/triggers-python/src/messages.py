import base64
import gzip
import json
import os


def notified(event, context):
    sns = event["Records"][0]["Sns"]
    os.system("page " + sns["Subject"])  # expect: sas1-os-command
    os.system("page " + sns["MessageAttributes"]["who"]["Value"])  # expect: sas1-os-command
    os.system("page " + sns["TopicArn"])  # clean: sas1-os-command -- set by the platform


def queued(event, context):
    failures = []
    for record in event["Records"]:
        job = json.loads(record["body"])
        os.system("work " + job["task"])  # expect: sas1-os-command
        os.system("work " + record["messageAttributes"]["kind"]["stringValue"])  # expect: sas1-os-command
        os.system("work " + record["attributes"]["MessageGroupId"])  # expect: sas1-os-command
        os.system("work " + record["messageId"])  # clean: sas1-os-command -- set by the platform
        os.system("work " + record["attributes"]["ApproximateReceiveCount"])  # clean: sas1-os-command -- a number of the platform
        failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}


def streamed(event, context):
    for record in event["Records"]:
        data = base64.b64decode(record["kinesis"]["data"]).decode("utf-8")
        os.system("count " + data)  # expect: sas1-os-command
        os.system("count " + record["kinesis"]["partitionKey"])  # expect: sas1-os-command
        os.system("count " + record["kinesis"]["sequenceNumber"])  # clean: sas1-os-command -- set by the platform


def produced(event, context):
    for partition in event["records"].values():
        for record in partition:
            value = base64.b64decode(record["value"]).decode()
            os.system("order " + value)  # expect: sas1-os-command
            os.system("order " + record["topic"])  # clean: sas1-os-command -- the platform names the topic


def brokered(event, context):
    for message in event["messages"]:
        os.system("job " + base64.b64decode(message["data"]).decode())  # expect: sas1-os-command
        os.system("job " + message["messageID"])  # clean: sas1-os-command -- set by the broker


def announced(event, context):
    os.system("order " + event["detail"]["customer"]["name"])  # expect: sas1-os-command
    os.system("order " + event["detail-type"])  # expect: sas1-os-command
    os.system("order " + event["account"])  # clean: sas1-os-command -- set by the platform


def nightly(event, context):
    os.system("report " + event["report"])  # clean: sas1-os-command -- the template says what the schedule sends


def logged(event, context):
    packed = base64.b64decode(event["awslogs"]["data"])
    lines = json.loads(gzip.decompress(packed))
    for line in lines["logEvents"]:
        os.system("alert " + line["message"])  # expect: sas1-os-command
