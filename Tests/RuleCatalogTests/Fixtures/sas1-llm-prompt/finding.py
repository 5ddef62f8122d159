import json
import boto3

bedrock = boto3.client("bedrock-runtime")


def handler(event, context):
    prompt = "Answer the customer: " + event["body"]
    bedrock.invoke_model(modelId="anthropic.claude-3", body=json.dumps({"prompt": prompt}))  # expect: sas1-llm-prompt
