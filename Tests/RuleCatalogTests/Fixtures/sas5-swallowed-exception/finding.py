import boto3

table = boto3.resource("dynamodb").Table("orders")


def handler(event, context):
    try:
        table.put_item(Item={"id": "1"})
    except Exception:  # expect: sas5-swallowed-exception
        pass
    return {"statusCode": 200}
