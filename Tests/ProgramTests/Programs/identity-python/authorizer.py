import os

import jwt


def answer(principal, effect, resource):
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}
    return {"principalId": principal, "policyDocument": {"Version": "2012-10-17", "Statement": [statement]}}


def failing(event, context):
    try:
        claims = jwt.decode(event["authorizationToken"], os.environ["PUBLIC_PEM"], algorithms=["RS256"])
        return answer(claims["sub"], "Allow", event["methodArn"])
    except jwt.InvalidTokenError:
        return answer("guest", "Allow", event["methodArn"])  # expect: sas2-authorizer-allow-on-error


def strict(event, context):
    try:
        claims = jwt.decode(event["authorizationToken"], os.environ["PUBLIC_PEM"], algorithms=["RS256"])
        return answer(claims["sub"], "Allow", event["methodArn"])  # clean: sas2-authorizer-weak -- after the token was checked
    except jwt.InvalidTokenError:
        return answer("nobody", "Deny", event["methodArn"])  # clean: sas2-authorizer-allow-on-error -- refused


def simple(event, context):
    return {"isAuthorized": True, "context": {"route": event["routeArn"]}}  # expect: sas2-authorizer-weak
