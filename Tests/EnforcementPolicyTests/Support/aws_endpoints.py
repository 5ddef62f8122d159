#!/usr/bin/env python3
"""Prints the hosts that botocore contacts for services, as JSON: rows of service, region and host.

Arguments are names of services as IAM and the SDKs have them; those that botocore does not know are left out.
"""

import json
import re
import sys
from urllib.parse import urlsplit

import botocore.session

# Where botocore calls a client differently from IAM.
CLIENTS = {
    "airflow": ["mwaa"], "apigateway": ["apigateway"], "aoss": ["opensearchserverless"], "dax": ["dax"],
    "elasticfilesystem": ["efs"], "elasticloadbalancing": ["elb", "elbv2"], "elasticmapreduce": ["emr"],
    "events": ["events"], "geo": ["location"], "mobiletargeting": ["pinpoint"], "ses": ["ses", "sesv2"],
    "states": ["stepfunctions"], "tag": ["resourcegroupstaggingapi"], "lex": ["lexv2-models", "lexv2-runtime"],
    "bedrock": ["bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"],
    "sagemaker": ["sagemaker", "sagemaker-runtime"], "dynamodb": ["dynamodb", "dynamodbstreams"],
    "timestream": ["timestream-write", "timestream-query"], "waf": ["waf", "waf-regional"],
    "comprehendmedical": ["comprehendmedical"], "forecast": ["forecast", "forecastquery"],
    "personalize": ["personalize", "personalize-runtime", "personalize-events"], "iot": ["iot", "iot-data"],
    "appconfig": ["appconfig", "appconfigdata"], "cognito-idp": ["cognito-idp"], "dms": ["dms"],
}
# Names of clients that mean something else than the policy's word does.
SKIPPED = {"timestream", "rds-db", "mq", "kafka", "cloudfront"}
VARIANTS = [[], ["dualstack"], ["fips"], ["dualstack", "fips"]]


def hosts(session: botocore.session.Session, client: str) -> list[tuple[str, str]]:
    resolver = session.get_component("endpoint_resolver")
    rows = []
    for region in session.get_available_regions(client) or session.get_available_regions("sts"):
        for tags in VARIANTS:
            try:
                found = resolver.construct_endpoint(
                    client, region, use_dualstack_endpoint="dualstack" in tags,
                    use_fips_endpoint="fips" in tags)
            except botocore.exceptions.BotoCoreError:
                continue
            name = found and found.get("hostname")
            # Some clients have no host of their own before they ask for one.
            if name and not re.search(r"[{}]", name):
                rows.append((region, urlsplit("//" + name).hostname or name))
    return rows


def main() -> None:
    session = botocore.session.Session()
    known = set(session.get_available_services())
    rows = []
    for service in sys.argv[1:]:
        for client in CLIENTS.get(service, [service]):
            if client in known and service not in SKIPPED:
                rows += [[service, region, host] for region, host in hosts(session, client)]
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
