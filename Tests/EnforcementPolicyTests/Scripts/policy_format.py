#!/usr/bin/env python3
"""Reads compiled policies, from the description of the format alone, and prints them as JSON.

One argument names a compiled policy. Exits with 1 and a sentence for a file that is none.
"""

import ipaddress
import json
import struct
import sys
from pathlib import Path
from typing import Any

STRIDES = {1: 1, 2: 48, 3: 4, 4: 32, 5: 4, 6: 16, 7: 24, 8: 4, 9: 16, 10: 4, 11: 4, 12: 4, 13: 4, 14: 4}
NAMES = {
    3: "forbiddenNames", 5: "writableDirectories", 8: "sourceFiles", 10: "decoyFiles",
    11: "executableDirectories", 12: "writableExceptions", 13: "libraryExceptions", 14: "variableExceptions",
}
Section = tuple[int, int]


class Unusable(Exception):
    """Why a file is no policy."""


def require(condition: bool, what: str) -> None:
    if not condition:
        raise Unusable(what)


def fnv1a(data: bytes) -> int:
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % (1 << 64)
    return value


class Policy:
    """One compiled policy."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        require(96 <= len(data) <= 256 * 1024, "size")
        require(data[:8] == b"PARAPET\0", "magic")
        version, header, size = struct.unpack_from("<HHI", data, 8)
        require((version, header, size) == (1, 96, len(data)), "header")
        (checksum,) = struct.unpack_from("<Q", data, 16)
        require(checksum == fnv1a(data[:16] + bytes(8) + data[24:]), "checksum")
        require(data[28:32] == bytes(4) and data[55:64] == bytes(9) and data[80:96] == bytes(16), "padding")
        self.sections = self.table()
        offset, count = self.sections[1]
        require(data[offset + count - 1] == 0, "strings")

    def table(self) -> dict[int, Section]:
        count, table = struct.unpack_from("<II", self.data, 72)
        require(count <= 32, "sections")
        sections: dict[int, Section] = {}
        for index in range(count):
            kind, offset, entries, size = struct.unpack_from("<IIII", self.data, table + 16 * index)
            require(kind > max(sections, default=0), "order")
            require(entries * STRIDES[kind] == size and offset + size <= len(self.data), "section")
            require(kind == 1 or (entries <= 4096 and offset % 4 == 0), "entries")
            sections[kind] = (offset, entries)
        return sections

    def text(self, offset: int) -> str:
        start, count = self.sections[1]
        require(start <= offset < start + count, "string")
        end = self.data.index(0, offset)
        require(end - offset < 4096, "string")
        return self.data[offset:end].decode()

    def entries(self, kind: int) -> list[bytes]:
        offset, count = self.sections.get(kind, (0, 0))
        stride = STRIDES[kind]
        return [self.data[offset + index * stride:offset + (index + 1) * stride] for index in range(count)]

    def texts(self, kind: int) -> list[str]:
        return [self.text(struct.unpack("<I", entry)[0]) for entry in self.entries(kind)]

    def executable(self, entry: bytes) -> dict[str, Any]:
        path, flags, digest, zero = struct.unpack("<II32sQ", entry)
        require(zero == 0 and flags < 16 and (flags & 1 or digest == bytes(32)), "executable")
        return {"path": self.text(path), "flags": flags, "sha256": digest.hex() if flags & 1 else None}

    def host(self, entry: bytes) -> str:
        glob, port, first, second = struct.unpack("<IHHQ", entry)
        require((first, second) == (0, 0), "host")
        return self.text(glob) + (f":{port}" if port else "")

    def network(self, entry: bytes) -> dict[str, Any]:
        address, prefix, first, port, second = struct.unpack("<16sBBHI", entry)
        require((first, second) == (0, 0) and prefix <= 128, "network")
        network = ipaddress.IPv6Network((address, prefix))
        return {"network": str(network), "port": port}

    def decoy(self, entry: bytes) -> dict[str, Any]:
        text, length, flags, zero = struct.unpack("<IIII", entry)
        name, _, value = self.text(text).partition("=")
        require(len(name.encode()) == length and zero == 0, "decoy")
        return {"name": name, "value": value, "flags": flags}

    def contents(self) -> dict[str, Any]:
        flags, _, after = struct.unpack_from("<IIq", self.data, 24)
        function, identifier = struct.unpack_from("<II", self.data, 64)
        result: dict[str, Any] = {
            "function": self.text(function), "identifier": self.text(identifier), "flags": flags,
            "enforceAfter": after, "modes": list(self.data[40:55]),
            "executables": [self.executable(entry) for entry in self.entries(2)],
            "forbiddenHashes": [entry.hex() for entry in self.entries(4)],
            "hosts": [self.host(entry) for entry in self.entries(6)],
            "networks": [self.network(entry) for entry in self.entries(7)],
            "decoyVariables": [self.decoy(entry) for entry in self.entries(9)],
        }
        for kind, name in NAMES.items():
            result[name] = self.texts(kind)
        return result


def main() -> int:
    try:
        print(json.dumps(Policy(Path(sys.argv[1]).read_bytes()).contents(), indent=1, sort_keys=True))
    except (Unusable, struct.error, ValueError, KeyError) as error:
        print(f"{sys.argv[1]} is no policy: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
