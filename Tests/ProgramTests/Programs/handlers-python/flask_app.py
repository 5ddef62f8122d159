import os

import serverless_wsgi
from flask import Flask, redirect, request

app = Flask(__name__)


@app.route("/reports/<name>")
def report(name):
    os.system("report " + name)  # expect: sas1-os-command
    os.system("report " + request.args.get("page", "1"))  # expect: sas1-os-command
    os.system("report " + request.method)  # clean: sas1-os-command -- one of a few words
    return {"ok": True}


@app.route("/jobs/<int:number>", methods=["POST"])
def job(number):
    os.system(f"job {number}")  # clean: sas1-os-command -- the route allows numbers only
    os.system("job " + request.json["name"])  # expect: sas1-os-command
    return {"ok": True}


@app.route("/go")
def go():
    return redirect(request.args["next"])  # expect: sas1-open-redirect


@app.route("/hello")
def hello():
    return "<p>Hello " + request.args["name"] + "</p>"  # expect: sas1-xss-response


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
