from jinja2 import Environment

PAGE = "Hello {{ name }}"
environment = Environment(autoescape=True)


def handler(event, context):
    return {"statusCode": 200, "body": environment.from_string(PAGE).render(name=event["body"])}
