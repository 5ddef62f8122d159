#!/usr/bin/env python3
"""Writes N varied applications below DIR, one folder each: SAM, CloudFormation and Serverless Framework.

The same N and seed give the same bytes on every machine; application k does not depend on N.
"""

import argparse
import random
import sys
from pathlib import Path

from template_dialects import BUILDERS
from template_text import GetAtt, Ref, Sub, as_json, as_yaml

TOPICS = "Order Invoice Upload Thumbnail Payment Stock Customer Session Report Audit Email Search".split()
VERBS = "Create List Fetch Update Delete Import Export Resize Notify Archive Index Verify".split()
RUNTIMES = ["python3.13", "python3.12", "python3.9", "nodejs22.x", "nodejs20.x", "nodejs16.x", "java21"]
SOURCES = ["api", "http", "queue", "topic", "bucket", "stream", "schedule", "bus", "url"]
# A mixture that exercises every loader; no claim about how common each form is.
DIALECTS = {
    "sam-yaml": 50,
    "sam-json": 10,
    "cloudformation-yaml": 20,
    "cloudformation-json": 5,
    "serverless": 15,
}


class Application:
    """What one application contains, before any dialect is chosen."""

    def __init__(self, index, seed, functions=None):
        # A string seed, so that every application has its own stream whatever came before it.
        self.random = random.Random(f"{seed}/{index}")
        self.topic = self.random.choice(TOPICS)
        self.runtime = self.random.choice(RUNTIMES)
        count = (
            functions or self.random.choices(range(1, 13), weights=[4, 5, 6, 5, 4, 3, 3, 2, 2, 2, 1, 1])[0]
        )
        self.functions = [self.function(number) for number in range(count)]
        self.sources = {function["source"] for function in self.functions}

    def chance(self, probability):
        return self.random.random() < probability

    def function(self, number):
        verb = VERBS[(number + len(self.topic)) % len(VERBS)]
        return {
            "name": f"{verb}{self.topic}{number if number >= len(VERBS) else ''}",
            "handler": f"src/{verb.lower()}.handler",
            "source": self.random.choice(SOURCES),
            "route": f"/{self.topic.lower()}s/{verb.lower()}",
            "memory": self.random.choice([128, 256, 512, 1024]),
            "timeout": self.random.choice([3, 10, 30, 60]),
            "open": self.chance(0.2),
            "wide": self.chance(0.25),
            "secret": self.chance(0.1),
            "traced": self.chance(0.4),
        }

    def environment(self, function):
        variables = {"TABLE_NAME": Ref("Table"), "STAGE": Ref("Stage"), "LOG_LEVEL": "info"}
        if function["traced"]:
            variables["REPORT_PREFIX"] = Sub("${Stage}/${AWS::Region}/reports")
        if function["secret"]:
            variables["DATABASE_PASSWORD"] = f"hunter{self.random.randrange(100000)}"
        return variables

    def statement(self, function):
        """One policy statement of the function's role, with or without a wildcard."""
        if function["wide"]:
            return {"Effect": "Allow", "Action": ["dynamodb:*", "s3:GetObject"], "Resource": "*"}
        actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"]
        return {"Effect": "Allow", "Action": actions, "Resource": [GetAtt("Table", "Arn")]}

    def storage(self):
        """The resources that functions share; all dialects write them in the same form."""
        table = {
            "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        }
        if "stream" in self.sources:
            table["StreamSpecification"] = {"StreamViewType": "NEW_AND_OLD_IMAGES"}
        if self.chance(0.5):
            table["SSESpecification"] = {"SSEEnabled": True}
        resources = {"Table": {"Type": "AWS::DynamoDB::Table", "Properties": table}}
        if "queue" in self.sources:
            queue = {"VisibilityTimeout": 360}
            if self.chance(0.5):
                queue["RedrivePolicy"] = {
                    "deadLetterTargetArn": GetAtt("Failures", "Arn"),
                    "maxReceiveCount": 5,
                }
                resources["Failures"] = {
                    "Type": "AWS::SQS::Queue",
                    "Properties": {"SqsManagedSseEnabled": True},
                }
            resources["Queue"] = {"Type": "AWS::SQS::Queue", "Properties": queue}
        if "topic" in self.sources:
            resources["Topic"] = {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": self.topic}}
        if "bucket" in self.sources:
            bucket = (
                {
                    "BucketEncryption": {
                        "ServerSideEncryptionConfiguration": [
                            {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}
                        ]
                    }
                }
                if self.chance(0.6)
                else {}
            )
            resources["Uploads"] = {"Type": "AWS::S3::Bucket", "Properties": bucket}
            if not bucket:
                del resources["Uploads"]["Properties"]
        return resources


def write(application, dialect, folder):
    kind, _, notation = dialect.partition("-")
    document = BUILDERS[kind](application)
    folder.mkdir(parents=True)
    if kind == "serverless":
        (folder / "serverless.yml").write_text(as_yaml(document))
    elif notation == "json":
        (folder / "template.json").write_text(as_json(document))
    else:
        (folder / "template.yaml").write_text(as_yaml(document))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, help="how many applications")
    parser.add_argument("folder", type=Path, help="created; must not exist or be empty")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dialect", choices=sorted(DIALECTS), help="only this one instead of a mixture")
    parser.add_argument("--functions", type=int, help="exactly this many in each instead of 1 to 12")
    arguments = parser.parse_args()
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        sys.exit(f"error: {arguments.folder} is not empty")
    for index in range(arguments.count):
        application = Application(index, arguments.seed, arguments.functions)
        dialect = application.random.choices(list(DIALECTS), weights=DIALECTS.values())[0]
        write(application, arguments.dialect or dialect, arguments.folder / f"app-{index:05}")


if __name__ == "__main__":
    main()
