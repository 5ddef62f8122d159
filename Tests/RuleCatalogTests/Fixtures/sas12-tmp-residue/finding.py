def handler(event, context):
    with open("/tmp/request.json", "w") as file:
        file.write(event["body"])  # expect: sas12-tmp-residue
    return {}
