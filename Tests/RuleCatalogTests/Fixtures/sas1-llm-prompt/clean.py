import json
import boto3

bedrock = boto3.client("bedrock-runtime")


def handler(event, context):
    bedrock.invoke_model(modelId="anthropic.claude-3", body=json.dumps({"prompt": "Say hello"}))
