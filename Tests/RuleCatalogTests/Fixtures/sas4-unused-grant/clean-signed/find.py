import boto3
from opensearchpy import OpenSearch, RequestsHttpConnection
from requests_aws4auth import AWS4Auth

keys = boto3.Session().get_credentials()
auth = AWS4Auth(keys.access_key, keys.secret_key, "eu-west-1", "es", session_token=keys.token)
search = OpenSearch(hosts=["x"], http_auth=auth, connection_class=RequestsHttpConnection)


def handler(event, context):
    return search.search(index="a", body={"query": {"match_all": {}}})
