"""Runs programs with the library and a policy of the test's own, and collects what they say and what is reported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policy_encoder import Policy, encode

MACHINE = os.uname().machine
#: Where scripts/build-enforcer put the binaries.
BINARIES = Path(os.environ.get("PARAPET_ENFORCER", Path(__file__).parents[3] / ".deps/enforcer"))


@dataclass
class Run:
    """What a program did."""

    status: int
    output: str
    errors: str
    events: list[dict[str, Any]] = field(default_factory=list)

    def reasons(self) -> list[str]:
        return [event["unmapped"]["parapet"]["reason"] for event in self.events]

    def decisions(self) -> set[str]:
        return {event["unmapped"]["parapet"]["decision"] for event in self.events}


def split_events(text: str) -> tuple[str, list[dict[str, Any]]]:
    """Separates the lines of events from whatever else a program wrote."""
    rest, events = [], []
    for line in text.splitlines(keepends=True):
        if line.startswith('{"class_uid"'):
            events.append(json.loads(line))
        else:
            rest.append(line)
    return "".join(rest), events


class HookedTestCase(unittest.TestCase):
    """A folder for each test, with a layer in it that holds the library and the test's policy."""

    def setUp(self) -> None:
        # Below /var/lib, because what lies in /tmp is treated as written by an attacker.
        base = "/var/lib" if os.access("/var/lib", os.W_OK) else str(Path.home())
        self.folder = Path(tempfile.mkdtemp(prefix="parapet-test-", dir=base))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.scratch = Path(tempfile.mkdtemp(prefix="parapet-test-", dir="/tmp"))
        self.addCleanup(shutil.rmtree, self.scratch, ignore_errors=True)
        self.layer = self.folder / "parapet"
        (self.layer / MACHINE).mkdir(parents=True)
        (self.layer / "policies").mkdir()
        self.library = self.layer / MACHINE / "libparapet.so"
        shutil.copy(BINARIES / MACHINE / "libparapet.so", self.library)

    def environment(self, policy: Policy, **variables: str) -> dict[str, str]:
        (self.layer / "policies/default").write_bytes(encode(policy))
        return {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "LD_PRELOAD": str(self.library), **variables,
        }

    def run_hooked(
        self, arguments: list[str], policy: Policy, timeout: float = 60, **variables: str
    ) -> Run:
        done = subprocess.run(
            arguments, env=self.environment(policy, **variables), cwd=self.folder, capture_output=True,
            timeout=timeout, check=False,
        )
        errors, events = split_events(done.stderr.decode(errors="replace"))
        return Run(done.returncode, done.stdout.decode(errors="replace"), errors, events)

    def python(self, code: str, policy: Policy, *arguments: str, **variables: str) -> Run:
        return self.run_hooked([sys.executable, "-c", code, *arguments], policy, **variables)
