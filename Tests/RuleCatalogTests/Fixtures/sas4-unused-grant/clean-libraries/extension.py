import os
import urllib.request


def handler(event, context):
    request = urllib.request.Request(
        "http://localhost:2773/secretsmanager/get?secretId=app",
        headers={"X-Aws-Parameters-Secrets-Token": os.environ["AWS_SESSION_TOKEN"]})
    return len(urllib.request.urlopen(request, timeout=2).read())
