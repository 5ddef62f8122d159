import importlib


def handler(event, context):
    value = eval(event["expression"])  # expect: sas1-code-exec
    module = importlib.import_module(event["plugin"])  # expect: sas1-code-exec
    return {"value": str(value), "module": str(module)}
