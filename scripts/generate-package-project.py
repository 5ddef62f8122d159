#!/usr/bin/env python3
"""Writes a SAM project of one function with N packages below DIR: npm with a lockfile, or Python's requirements.

The same N and seed give the same bytes on every machine. Every fourth package is one of those for which
`parapet-bench advisories` makes an advisory; npm's have a few older copies below others in addition.
"""

import argparse
import base64
import hashlib
import json
import random
import sys
from pathlib import Path

from template_text import as_yaml

# Of a hundred packages of a real lockfile some four are asked for by the project itself.
DIRECT_SHARE = 25
# The handler imports the first of the direct ones only: what the others are for, nobody knows.
IMPORTED = 12
NESTED_EVERY = 40
LICENCES = ["MIT", "MIT", "MIT", "ISC", "Apache-2.0", "BSD-3-Clause"]


def name(index):
    return f"package-{index}" if index % 4 == 0 else f"harmless-{index}"


def version(index):
    return f"1.{index % 9}.0"


def entry(index, version):
    """What npm's lockfile says of one package, apart from what it needs."""
    address = f"https://registry.npmjs.org/{name(index)}/-/{name(index)}-{version}.tgz"
    digest = base64.b64encode(hashlib.sha512(address.encode()).digest()).decode()
    licence = LICENCES[index % len(LICENCES)]
    return {"version": version, "resolved": address, "integrity": f"sha512-{digest}", "license": licence}


def lockfile(count, seed):
    """Version 3: every package is needed by one before it, some by several, and some have a copy of their own."""
    stream = random.Random(f"{seed}/{count}")
    direct = max(count // DIRECT_SHARE, 1)
    manifest = {"name": "many-packages", "version": "1.0.0"}
    manifest["dependencies"] = {name(index): f"^{version(index)}" for index in range(direct)}
    packages = {f"node_modules/{name(index)}": entry(index, version(index)) for index in range(count)}
    for index in range(direct, count):
        parents = {stream.randrange(index), stream.randrange(index)}
        for parent in parents:
            needs = packages[f"node_modules/{name(parent)}"].setdefault("dependencies", {})
            needs[name(index)] = f"^{version(index)}"
        holder = stream.randrange(index)
        if index % NESTED_EVERY == 1 and holder not in parents:
            # One that needs an older version brings it along.
            place = f"node_modules/{name(holder)}"
            packages[f"{place}/node_modules/{name(index)}"] = entry(index, "0.9.0")
            packages[place].setdefault("dependencies", {})[name(index)] = "^0.9.0"
    lock = {**manifest, "lockfileVersion": 3, "requires": True, "packages": {"": manifest, **packages}}
    return manifest, lock


def template(runtime, handler):
    return as_yaml(
        {
            "AWSTemplateFormatVersion": "2010-09-09",
            "Transform": "AWS::Serverless-2016-10-31",
            "Resources": {
                "Orders": {
                    "Type": "AWS::Serverless::Function",
                    "Properties": {
                        "CodeUri": "orders/",
                        "Handler": handler,
                        "Runtime": runtime,
                        "Timeout": 10,
                        "Events": {
                            "Call": {"Type": "Api", "Properties": {"Path": "/orders", "Method": "post"}}
                        },
                    },
                }
            },
        }
    )


def npm_project(count, seed):
    manifest, lock = lockfile(count, seed)
    used = list(manifest["dependencies"])[:IMPORTED]
    lines = [f'const used{number} = require("{package}");' for number, package in enumerate(used)]
    lines += ["", "exports.handler = async (event) => {", '  const order = JSON.parse(event.body ?? "{}");']
    lines += [f"  used{number}.apply(order);" for number in range(len(used))]
    lines += ["  return { statusCode: 200, body: JSON.stringify({ id: order.id }) };", "};"]
    return {
        "template.yaml": template("nodejs22.x", "index.handler"),
        "orders/package.json": json.dumps(manifest, indent=2) + "\n",
        "orders/package-lock.json": json.dumps(lock, indent=2) + "\n",
        "orders/index.js": "\n".join(lines) + "\n",
    }


def python_project(count):
    def pinned(index):
        digest = hashlib.sha256(name(index).encode()).hexdigest()
        return f"{name(index)}=={version(index)} \\\n    --hash=sha256:{digest}\n"

    modules = [name(index).replace("-", "_") for index in range(min(count, IMPORTED))]
    lines = ["import json", *(f"import {module}" for module in modules), "", ""]
    lines += ["def handler(event, context):", '    order = json.loads(event["body"])']
    lines += [f"    {module}.apply(order)" for module in modules]
    lines += ['    return {"statusCode": 200, "body": json.dumps({"id": order["id"]})}']
    return {
        "template.yaml": template("python3.13", "app.handler"),
        "orders/requirements.txt": "".join(map(pinned, range(count))),
        "orders/app.py": "\n".join(lines) + "\n",
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--packages", type=int, default=1_500)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--python", action="store_true", help="pinned requirements instead of npm's lockfile")
    arguments = parser.parse_args()
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        sys.exit(f"error: {arguments.folder} is not empty")
    count = arguments.packages
    files = python_project(count) if arguments.python else npm_project(count, arguments.seed)
    for path, text in files.items():
        target = arguments.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


if __name__ == "__main__":
    main()
