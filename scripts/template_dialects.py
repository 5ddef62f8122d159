"""One application in each dialect: functions from (application) to a document of plain values."""

from template_text import Equals, GetAtt, If, Ref, Sub


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
        "bucket": lambda f: {
            "Type": "S3",
            "Properties": {"Bucket": Ref("Uploads"), "Events": "s3:ObjectCreated:*"},
        },
        "stream": lambda f: {
            "Type": "DynamoDB",
            "Properties": {
                "Stream": GetAtt("Table", "StreamArn"),
                "StartingPosition": "LATEST",
                "BatchSize": 100,
            },
        },
        "schedule": lambda f: {
            "Type": "Schedule",
            "Properties": {"Schedule": f"rate({f['timeout'] + 1} minutes)"},
        },
        "bus": lambda f: {"Type": "EventBridgeRule", "Properties": {"Pattern": {"source": [f["name"]]}}},
    }
    resources = application.storage()
    for function in application.functions:
        properties = {
            "CodeUri": "src/",
            "Handler": function["handler"],
            "MemorySize": memory(function),
            "Environment": {"Variables": application.environment(function)},
            "Policies": (
                [{"Statement": [application.statement(function)]}]
                if function["wide"]
                else [{"DynamoDBCrudPolicy": {"TableName": Ref("Table")}}]
            ),
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
        resources[f"{name}Role"] = {
            "Type": "AWS::IAM::Role",
            "Properties": {
                "AssumeRolePolicyDocument": {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Principal": {"Service": "lambda.amazonaws.com"},
                            "Action": "sts:AssumeRole",
                        }
                    ],
                },
                "ManagedPolicyArns": [
                    Sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")
                ],
                "Policies": [
                    {
                        "PolicyName": "data",
                        "PolicyDocument": {
                            "Version": "2012-10-17",
                            "Statement": [application.statement(function)],
                        },
                    }
                ],
            },
        }
        resources[name] = {
            "Type": "AWS::Lambda::Function",
            "Properties": {
                "Runtime": application.runtime,
                "Handler": function["handler"],
                "Timeout": function["timeout"],
                "MemorySize": memory(function),
                "Role": GetAtt(f"{name}Role", "Arn"),
                "Code": {"S3Bucket": "deployment-artifacts", "S3Key": f"{name}.zip"},
                "Environment": {"Variables": application.environment(function)},
            },
        }
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
        "FunctionName": GetAtt(name, "Arn"),
        "Action": "lambda:InvokeFunction",
        "Principal": f"{principals.get(source, 'apigateway')}.amazonaws.com",
    }
    if not function["open"]:
        permission["SourceAccount"] = Ref("AWS::AccountId")
    added = {f"{name}Permission": {"Type": "AWS::Lambda::Permission", "Properties": permission}}
    if source == "topic":
        subscription = {"Protocol": "lambda", "Endpoint": GetAtt(name, "Arn"), "TopicArn": Ref("Topic")}
        added[f"{name}Subscription"] = {"Type": "AWS::SNS::Subscription", "Properties": subscription}
    if source in ("schedule", "bus"):
        when = (
            {"ScheduleExpression": "rate(1 hour)"}
            if source == "schedule"
            else {"EventPattern": {"source": [name]}}
        )
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
        entry = {
            "handler": function["handler"],
            "memorySize": function["memory"],
            "timeout": function["timeout"],
        }
        if function["source"] == "url":
            entry["url"] = True if function["open"] else {"authorizer": "aws_iam"}
        else:
            entry["events"] = [events[function["source"]](function)]
        if function["secret"]:
            entry["environment"] = {
                "DATABASE_PASSWORD": application.environment(function)["DATABASE_PASSWORD"]
            }
        functions[function["name"]] = entry
    resources = application.storage()
    # The framework creates the bucket of an s3 event itself.
    resources.pop("Uploads", None)
    return {
        "service": f"{application.topic.lower()}-service",
        "frameworkVersion": application.random.choice(["2", "3", "4"]),
        "custom": {"uploads": "${self:service}-${self:provider.stage}-uploads"},
        "provider": {
            "name": "aws",
            "runtime": application.runtime,
            "stage": "${opt:stage, 'dev'}",
            "region": "eu-west-1",
            "environment": {"TABLE_NAME": Ref("Table"), "STAGE": "${self:provider.stage}"},
            "iam": {"role": {"statements": [application.statement(application.functions[0])]}},
        },
        "functions": functions,
        "resources": {"Resources": resources},
    }


BUILDERS = {"sam": sam, "cloudformation": cloudformation, "serverless": serverless}
