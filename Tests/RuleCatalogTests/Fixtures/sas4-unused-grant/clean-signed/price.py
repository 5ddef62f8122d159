import requests
from aws_requests_auth.boto_utils import BotoAWSRequestsAuth


def handler(event, context):
    auth = BotoAWSRequestsAuth(
        aws_host="abc.execute-api.eu-west-1.amazonaws.com", aws_region="eu-west-1", aws_service="execute-api")
    return requests.post("https://abc.execute-api.eu-west-1.amazonaws.com/p", auth=auth, timeout=3).json()
