import ast
import json


def handler(event, context):
    value = ast.literal_eval(event["expression"])
    total = eval("1 + 1")
    return {"value": json.dumps(value), "total": total}
