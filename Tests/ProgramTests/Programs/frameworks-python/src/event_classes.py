import os
from urllib.parse import unquote_plus

from aws_lambda_powertools.utilities.data_classes import (
    APIGatewayProxyEventV2,
    CloudWatchLogsEvent,
    DynamoDBStreamEvent,
    EventBridgeEvent,
    KafkaEvent,
    KinesisStreamEvent,
    S3Event,
    SNSEvent,
    event_source,
)
from aws_lambda_powertools.utilities.data_classes.cognito_user_pool_event import PreSignUpTriggerEvent


@event_source(data_class=APIGatewayProxyEventV2)
def page(event: APIGatewayProxyEventV2, context):
    os.system("show " + event.json_body["name"])  # expect: sas1-os-command
    os.system("show " + event.query_string_parameters["page"])  # expect: sas1-os-command
    os.system("show " + event.get_query_string_value("kind", "all"))  # expect: sas1-os-command
    os.system("show " + event.raw_path)  # expect: sas1-os-command
    os.system("show " + event.request_context.http.user_agent)  # expect: sas1-os-command
    os.system("show " + event.request_context.http.method)  # clean: sas1-os-command -- one of a few words
    os.system("show " + event.request_context.api_id)  # clean: sas1-os-command -- the platform sets it
    os.system("show " + event.stage_variables["mode"])  # clean: sas1-os-command -- the platform sets it


def stored(event, context):
    shown = S3Event(event)
    os.system("index " + unquote_plus(shown.object_key))  # expect: sas1-os-command
    os.system("index " + shown.bucket_name)  # clean: sas1-os-command -- the platform sets it
    for record in shown.records:
        os.system("index " + record.s3.get_object.key)  # expect: sas1-os-command
        os.system("index " + record.s3.get_object.version_id)  # clean: sas1-os-command -- the platform sets it
        os.system("index " + record.event_name)  # clean: sas1-os-command -- the platform sets it


@event_source(data_class=SNSEvent)
def told(event: SNSEvent, context):
    for record in event.records:
        os.system("tell " + record.sns.message)  # expect: sas1-os-command
        os.system("tell " + record.sns.topic_arn)  # clean: sas1-os-command -- the platform sets it
    os.system("tell " + event.sns_message)  # expect: sas1-os-command


@event_source(data_class=KinesisStreamEvent)
def clicked(event: KinesisStreamEvent, context):
    for record in event.records:
        os.system("count " + record.kinesis.data_as_text())  # expect: sas1-os-command
        os.system("count " + record.kinesis.data_as_json()["page"])  # expect: sas1-os-command
        os.system("count " + record.kinesis.sequence_number)  # clean: sas1-os-command -- the platform sets it


@event_source(data_class=DynamoDBStreamEvent)
def changed(event: DynamoDBStreamEvent, context):
    for record in event.records:
        os.system("ship " + record.dynamodb.new_image["address"])  # expect: sas1-os-command
        os.system("ship " + record.dynamodb.sequence_number)  # clean: sas1-os-command -- the platform sets it


@event_source(data_class=EventBridgeEvent)
def ruled(event: EventBridgeEvent, context):
    os.system("note " + event.detail["user_name"])  # expect: sas1-os-command
    os.system("note " + event.region)  # clean: sas1-os-command -- the platform sets it


@event_source(data_class=KafkaEvent)
def produced(event: KafkaEvent, context):
    for record in event.records:
        os.system("use " + record.decoded_value)  # expect: sas1-os-command
        os.system("use " + record.topic)  # clean: sas1-os-command -- the platform sets it


@event_source(data_class=CloudWatchLogsEvent)
def written(event: CloudWatchLogsEvent, context):
    for line in event.parse_logs_data().log_events:
        os.system("find " + line.message)  # expect: sas1-os-command


def joining(event, context):
    person = PreSignUpTriggerEvent(event)
    os.system("greet " + person.user_name)  # expect: sas1-os-command
    os.system("greet " + person.request.user_attributes["email"])  # expect: sas1-os-command
    os.system("greet " + person.user_pool_id)  # clean: sas1-os-command -- the platform sets it
    return person.raw_event
