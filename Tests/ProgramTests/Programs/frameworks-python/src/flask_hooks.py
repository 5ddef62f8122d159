import os

import serverless_wsgi
from flask import Blueprint, Flask, abort, g, jsonify, request

app = Flask(__name__)
shop = Blueprint("shop", __name__, url_prefix="/shop")


@app.before_request
def before():
    os.system("audit " + request.headers["x-trace"])  # expect: sas1-os-command
    g.tenant = request.args["tenant"]


@app.after_request
def after(response):
    os.system("audit " + request.path)  # expect: sas1-os-command
    return response


@app.get("/tenants")
def tenants():
    os.system("list " + g.tenant)  # expect: sas1-os-command
    return jsonify(ok=True)


@shop.get("/items/<name>")
def item(name):
    os.system("item " + name)  # expect: sas1-os-command
    return "<b>" + name + "</b>"  # expect: sas1-xss-response


@app.get("/plain/<name>")
def plain(name):
    return {"name": name}  # clean: sas1-xss-response -- a dictionary is sent as JSON


@app.errorhandler(Exception)
def failed(error):
    return jsonify(error=str(error)), 500  # expect: sas10-message-to-client


@app.errorhandler(404)
def missing(error):
    return jsonify(error=str(error)), 404  # clean: sas10-message-to-client -- the text that the framework writes


app.register_blueprint(shop)


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
