import requests


def handler(event, context):
    requests.get("https://internal.example.org/", verify="/opt/certs/ca.pem", timeout=5)
