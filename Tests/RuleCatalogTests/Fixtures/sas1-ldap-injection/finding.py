import ldap

directory = ldap.initialize("ldap://directory.example.org")


def handler(event, context):
    name = event["queryStringParameters"]["user"]
    found = directory.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + name + ")")  # expect: sas1-ldap-injection
    return {"statusCode": 200, "body": str(len(found))}
