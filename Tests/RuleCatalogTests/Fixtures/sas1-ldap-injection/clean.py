import ldap
from ldap.filter import escape_filter_chars

directory = ldap.initialize("ldap://directory.example.org")


def handler(event, context):
    name = escape_filter_chars(event["queryStringParameters"]["user"])
    found = directory.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + name + ")")
    return {"statusCode": 200, "body": str(len(found))}
