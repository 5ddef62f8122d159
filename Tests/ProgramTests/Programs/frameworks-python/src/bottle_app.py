import os

from apig_wsgi import make_lambda_handler
from bottle import Bottle, request

app = Bottle()


@app.get("/items/<name>")
def item(name):
    os.system("item " + request.query.get("kind"))  # expect: sas1-os-command
    os.system("item " + request.forms.note)  # expect: sas1-os-command
    os.system("item " + request.method)  # clean: sas1-os-command -- one of a few words
    return "<b>" + name  # expect: sas1-xss-response


handler = make_lambda_handler(app)
