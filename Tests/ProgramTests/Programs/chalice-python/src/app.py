import json
import os

import boto3
from chalice import BadRequestError, Chalice, ChaliceViewError, Response

app = Chalice(app_name="shop")
table = boto3.resource("dynamodb").Table("orders")


@app.route("/run/{name}", methods=["POST"])
def run(name):
    os.system("echo route " + name)  # expect: sas1-os-command
    os.system("echo " + app.current_request.json_body["text"])  # expect: sas1-os-command
    return {}


@app.route("/raised")
def raised():
    try:
        return table.get_item(Key={"id": "1"})
    except table.meta.client.exceptions.ResourceNotFoundException as error:
        raise BadRequestError(str(error))  # expect: sas10-message-to-client
    except ValueError as error:
        raise ChaliceViewError(f"cannot read: {error}")  # expect: sas10-message-to-client
    except KeyError:
        raise BadRequestError("no such order")  # clean: sas10-message-to-client -- the program's own words


@app.route("/returned")
def returned():
    try:
        return table.get_item(Key={"id": "1"})
    except Exception as error:
        if app.debug:
            return Response(body={"message": str(error)}, status_code=500)  # expect: sas10-message-to-client
        return BadRequestError(str(error))  # clean: sas10-message-to-client -- no answer can be made of it


@app.on_sns_message(topic="alerts")
def on_alert(event):
    os.system("echo " + event.subject)  # expect: sas1-os-command
    os.system("echo " + json.loads(event.message)["text"])  # expect: sas1-os-command
    os.system("echo " + event.to_dict()["Records"][0]["Sns"]["Message"])  # expect: sas1-os-command
    os.system("echo " + event.to_dict()["Records"][0]["Sns"]["TopicArn"])  # clean: sas1-os-command -- set by the platform


@app.on_sqs_message(queue="jobs")
def on_job(event):
    for record in event:
        os.system("echo " + record.body)  # expect: sas1-os-command
        os.system("echo " + record.receipt_handle)  # clean: sas1-os-command -- set by the platform


@app.on_s3_event(bucket="uploads", events=["s3:ObjectCreated:*"])
def on_upload(event):
    os.system("echo " + event.key)  # expect: sas1-os-command
    os.system("echo " + event.bucket)  # clean: sas1-os-command -- the bucket is the application's own


@app.on_kinesis_record(stream="clicks")
def on_click(event):
    for record in event:
        os.system(b"echo " + record.data)  # expect: sas1-os-command
        os.system("echo " + record.sequence_number)  # clean: sas1-os-command -- set by the platform


@app.on_cw_event({"source": ["shop.orders"]})
def on_order(event):
    os.system("echo " + event.detail["note"])  # expect: sas1-os-command
    os.system("echo " + event.region)  # clean: sas1-os-command -- set by the platform


@app.schedule("rate(1 day)")
def nightly(event):
    os.system("echo " + event.time)  # clean: sas1-os-command -- set by the platform
