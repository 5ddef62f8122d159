#!/usr/bin/env python3
"""Writes N varied applications below DIR, one folder each: SAM, CloudFormation and Serverless Framework.

The same N and seed give the same bytes on every machine; application k does not depend on N.
"""

import argparse
import random
import sys
from pathlib import Path

from template_text import Equals, GetAtt, If, Ref, Sub, as_json, as_yaml

TOPICS = "Order Invoice Upload Thumbnail Payment Stock Customer Session Report Audit Email Search".split()
VERBS = "Create List Fetch Update Delete Import Export Resize Notify Archive Index Verify".split()
RUNTIMES = ["python3.13", "python3.12", "python3.9", "nodejs22.x", "nodejs20.x", "nodejs16.x", "java21"]
SOURCES = ["api", "http", "queue", "topic", "bucket", "stream", "schedule", "bus", "url"]
# Shares as seen in public repositories: SAM and YAML are the most common forms.
DIALECTS = {"sam-yaml": 50, "sam-json": 10, "cloudformation-yaml": 20, "cloudformation-json": 5, "serverless": 15}


class Application:
    """What one application contains, before any dialect is chosen."""

    def __init__(self, index, seed, functions=None):
        # A string seed, so that every application has its own stream whatever came before it.
        self.random = random.Random(f"{seed}/{index}")
        self.topic = self.random.choice(TOPICS)
        self.runtime = self.random.choice(RUNTIMES)
        count = functions or self.random.choices(range(1, 13), weights=[4, 5, 6, 5, 4, 3, 3, 2, 2, 2, 1, 1])[0]
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
                queue["RedrivePolicy"] = {"deadLetterTargetArn": GetAtt("Failures", "Arn"), "maxReceiveCount": 5}
                resources["Failures"] = {"Type": "AWS::SQS::Queue", "Properties": {"SqsManagedSseEnabled": True}}
            resources["Queue"] = {"Type": "AWS::SQS::Queue", "Properties": queue}
        if "topic" in self.sources:
            resources["Topic"] = {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": self.topic}}
        if "bucket" in self.sources:
            bucket = {"BucketEncryption": {"ServerSideEncryptionConfiguration": [
                {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}]}} if self.chance(0.6) else {}
            resources["Uploads"] = {"Type": "AWS::S3::Bucket", "Properties": bucket}
            if not bucket:
                del resources["Uploads"]["Properties"]
        return resources


def header(application, extra=None):
    return {
        "AWSTemplateFormatVersion": "2010-09-09",
        **(extra or {}),
        "Description": f"{application.topic} service",
        "Parameters": {"Stage": {"Type": "String", "Default": "dev", "AllowedValues": ["dev", "prod"]}},
        "Conditions": {"IsProduction": Equals(Ref("Stage"), "prod")},
    }


def memory(function):
    return If("IsProduction", 1024, function["memory"]) if function["memory"] < 512 else function["memory"]


def outputs():
    return {"Outputs": {"TableName": {"Description": "Where the records are", "Value": Ref("Table")}}}


def sam(application):
    events = {
        "api": lambda f: {"Type": "Api", "Properties": {"Path": f["route"], "Method": "post"}},
        "http": lambda f: {"Type": "HttpApi", "Properties": {"Path": f["route"], "Method": "GET"}},
        "queue": lambda f: {"Type": "SQS", "Properties": {"Queue": GetAtt("Queue", "Arn"), "BatchSize": 10}},
        "topic": lambda f: {"Type": "SNS", "Properties": {"Topic": Ref("Topic")}},
        "bucket": lambda f: {"Type": "S3", "Properties": {"Bucket": Ref("Uploads"), "Events": "s3:ObjectCreated:*"}},
        "stream": lambda f: {"Type": "DynamoDB", "Properties": {
            "Stream": GetAtt("Table", "StreamArn"), "StartingPosition": "LATEST", "BatchSize": 100}},
        "schedule": lambda f: {"Type": "Schedule", "Properties": {"Schedule": f"rate({f['timeout'] + 1} minutes)"}},
        "bus": lambda f: {"Type": "EventBridgeRule", "Properties": {"Pattern": {"source": [f["name"]]}}},
    }
    resources = application.storage()
    for function in application.functions:
        properties = {
            "CodeUri": "src/", "Handler": function["handler"], "MemorySize": memory(function),
            "Environment": {"Variables": application.environment(function)},
            "Policies": [{"Statement": [application.statement(function)]}] if function["wide"] else [
                {"DynamoDBCrudPolicy": {"TableName": Ref("Table")}}],
        }
        if function["traced"]:
            properties["Tracing"] = "Active"
        if function["source"] == "url":
            properties["FunctionUrlConfig"] = {"AuthType": "NONE" if function["open"] else "AWS_IAM"}
        else:
            properties["Events"] = {"Trigger": events[function["source"]](function)}
        resources[function["name"]] = {"Type": "AWS::Serverless::Function", "Properties": properties}
    defaults = {"Runtime": application.runtime, "Timeout": 30}
    return {
        **header(application, {"Transform": "AWS::Serverless-2016-10-31"}),
        "Globals": {"Function": defaults},
        "Resources": resources,
        **outputs(),
    }


def cloudformation(application):
    resources = application.storage()
    for function in application.functions:
        name = function["name"]
        resources[f"{name}Role"] = {"Type": "AWS::IAM::Role", "Properties": {
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
            "ManagedPolicyArns": [Sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")],
            "Policies": [{"PolicyName": "data", "PolicyDocument": {
                "Version": "2012-10-17", "Statement": [application.statement(function)]}}]}}
        resources[name] = {"Type": "AWS::Lambda::Function", "Properties": {
            "Runtime": application.runtime, "Handler": function["handler"], "Timeout": function["timeout"],
            "MemorySize": memory(function), "Role": GetAtt(f"{name}Role", "Arn"),
            "Code": {"S3Bucket": "deployment-artifacts", "S3Key": f"{name}.zip"},
            "Environment": {"Variables": application.environment(function)}}}
        resources.update(cloudformation_trigger(function))
    return {**header(application), "Resources": resources, **outputs()}


def cloudformation_trigger(function):
    name, source = function["name"], function["source"]
    arns = {"queue": GetAtt("Queue", "Arn"), "stream": GetAtt("Table", "StreamArn")}
    if source in arns:
        mapping = {"FunctionName": Ref(name), "EventSourceArn": arns[source], "BatchSize": 10}
        if source == "stream":
            mapping["StartingPosition"] = "LATEST"
        return {f"{name}Mapping": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": mapping}}
    if source == "url":
        mode = "NONE" if function["open"] else "AWS_IAM"
        url = {"TargetFunctionArn": GetAtt(name, "Arn"), "AuthType": mode}
        return {f"{name}Url": {"Type": "AWS::Lambda::Url", "Properties": url}}
    principals = {"topic": "sns", "bucket": "s3", "schedule": "events", "bus": "events"}
    permission = {
        "FunctionName": GetAtt(name, "Arn"), "Action": "lambda:InvokeFunction",
        "Principal": f"{principals.get(source, 'apigateway')}.amazonaws.com"}
    if not function["open"]:
        permission["SourceAccount"] = Ref("AWS::AccountId")
    added = {f"{name}Permission": {"Type": "AWS::Lambda::Permission", "Properties": permission}}
    if source == "topic":
        subscription = {"Protocol": "lambda", "Endpoint": GetAtt(name, "Arn"), "TopicArn": Ref("Topic")}
        added[f"{name}Subscription"] = {"Type": "AWS::SNS::Subscription", "Properties": subscription}
    if source in ("schedule", "bus"):
        when = {"ScheduleExpression": "rate(1 hour)"} if source == "schedule" else {
            "EventPattern": {"source": [name]}}
        targets = [{"Id": "function", "Arn": GetAtt(name, "Arn")}]
        added[f"{name}Rule"] = {"Type": "AWS::Events::Rule", "Properties": {**when, "Targets": targets}}
    return added


def serverless(application):
    events = {
        "api": lambda f: {"http": {"path": f["route"], "method": "post"}},
        "http": lambda f: {"httpApi": f"GET {f['route']}"},
        "queue": lambda f: {"sqs": {"arn": GetAtt("Queue", "Arn"), "batchSize": 10}},
        "topic": lambda f: {"sns": {"arn": Ref("Topic"), "topicName": "notices"}},
        "bucket": lambda f: {"s3": {"bucket": "${self:custom.uploads}", "event": "s3:ObjectCreated:*"}},
        "stream": lambda f: {"stream": {"type": "dynamodb", "arn": GetAtt("Table", "StreamArn")}},
        "schedule": lambda f: {"schedule": "rate(1 hour)"},
        "bus": lambda f: {"eventBridge": {"pattern": {"source": [f["name"]]}}},
    }
    functions = {}
    for function in application.functions:
        entry = {"handler": function["handler"], "memorySize": function["memory"], "timeout": function["timeout"]}
        if function["source"] == "url":
            entry["url"] = True if function["open"] else {"authorizer": "aws_iam"}
        else:
            entry["events"] = [events[function["source"]](function)]
        if function["secret"]:
            entry["environment"] = {"DATABASE_PASSWORD": application.environment(function)["DATABASE_PASSWORD"]}
        functions[function["name"]] = entry
    resources = application.storage()
    # The framework creates the bucket of an s3 event itself.
    resources.pop("Uploads", None)
    return {
        "service": f"{application.topic.lower()}-service",
        "frameworkVersion": application.random.choice(["2", "3", "4"]),
        "custom": {"uploads": "${self:service}-${self:provider.stage}-uploads"},
        "provider": {
            "name": "aws", "runtime": application.runtime, "stage": "${opt:stage, 'dev'}", "region": "eu-west-1",
            "environment": {"TABLE_NAME": Ref("Table"), "STAGE": "${self:provider.stage}"},
            "iam": {"role": {"statements": [application.statement(application.functions[0])]}}},
        "functions": functions,
        "resources": {"Resources": resources},
    }


BUILDERS = {"sam": sam, "cloudformation": cloudformation, "serverless": serverless}


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
