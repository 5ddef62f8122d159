from urllib.parse import quote, urlparse

import requests

HOSTS = ["api.shop.example", "img.shop.example"]


def image(event, context):
    address = event["queryStringParameters"]["address"]
    if urlparse(address).hostname in HOSTS:
        requests.get(address, timeout=3)  # clean: sas1-ssrf -- the host is one of the constants
    if address.startswith("https://"):
        requests.get(address, timeout=3)  # expect: sas1-ssrf
    if "shop.example" in address:
        requests.get(address, timeout=3)  # expect: sas1-ssrf
    if address.endswith(".png"):
        requests.get(address, timeout=3)  # expect: sas1-ssrf
    requests.get("https://api.shop.example/" + quote(address), timeout=3)  # clean: sas1-ssrf -- the host is fixed
    return {"statusCode": 204}
