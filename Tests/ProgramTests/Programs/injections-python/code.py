import ast
import builtins
import importlib
import json

HANDLERS = {"csv": "writers.csv", "pdf": "writers.pdf"}


def calculate(event, context):
    formula = json.loads(event["body"])["formula"]
    total = eval(formula)  # expect: sas1-code-exec
    exec("result = " + formula)  # expect: sas1-code-exec
    program = compile(formula, "<formula>", "eval")  # expect: sas1-code-exec
    value = ast.literal_eval(formula)  # clean: sas1-code-exec -- reads literals only
    return {"statusCode": 200, "body": str((total, value, bool(program)))}


def write(event, context):
    kind = event["queryStringParameters"]["kind"]
    importlib.import_module("writers." + kind)  # expect: sas1-code-exec
    builtins.__import__(kind)  # expect: sas1-code-exec
    importlib.import_module(HANDLERS[kind])  # clean: sas1-code-exec -- one of the constants of the table
    return {"statusCode": 204}
