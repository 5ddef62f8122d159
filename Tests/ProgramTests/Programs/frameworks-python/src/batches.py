import os

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    batch_processor,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

processor = BatchProcessor(event_type=EventType.SQS)


def work(record: SQSRecord):
    os.system("work " + record.body)  # expect: sas1-os-command
    os.system("work " + record.json_body["task"])  # expect: sas1-os-command
    os.system("work " + record.message_attributes["kind"].string_value)  # expect: sas1-os-command
    os.system("work " + record.message_id)  # clean: sas1-os-command -- the platform sets it
    os.system("work " + record.event_source_arn)  # clean: sas1-os-command -- the platform sets it


def handler(event, context):
    return process_partial_response(event=event, record_handler=work, processor=processor, context=context)


def ship(record: SQSRecord):
    os.system("ship " + record.body)  # expect: sas1-os-command


@batch_processor(record_handler=ship, processor=processor)
def decorated(event, context):
    return processor.response()


def pack(record: SQSRecord):
    os.system("pack " + record.body)  # expect: sas1-os-command


def managed(event, context):
    with processor(records=event["Records"], handler=pack):
        processor.process()
    return processor.response()
