import os

from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
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
