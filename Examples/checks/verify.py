"""Checks that the examples are what their README says: valid, complete, and wrong where they say so.

Needs aws-sam-translator, cfn-lint, PyYAML and `node`.
"""
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import yaml
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

EXAMPLES = Path(__file__).resolve().parent.parent
# These two are mistakes of the flawed shop that cfn-lint knows as well.
INTENDED = {"shop-sam": {"E2533", "E3505"}, "shop-repaired": set()}
RISKS = [f"SAS-{number}" for number in range(1, 13)]

problems = []


def check(condition, message):
    if not condition:
        problems.append(message)


class NoManagedPolicies:
    def load(self):
        return {}


def packaged(template):
    """As `sam package` would leave it: local code and definitions become addresses in a bucket."""
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        for name in ("CodeUri", "DefinitionUri", "ContentUri"):
            if isinstance(properties.get(name), str):
                properties[name] = "s3://artifacts/key"
    return template


def verify_sam(shop):
    path = EXAMPLES / shop / "template.yaml"
    template = yaml_parse(path.read_text())
    functions = {name: r["Properties"] for name, r in template["Resources"].items()
                 if r["Type"] == "AWS::Serverless::Function"}
    check(9 <= len(functions) <= 12, f"{shop}: {len(functions)} functions")
    default = template["Globals"]["Function"]
    for name, properties in functions.items():
        handler = properties.get("Handler", default.get("Handler"))
        module = EXAMPLES / shop / properties["CodeUri"] / handler.rsplit(".", 1)[0]
        found = [module.with_suffix(s) for s in (".py", ".js", ".mjs") if module.with_suffix(s).exists()]
        check(len(found) == 1, f"{shop}: {name} has no handler {handler}")
    for resource in template["Resources"].values():
        uri = resource.get("Properties", {}).get("DefinitionUri")
        if uri:
            json.loads((EXAMPLES / shop / uri).read_text())
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
    try:
        transform(packaged(template), {}, NoManagedPolicies())
    except Exception as error:
        problems.append(f"{shop}: aws-sam-translator: {error}")
    lint = subprocess.run(["cfn-lint", "--format", "json", str(path)], capture_output=True, text=True)
    errors = {match["Rule"]["Id"] for match in json.loads(lint.stdout or "[]") if match["Level"] == "Error"}
    check(errors == INTENDED[shop], f"{shop}: cfn-lint errors {sorted(errors)}")


class Serverless(yaml.SafeLoader):
    """YAML with CloudFormation's short forms, which are not looked into."""


Serverless.add_multi_constructor("!", lambda loader, suffix, node: {suffix: node.value})

# Names that the framework's configuration schema allows, as far as the example could use them.
ALLOWED = {
    "top": "service frameworkVersion configValidationMode useDotenv custom plugins provider package "
           "functions layers resources params",
    "provider": "name runtime region stage timeout memorySize versionFunctions environment apiGateway logs "
                "s3 iam tracing logRetentionInDays kmsKeyArn vpc tags deploymentBucket architecture",
    "function": "handler runtime timeout memorySize environment events url layers role vpc "
                "ephemeralStorageSize reservedConcurrency tracing onError destinations "
                "maximumRetryAttempts kmsKeyArn tags",
    "http": "path method cors private authorizer request async",
    "authorizer": "name arn type resultTtlInSeconds identitySource identityValidationExpression",
    "s3": "bucket event rules existing",
    "sqs": "arn batchSize maximumBatchingWindow enabled functionResponseType filterPatterns "
           "maximumConcurrency",
    "stream": "type arn batchSize startingPosition enabled batchWindow maximumRetryAttempts destinations "
              "bisectBatchOnFunctionError maximumRecordAgeInSeconds functionResponseType filterPatterns",
    "schedule": "rate enabled input name description",
}


def allowed(kind, mapping, where):
    extra = set(mapping) - set(ALLOWED[kind].split())
    check(not extra, f"{where}: {kind} has no {sorted(extra)}")


def value_at(document, dotted):
    for part in dotted.split("."):
        if isinstance(document, str):
            return document  # behind another variable
        if part not in document:
            return None
        document = document[part]
    return document


def verify_serverless(shop):
    root = EXAMPLES / shop
    main = yaml.load((root / "serverless.yml").read_text(), Serverless)
    allowed("top", main, shop)
    allowed("provider", main["provider"], shop)
    for name, function in main["functions"].items():
        allowed("function", function, f"{shop}: {name}")
        module = root / function["handler"].rsplit(".", 1)[0]
        found = any(module.with_suffix(suffix).exists() for suffix in (".py", ".js"))
        check(found, f"{shop}: no {function['handler']}")
        for event in function.get("events", []):
            (kind, properties), = event.items()
            if isinstance(properties, dict):
                allowed(kind, properties, f"{shop}: {name}")
                if isinstance(properties.get("authorizer"), dict):
                    allowed("authorizer", properties["authorizer"], f"{shop}: {name}")
            elif kind == "http":
                check(re.fullmatch(r"[A-Z]+ /\S*", properties), f"{shop}: {name}: {properties}")
    for path in sorted(root.rglob("*.yml")):
        text = path.read_text()
        document = yaml.load(text, Serverless)
        if path.parent.name == "resources":
            for name, resource in document["Resources"].items():
                check("Type" in resource, f"{path.name}: {name} has no type")
        for file in re.findall(r"\$\{file\(([^)$]+)\)", text):
            check((root / file).exists(), f"{path.name}: no file {file}")
        for variable in re.findall(r"\$\{self:([A-Za-z0-9_.]+)", text):
            check(value_at(main, variable) is not None, f"{path.name}: no variable {variable}")
    everything = "".join(path.read_text() for path in root.rglob("*.yml"))
    used = set(re.findall(r"\$\{self:custom\.settings\.(\w+)", everything))
    for path in sorted((root / "config").iterdir()):
        missing = used - set(yaml.load(path.read_text(), Serverless))
        check(not missing, f"{shop}: {path.name} lacks {sorted(missing)}")


def verify_code():
    for path in sorted(EXAMPLES.rglob("*")):
        if path.suffix == ".py":
            try:
                compile(path.read_text(), str(path), "exec")
            except SyntaxError as error:
                problems.append(f"{path}: {error}")
        elif path.suffix in (".js", ".mjs"):
            run = subprocess.run(["node", "--check", str(path)], capture_output=True, text=True)
            check(run.returncode == 0, f"{path}: {run.stderr}")
        elif path.suffix == ".json":
            json.loads(path.read_text())


def verify_copies():
    for path in sorted((EXAMPLES / "shop-sam" / "src").rglob("*")):
        if path.is_file() and path.name not in ("package.json", "requirements.txt"):
            twin = EXAMPLES / "shop-serverless" / path.relative_to(EXAMPLES / "shop-sam")
            check(twin.exists() and twin.read_bytes() == path.read_bytes(), f"{twin} is not the same")


def quoted(cell):
    """The file and the text of a cell such as: template.yaml: `AuthType: NONE`."""
    match = re.fullmatch(r"(\S+): (?:`` (.+) ``|`([^`]+)`)", cell)
    return (match[1], match[2] or match[3]) if match else None


def verify_tables():
    risks = set()
    for line in (EXAMPLES / "README.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if cells[0].startswith("SAS-"):
            check(len(cells) == 5, f"README: {line}")
            risks.add(cells[0])
            here = quoted(cells[2])
            there = here if cells[3] == "the same" else quoted(cells[3])
            check(here is not None, f"README: no text in {line}")
            check(there is not None or cells[3] == "–", f"README: no text in {line}")
            places = [("shop-sam", here), ("shop-serverless", there)]
        elif quoted(cells[0]):
            places = [("", quoted(cells[0]))]
        else:
            continue
        for folder, place in places:
            if place is not None:
                path = EXAMPLES / folder / place[0]
                check(path.exists() and place[1] in path.read_text(), f"README: {path}: {place[1]}")
    check(risks == set(RISKS), f"README: no flaw for {sorted(set(RISKS) - risks)}")


verify_sam("shop-sam")
verify_sam("shop-repaired")
verify_serverless("shop-serverless")
verify_code()
verify_copies()
verify_tables()
for problem in problems:
    print(problem)
print("examples:", f"{len(problems)} problems" if problems else "as described")
sys.exit(bool(problems))
