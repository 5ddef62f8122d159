import os
import pymysql

connection = pymysql.connect(host=os.environ["HOST"])


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)  # expect: sas1-sqli
        return cursor.fetchall()
