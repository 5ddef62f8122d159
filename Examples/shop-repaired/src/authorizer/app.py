"""Token authorizer of the back office: a valid token of our user pool, of somebody in the staff group."""
import logging
import os
import re

import jwt

log = logging.getLogger()

ISSUER = os.environ["ISSUER"]
AUDIENCE = os.environ["AUDIENCE"]
BEARER = re.compile(r"Bearer ([A-Za-z0-9_-]{1,2000}\.[A-Za-z0-9_-]{1,6000}\.[A-Za-z0-9_-]{1,1000})")

keys = jwt.PyJWKClient(f"{ISSUER}/.well-known/jwks.json", cache_keys=True, lifespan=3600, timeout=3)


def claims_of(token):
    return jwt.decode(
        token,
        keys.get_signing_key_from_jwt(token).key,
        algorithms=["RS256"],
        audience=AUDIENCE,
        issuer=ISSUER,
        options={"require": ["exp", "iat", "iss", "aud", "sub"]},
    )


def policy(effect, principal, method):
    return {
        "principalId": principal,
        "policyDocument": {
            "Version": "2012-10-17",
            # Only the method that was asked for; the answer is not cached.
            "Statement": [{"Effect": effect, "Action": "execute-api:Invoke", "Resource": method}],
        },
    }


def handler(event, context):
    bearer = BEARER.fullmatch(event.get("authorizationToken", ""))
    if bearer is None:
        raise PermissionError("Unauthorized")
    try:
        claims = claims_of(bearer.group(1))
    except jwt.PyJWTError as error:
        log.warning("token refused", extra={"reason": type(error).__name__})
        # API Gateway answers 401 to exactly this word.
        raise PermissionError("Unauthorized") from None
    is_staff = claims.get("token_use") == "id" and "staff" in claims.get("cognito:groups", [])
    return policy("Allow" if is_staff else "Deny", claims["sub"], event["methodArn"])
