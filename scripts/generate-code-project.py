#!/usr/bin/env python3
"""Writes a project of functions with their code below DIR: a SAM template, Python and JavaScript.

--lines N makes about N lines of code, in services of ten functions each; the handlers reach nearly all of it. The
same N and seed give the same bytes on every machine; service k does not depend on N. --small writes a fixed
project of two functions instead, with flaws that people really make.
"""

import argparse
import random
import sys
from pathlib import Path

from code_project_javascript import JavaScriptService
from code_project_python import PythonService
from code_project_small import SMALL
from template_text import GetAtt, Ref, Sub, as_yaml

SERVICES = "orders invoices uploads stock customers sessions reports search messages payments".split()
VERBS = "create list fetch update remove accept deliver resize notify archive".split()
FUNCTIONS = len(VERBS)
LANGUAGES = [PythonService, JavaScriptService]


def service(number, seed):
    """The files of one service by path, and what the template says of its functions."""
    # A string seed, so that every service has its own stream whatever came before it.
    stream = random.Random(f"{seed}/{number}")
    name = f"{SERVICES[number % len(SERVICES)]}{number}"
    return LANGUAGES[number % len(LANGUAGES)](name, VERBS, stream)


def resources(service):
    """The service's part of the template: its functions and the table, bucket and queue they share."""
    prefix = service.name.capitalize()
    result = {
        f"{prefix}Table": {
            "Type": "AWS::DynamoDB::Table",
            "Properties": {
                "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            },
        },
        f"{prefix}Bucket": {"Type": "AWS::S3::Bucket"},
        f"{prefix}Queue": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 360}},
    }
    for number, verb in enumerate(service.verbs):
        result[f"{prefix}{verb.capitalize()}"] = {
            "Type": "AWS::Serverless::Function",
            "Properties": {
                "CodeUri": f"services/{service.name}/",
                "Handler": f"handlers/{verb}.handler",
                "Runtime": service.runtime,
                "MemorySize": 512,
                "Timeout": 30,
                "Environment": {
                    "Variables": {
                        "TABLE_NAME": Ref(f"{prefix}Table"),
                        "BUCKET_NAME": Ref(f"{prefix}Bucket"),
                        "QUEUE_URL": Ref(f"{prefix}Queue"),
                    }
                },
                "Policies": [policy(prefix)],
                "Events": {"Call": event(prefix, service.name, verb, service.kinds[number])},
            },
        }
    return result


def policy(prefix):
    def allow(actions, target):
        return {"Effect": "Allow", "Action": actions, "Resource": target}

    return {
        "Version": "2012-10-17",
        "Statement": [
            allow(
                ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"], [GetAtt(f"{prefix}Table", "Arn")]
            ),
            allow(["s3:GetObject", "s3:PutObject"], [Sub(f"${{{prefix}Bucket.Arn}}/*")]),
            allow(["sqs:SendMessage"], [GetAtt(f"{prefix}Queue", "Arn")]),
        ],
    }


def event(prefix, service, verb, kind):
    properties = {
        "Api": {"Path": f"/{service}/{verb}", "Method": "post"},
        "SQS": {"Queue": GetAtt(f"{prefix}Queue", "Arn"), "BatchSize": 10},
        "S3": {"Bucket": Ref(f"{prefix}Bucket"), "Events": "s3:ObjectCreated:*"},
    }
    return {"Type": kind, "Properties": properties[kind]}


def project(lines, seed):
    """The files of a project by path; the last service is whole, so there are somewhat more lines than asked."""
    files, template, written, number = {}, {}, 0, 0
    while written < lines:
        next_service = service(number, seed)
        for path, text in next_service.files().items():
            files[f"services/{next_service.name}/{path}"] = text
            written += text.count("\n")
        template |= resources(next_service)
        number += 1
    files["template.yaml"] = as_yaml(
        {
            "AWSTemplateFormatVersion": "2010-09-09",
            "Transform": "AWS::Serverless-2016-10-31",
            "Resources": template,
        }
    )
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--small", action="store_true", help="the fixed project of two functions")
    arguments = parser.parse_args()
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        sys.exit(f"error: {arguments.folder} is not empty")
    files = SMALL if arguments.small else project(arguments.lines, arguments.seed)
    for path, text in files.items():
        target = arguments.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


if __name__ == "__main__":
    main()
