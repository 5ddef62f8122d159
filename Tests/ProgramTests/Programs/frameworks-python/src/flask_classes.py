import os

import serverless_wsgi
from flask import Flask, request
from flask.views import MethodView
from flask_restful import Api, Resource, reqparse
from flask_restx import Namespace

app = Flask(__name__)
api = Api(app)
shop = Namespace("shop")


class Item(Resource):
    def get(self, name):
        os.system("item " + name)  # expect: sas1-os-command
        return {"note": request.args["note"]}  # clean: sas1-xss-response -- sent as JSON

    def post(self, name):
        parser = reqparse.RequestParser()
        parser.add_argument("note")
        os.system("item " + parser.parse_args()["note"])  # expect: sas1-os-command


class Number(Resource):
    def get(self, number):
        os.system(f"item {number}")  # clean: sas1-os-command -- the route allows numbers only


class View(MethodView):
    def get(self, name):
        os.system("view " + name)  # expect: sas1-os-command
        return "<i>" + name + "</i>"  # expect: sas1-xss-response


class Unused(MethodView):
    def get(self, name):
        os.system("view " + name)  # clean: sas1-os-command -- no address leads to it


@shop.route("/<string:id>")
class Order(Resource):
    def get(self, id):
        os.system("order " + id)  # expect: sas1-os-command


def plain(name):
    os.system("plain " + name)  # expect: sas1-os-command
    return {}


api.add_resource(Item, "/items/<string:name>")
api.add_resource(Number, "/numbers/<int:number>")
app.add_url_rule("/views/<name>", view_func=View.as_view("view"))
app.add_url_rule("/plain/<name>", "plain", plain)


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
