import requests


def handler(event, context):
    requests.get("https://internal.example.org/", verify=False, timeout=5)  # expect: sas3-tls-verification-off
