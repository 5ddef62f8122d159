import os
import pymysql

connection = pymysql.connect(host=os.environ["HOST"])


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    number = int(event["queryStringParameters"]["number"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
        cursor.execute(f"SELECT * FROM users WHERE number = {number}")
        return cursor.fetchall()
