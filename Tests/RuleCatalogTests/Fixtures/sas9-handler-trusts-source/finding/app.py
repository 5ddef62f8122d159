def handler(event, context):  # expect: sas9-handler-trusts-source
    for record in event["Records"]:
        print(len(record["body"]))
