import json
import boto3

machine = boto3.client("stepfunctions")


def handler(event, context):
    body = json.loads(event["body"])
    machine.start_execution(
        stateMachineArn="arn:aws:states:eu-west-1:123456789012:stateMachine:Order",
        input=json.dumps({"order": str(body["order"])}))
