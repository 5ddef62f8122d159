import subprocess


def handler(event, context):
    url = event["queryStringParameters"]["repository"]
    subprocess.run(["git", "clone", url, "/tmp/repository"], check=True)  # expect: sas1-arg-injection
