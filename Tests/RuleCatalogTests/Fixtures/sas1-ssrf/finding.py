import requests


def handler(event, context):
    answer = requests.get(event["queryStringParameters"]["url"], timeout=5)  # expect: sas1-ssrf
    return {"statusCode": answer.status_code}
