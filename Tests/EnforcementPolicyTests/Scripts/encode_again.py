#!/usr/bin/env python3
"""Reads a compiled policy and writes it again with the encoder of the enforcer's own tests, to standard output."""

import ipaddress
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "Enforcer/Tests/Behaviour"))

import policy_encoder  # noqa: E402
import policy_format  # noqa: E402

MODES = {number: name for name, number in policy_encoder.MODES.items()}


def executable(entry: dict[str, Any]) -> policy_encoder.Executable:
    flags = entry["flags"]
    return policy_encoder.Executable(
        path=entry["path"], sha256=bytes.fromhex(entry["sha256"]) if entry["sha256"] else None,
        glob=bool(flags & 2), credentials=bool(flags & 4), writable=bool(flags & 8))


def host(text: str) -> tuple[str, int]:
    name, _, port = text.partition(":")
    return name, int(port or 0)


def network(entry: dict[str, Any]) -> tuple[bytes, int, int]:
    found = ipaddress.IPv6Network(entry["network"])
    return found.network_address.packed, found.prefixlen, entry["port"]


def decoy(entry: dict[str, Any]) -> policy_encoder.Decoy:
    flags = entry["flags"]
    return policy_encoder.Decoy(entry["name"], entry["value"], bool(flags & 1), bool(flags & 2))


def policy(found: dict[str, Any]) -> policy_encoder.Policy:
    return policy_encoder.Policy(
        modes=dict(zip(policy_encoder.CONTROLS, (MODES[mode] for mode in found["modes"]))),
        flags=tuple(name for name, bit in policy_encoder.FLAGS.items() if found["flags"] & bit),
        enforce_after=found["enforceAfter"], function_name=found["function"], identifier=found["identifier"],
        executables=[executable(entry) for entry in found["executables"]],
        forbidden_names=found["forbiddenNames"],
        forbidden_hashes=[bytes.fromhex(text) for text in found["forbiddenHashes"]],
        writable=found["writableDirectories"], hosts=[host(text) for text in found["hosts"]],
        networks=[network(entry) for entry in found["networks"]], source_files=found["sourceFiles"],
        decoys=[decoy(entry) for entry in found["decoyVariables"]], decoy_files=found["decoyFiles"],
        executable_directories=found["executableDirectories"],
        writable_exceptions=found["writableExceptions"], library_exceptions=found["libraryExceptions"],
        variable_exceptions=found["variableExceptions"])


def main() -> None:
    found = policy_format.Policy(Path(sys.argv[1]).read_bytes()).contents()
    sys.stdout.buffer.write(policy_encoder.encode(policy(found)))


if __name__ == "__main__":
    main()
