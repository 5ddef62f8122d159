"""Writes policies in the enforcer's binary format, for tests, whatever compiles real ones."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

CONTROLS = (
    "executables forbidden-executables tmp-execution tmp-libraries tmp-scripts tmp-writes "
    "fileless-execution loader-execution library-injection setuid-execution child-processes egress "
    "source-code honeypots credentials"
).split()
MODES = {"off": 0, "alert": 1, "block": 2}
MAGIC = b"PARAPET\0"
HEADER_SIZE = 96
FLAGS = {"learn": 1, "announce": 2, "end-process": 4, "kernel": 8}


@dataclass
class Executable:
    path: str
    sha256: bytes | None = None
    glob: bool = False
    credentials: bool = False
    writable: bool = False

    def flags(self) -> int:
        return (
            (self.sha256 is not None) * 1 + self.glob * 2 + self.credentials * 4 + self.writable * 8
        )


@dataclass
class Decoy:
    name: str
    value: str
    replaces: bool = True
    planted: bool = False


@dataclass
class Policy:
    """What a test wants; every control that is not named is off."""

    modes: dict[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    enforce_after: int = 0
    function_name: str = "tested-function"
    identifier: str = "0123456789abcdef"
    executables: list[Executable] = field(default_factory=list)
    forbidden_names: list[str] = field(default_factory=list)
    forbidden_hashes: list[bytes] = field(default_factory=list)
    writable: list[str] = field(default_factory=lambda: ["/tmp", "/var/tmp", "/dev/shm"])
    hosts: list[tuple[str, int]] = field(default_factory=list)
    networks: list[tuple[bytes, int, int]] = field(default_factory=list)
    source_files: list[str] = field(default_factory=list)
    decoys: list[Decoy] = field(default_factory=list)
    decoy_files: list[str] = field(default_factory=list)
    executable_directories: list[str] = field(default_factory=lambda: ["/usr", "/bin", "/lib", "/lib64"])
    writable_exceptions: list[str] = field(default_factory=list)
    library_exceptions: list[str] = field(default_factory=list)
    variable_exceptions: list[str] = field(default_factory=list)


class Strings:
    """The texts of a policy, each once; offsets are final only when the start is known."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.blob = bytearray()
        self.known: dict[bytes, int] = {}

    def offset(self, text: str) -> int:
        data = text.encode()
        if data not in self.known:
            self.known[data] = self.start + len(self.blob)
            self.blob += data + b"\0"
        return self.known[data]


def checksum(data: bytes) -> int:
    """FNV-1a of the file with its own place taken as zero."""
    value = 0xCBF29CE484222325
    for index, byte in enumerate(data):
        value ^= 0 if 16 <= index < 24 else byte
        value = value * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def sections(policy: Policy, strings: Strings) -> list[tuple[int, int, bytes]]:
    """Kind, number of entries and bytes of each list that is not empty, without the strings."""

    def texts(values: list[str]) -> tuple[int, bytes]:
        return len(values), b"".join(struct.pack("<I", strings.offset(value)) for value in values)

    executables = b"".join(
        struct.pack("<II32sQ", strings.offset(e.path), e.flags(), e.sha256 or bytes(32), 0)
        for e in policy.executables
    )
    hosts = b"".join(struct.pack("<IHHQ", strings.offset(host), port, 0, 0) for host, port in policy.hosts)
    networks = b"".join(struct.pack("<16sBBHI", a, length, 0, port, 0) for a, length, port in policy.networks)
    decoys = b"".join(
        struct.pack(
            "<IIII", strings.offset(f"{d.name}={d.value}"), len(d.name), d.replaces + d.planted * 2, 0)
        for d in policy.decoys
    )
    found = [
        (2, len(policy.executables), executables),
        (3, *texts(policy.forbidden_names)),
        (4, len(policy.forbidden_hashes), b"".join(sorted(policy.forbidden_hashes))),
        (5, *texts(policy.writable)),
        (6, len(policy.hosts), hosts),
        (7, len(policy.networks), networks),
        (8, *texts(policy.source_files)),
        (9, len(policy.decoys), decoys),
        (10, *texts(policy.decoy_files)),
        (11, *texts(policy.executable_directories)),
        (12, *texts(policy.writable_exceptions)),
        (13, *texts(policy.library_exceptions)),
        (14, *texts(policy.variable_exceptions)),
    ]
    return [section for section in found if section[1] > 0]


def encode(policy: Policy) -> bytes:
    """The whole file: header, table of sections, entries, strings at the end."""
    # Strings come last, so their start depends on everything else: the first pass only measures.
    measured = sections(policy, Strings(0))
    table = HEADER_SIZE
    entries = table + 16 * (len(measured) + 1)
    strings = Strings(entries + sum(len(data) for _, _, data in measured))
    lists = sections(policy, strings)
    name, identifier = strings.offset(policy.function_name), strings.offset(policy.identifier)
    rows, body, position = [], b"", entries
    for kind, count, data in lists:
        rows.append(struct.pack("<IIII", kind, position, count, len(data)))
        body += data
        position += len(data)
    size = len(strings.blob)
    rows.insert(0, struct.pack("<IIII", 1, strings.start, size, size))
    modes = bytes(MODES[policy.modes.get(control, "off")] for control in CONTROLS).ljust(24, b"\0")
    flags = sum(FLAGS[flag] for flag in policy.flags)
    header = struct.pack(
        "<8sHHIQIIq24sIIII16x",
        MAGIC, 1, HEADER_SIZE, strings.start + size, 0, flags, 0, policy.enforce_after, modes,
        name, identifier, len(rows), table,
    )
    return sealed(header + b"".join(rows) + body + bytes(strings.blob))


def sealed(data: bytes) -> bytes:
    """The same bytes with the checksum that belongs to them."""
    return data[:16] + struct.pack("<Q", checksum(data)) + data[24:]
