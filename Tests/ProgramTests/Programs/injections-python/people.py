import os

import ldap3
from ldap3.utils.conv import escape_filter_chars

server = ldap3.Server(os.environ["LDAP_HOST"])


def people(event, context):
    name = event["queryStringParameters"]["name"]
    connection = ldap3.Connection(server, auto_bind=True)
    connection.search("ou=people,dc=shop", "(uid=" + name + ")")  # expect: sas1-ldap-injection
    connection.search("ou=people,dc=shop", f"(uid={escape_filter_chars(name)})")  # clean: sas1-ldap-injection -- escaped
    return {"statusCode": 204}
