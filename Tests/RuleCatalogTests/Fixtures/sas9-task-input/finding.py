import boto3

machine = boto3.client("stepfunctions")


def handler(event, context):
    machine.start_execution(stateMachineArn="arn:aws:states:eu-west-1:123456789012:stateMachine:Order", input=event["body"])  # expect: sas9-task-input
