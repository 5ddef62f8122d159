def handler(event, context):
    with open("/opt/templates/" + event["pathParameters"]["name"]) as template:  # expect: sas1-path-traversal
        return {"statusCode": 200, "body": template.read()}
