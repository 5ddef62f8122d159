"""Runs programs with the enforcer's library loaded, in folders of their own, and reads its events."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from dataclasses import dataclass
from pathlib import Path

from policy_encoder import Executable, Policy, encode

ROOT = Path(__file__).resolve().parents[3]
BINARIES = ROOT / ".deps/enforcer"
PYTHON = os.path.realpath(sys.executable)
SHELL = os.path.realpath("/bin/sh")
LIMIT = 60


def program(name: str) -> str:
    """Where a program of the system really lies."""
    found = shutil.which(name, path="/usr/bin:/bin")
    if found is None:
        raise unittest.SkipTest(f"{name} is not installed")
    return os.path.realpath(found)


@dataclass
class Run:
    """How a protected program ended."""

    status: int
    output: str
    errors: str
    events: list[dict]

    def decisions(self) -> list[tuple[str, str, str]]:
        """Control, reason and decision of each event."""
        found = [event["unmapped"]["parapet"] for event in self.events]
        return [(event["control"], event["reason"], event["decision"]) for event in found]

    def reasons(self) -> list[str]:
        return [reason for _, reason, _ in self.decisions()]


class Layer:
    """A layer as it is unpacked, beside a folder that can be written and one that was deployed."""

    def __init__(self, architecture: str = "x86_64") -> None:
        self.base = Path(os.path.realpath(tempfile.mkdtemp(prefix="enforcer-")))
        self.folder = self.base / "layer/parapet"
        self.writable = self.base / "writable"
        self.deployed = self.base / "deployed"
        for folder in (self.folder / "policies", self.writable, self.deployed):
            folder.mkdir(parents=True)
        self.binaries = self.folder / architecture
        shutil.copytree(BINARIES / architecture, self.binaries)
        self.library = self.binaries / "libparapet.so"

    def close(self) -> None:
        shutil.rmtree(self.base, ignore_errors=True)

    def write_policy(self, policy: Policy | bytes, name: str = "default") -> None:
        if isinstance(policy, Policy):
            policy.writable = [str(self.writable)]
        data = policy if isinstance(policy, bytes) else encode(policy)
        (self.folder / "policies" / name).write_bytes(data)

    def file(self, path: Path, content: str | bytes, mode: int = 0o755) -> str:
        """A file that can be executed, unless the mode says otherwise."""
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        path.chmod(mode)
        return str(path)

    def run(
        self, arguments: list[str], environment: dict[str, str] | None = None, protected: bool = True,
        launcher: bool = False, **options: object,
    ) -> Run:
        """Standard error goes to a file, as events come from several processes; other lines are errors."""
        variables = {"PATH": "/usr/bin:/bin", **(environment or {})}
        if protected and not launcher:
            own = str(self.library)
            given = variables.get("LD_PRELOAD")
            variables["LD_PRELOAD"] = f"{own}:{given}" if given else own
        command = [str(self.binaries / "launch"), *arguments] if launcher else arguments
        log = self.base / "stderr"
        with open(log, "ab") as errors:
            errors.truncate(0)
            done = subprocess.run(
                command, env=variables, stdout=subprocess.PIPE, stderr=errors, timeout=LIMIT, check=False,
                **options,
            )
        lines = log.read_text(errors="replace").splitlines()
        events = [json.loads(line) for line in lines if line.startswith('{"class_uid"')]
        others = "\n".join(line for line in lines if not line.startswith('{"class_uid"'))
        return Run(done.returncode, done.stdout.decode(errors="replace"), others, events)

    def python(self, code: str, *arguments: str, **options: object) -> Run:
        return self.run([PYTHON, "-I", "-c", code, *arguments], **options)


class ProtectionTest(unittest.TestCase):
    """A test with a layer of its own."""

    def setUp(self) -> None:
        self.layer = Layer()
        self.addCleanup(self.layer.close)

    def protect(self, modes: dict[str, str], *allowed: str, **fields: object) -> None:
        """Writes a policy whose allow-list holds the interpreter of the tests and the programs named."""
        listed = [*fields.pop("executables", []), *(Executable(path) for path in (PYTHON, *allowed))]
        self.layer.write_policy(Policy(modes=modes, executables=listed, **fields))


# What the tests run in a protected interpreter: each way to start a program, as a function of its path.
WAYS = r"""
import ctypes, os, subprocess, sys

libc = ctypes.CDLL("libc.so.6", use_errno=True)
libc.syscall.restype = ctypes.c_long
libc.popen.restype = ctypes.c_void_p
libc.pclose.argtypes = [ctypes.c_void_p]


def vector(*words):
    return (ctypes.c_char_p * (len(words) + 1))(*[os.fsencode(word) for word in words], None)


def in_child(call):
    "What a child that calls the function ends with: the error's number, or what the program answers."
    pid = os.fork()
    if pid == 0:
        try:
            call()
            os._exit(ctypes.get_errno())
        except OSError as error:
            os._exit(error.errno)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def spawned(path):
    try:
        return os.waitstatus_to_exitcode(os.waitpid(os.posix_spawn(path, [path], os.environ), 0)[1])
    except OSError as error:
        return error.errno


def run(path):
    try:
        return subprocess.run([path]).returncode
    except OSError as error:
        return error.errno


def fexecve(path):
    return in_child(lambda: os.execve(os.open(path, os.O_RDONLY), [path], os.environ))


def execveat(path):
    number = {"x86_64": 322, "aarch64": 281}[os.uname().machine]
    return in_child(lambda: libc.syscall(number, -100, os.fsencode(path), vector(path), vector(), 0))


def by_number(path):
    number = {"x86_64": 59, "aarch64": 221}[os.uname().machine]
    return in_child(lambda: libc.syscall(number, os.fsencode(path), vector(path), vector()))


def popen(path):
    stream = libc.popen(os.fsencode(path), b"r")
    return libc.pclose(stream) >> 8 if stream else 127


ways = {
    "subprocess": run,
    "posix_spawn": spawned,
    "execve": lambda path: in_child(lambda: os.execv(path, [path])),
    "execve of the library itself": lambda path: in_child(
        lambda: libc.execve(os.fsencode(path), vector(path), vector())),
    "execvp": lambda path: in_child(lambda: libc.execvp(os.fsencode(path), vector(path))),
    "execl": lambda path: in_child(lambda: libc.execl(os.fsencode(path), os.fsencode(path), None)),
    "fexecve": fexecve,
    "execveat": execveat,
    "syscall": by_number,
    "system": lambda path: libc.system(os.fsencode(path)) >> 8,
    "popen": popen,
}
"""
