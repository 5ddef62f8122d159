import html
import json

from jinja2 import Environment, Template

environment = Environment(autoescape=True)


def greet(event, context):
    name = event["queryStringParameters"]["name"]
    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<h1>Hello {name}</h1>"}  # expect: sas1-xss-response


def greet_safely(event, context):
    name = html.escape(event["queryStringParameters"]["name"])
    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<h1>Hello {name}</h1>"}  # clean: sas1-xss-response -- escaped


def greet_data(event, context):
    name = event["queryStringParameters"]["name"]
    return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": json.dumps({"name": name})}  # clean: sas1-xss-response -- no page


def forward(event, context):
    return {"statusCode": 302, "headers": {"Location": event["queryStringParameters"]["next"]}}  # expect: sas1-open-redirect


def forward_home(event, context):
    return {"statusCode": 302, "headers": {"Location": "https://shop.example/find?q=" + event["queryStringParameters"]["q"]}}  # clean: sas1-open-redirect -- the host is fixed


def remember(event, context):
    return {"statusCode": 204, "headers": {"X-Seen": event["queryStringParameters"]["page"]}}  # expect: sas1-header-injection


def page(event, context):
    layout = json.loads(event["body"])["layout"]
    Template(layout).render(shop="one")  # expect: sas1-template-injection
    environment.from_string(layout).render()  # expect: sas1-template-injection
    environment.from_string("<p>{{ name }}</p>").render(name=layout)  # clean: sas1-template-injection -- a value for a fixed template
    return {"statusCode": 204}
