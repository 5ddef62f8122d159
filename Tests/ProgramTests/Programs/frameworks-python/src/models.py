import os
from typing import List

from aws_lambda_powertools.utilities.parser import BaseModel, envelopes, event_parser, parse
from aws_lambda_powertools.utilities.parser.envelopes import SqsEnvelope
from aws_lambda_powertools.utilities.validation import envelopes as parts
from aws_lambda_powertools.utilities.validation import validator


class Job(BaseModel):
    options: str
    size: int


@event_parser(model=Job, envelope=envelopes.ApiGatewayV2Envelope)
def handler(event: Job, context):
    os.system("convert " + event.options)  # expect: sas1-os-command
    os.system(f"convert {event.size}")  # clean: sas1-os-command -- the model makes it a number


def queued(event, context):
    jobs: List[Job] = parse(event=event, model=Job, envelope=SqsEnvelope)
    for job in jobs:
        os.system("convert " + job.options)  # expect: sas1-os-command
        os.system(f"convert {job.size}")  # clean: sas1-os-command -- the model makes it a number


@validator(inbound_schema={"type": "object"}, envelope=parts.API_GATEWAY_HTTP)
def validated(event, context):
    os.system("convert " + event["options"])  # expect: sas1-os-command
