import requests


def handler(event, context):
    return requests.get("https://api.example.org/orders").json()  # expect: sas8-sdk-timeout
