"""A fixed project of two functions that shows many flaws on few lines; written for measuring, never to deploy."""

SMALL = {
    "template.yaml": """AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Description: Turns pages into previews, and lists them.

Resources:
  PreviewBucket:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
      WebsiteConfiguration:
        IndexDocument: index.html

  PreviewTable:
    Type: AWS::Serverless::SimpleTable

  Preview:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: preview/
      Handler: index.handler
      Runtime: nodejs20.x
      Timeout: 300
      Environment:
        Variables:
          BUCKET: !Ref PreviewBucket
          TABLE: !Ref PreviewTable
      Policies:
        - AmazonS3FullAccess
        - DynamoDBCrudPolicy:
            TableName: !Ref PreviewTable
        - Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Action: ["logs:*", "dynamodb:*"]
              Resource: "*"
      Events:
        Page:
          Type: Api
          Properties:
            Path: /preview
            Method: get

  Listing:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: listing/
      Handler: app.handler
      Runtime: python3.13
      Environment:
        Variables:
          TABLE: !Ref PreviewTable
      Policies:
        - DynamoDBCrudPolicy:
            TableName: !Ref PreviewTable
      Events:
        List:
          Type: Api
          Properties:
            Path: /previews/{owner}
            Method: get
""",
    "preview/index.js": """'use strict';

const AWS = require('aws-sdk');
const { execSync } = require('child_process');
const { randomUUID } = require('crypto');

const storage = new AWS.S3();
const table = new AWS.DynamoDB.DocumentClient();

function fetchPage(address) {
  return execSync(`./bin/curl --silent -L ${address} | ./bin/html2text -`).toString();
}

async function remember(address, owner, key) {
  const item = { id: key, address, owner, seen: Date.now() };
  await table.put({ TableName: process.env.TABLE, Item: item }).promise();
}

async function publish(key, text) {
  const page = `<pre>${text}</pre>`;
  await storage
    .putObject({
      Bucket: process.env.BUCKET,
      Key: key,
      Body: page,
      ContentType: 'text/html',
      ACL: 'public-read',
    })
    .promise();
  return `https://${process.env.BUCKET}.s3.amazonaws.com/${key}`;
}

exports.handler = async (event) => {
  const { address, owner } = event.queryStringParameters;
  try {
    const text = fetchPage(address);
    const key = randomUUID();
    await remember(address, owner, key);
    const location = await publish(key, text);
    return { statusCode: 302, headers: { Location: location } };
  } catch (error) {
    return { statusCode: 500, body: error.stack };
  }
};
""",
    "listing/app.py": """import json
import os
import subprocess
import traceback

import boto3
from boto3.dynamodb.conditions import Attr

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def archive(name, folder="/tmp/previews"):
    target = os.path.join(folder, name)
    subprocess.run("tar -czf %s.tgz %s" % (target, folder), shell=True, check=True)
    with open(target + ".tgz", "rb") as file:
        return len(file.read())


def handler(event, context):
    print(json.dumps(event))
    owner = event["pathParameters"]["owner"]
    query = event.get("queryStringParameters") or {}
    try:
        found = table.scan(FilterExpression=Attr("owner").eq(owner))["Items"]
        if query.get("archive"):
            found.append({"bytes": archive(query["archive"])})
        if query.get("order"):
            found.sort(key=lambda item: eval(query["order"]))
        return {"statusCode": 200, "body": json.dumps(found, default=str)}
    except Exception:
        return {"statusCode": 500, "body": traceback.format_exc()}
""",
}
