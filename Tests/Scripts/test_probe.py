"""The probe that users deploy: what it says of this machine, and of one that forbids what Lambda is said to forbid."""

import ctypes
import json
import os
import platform
import struct
import subprocess
import sys
import types
import unittest
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "Sources/EnforcerLayer/Resources/Probe"
SECRET = "probe-must-not-tell-this"

# prctl, seccomp, ptrace, process_vm_readv and process_vm_writev.
REFUSED = {"x86_64": (157, 317, 101, 310, 311), "aarch64": (167, 277, 117, 270, 271)}
LANDLOCK = (444, 445, 446)
LOAD_NUMBER = (0x20, 0, 0, 0)
ALLOW = 0x7FFF0000
FAIL_WITH = 0x00050000


def filter_program() -> bytes:
    """Instructions that refuse calls as Lambda is reported to: EPERM, and ENOSYS for Landlock."""
    refusals = [(number, 1) for number in REFUSED[platform.machine()]] + [(number, 38) for number in LANDLOCK]
    program = struct.pack("HBBI", *LOAD_NUMBER)
    for number, error in refusals:
        program += struct.pack("HBBI", 0x15, 0, 1, number) + struct.pack("HBBI", 0x06, 0, 0, FAIL_WITH | error)
    return program + struct.pack("HBBI", 0x06, 0, 0, ALLOW)


def forbid_what_lambda_forbids() -> None:
    """Runs in the child before the probe: another user, then the filter."""
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    libc = ctypes.CDLL(None, use_errno=True)
    program = filter_program()
    instructions = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(instructions))
    if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.create_string_buffer(header, len(header))):
        os._exit(77)


def run_probe(*, like_lambda: bool) -> dict[str, Any]:
    program = "import json, probe; print(json.dumps(probe.handler({'any': 'event'}, None)))"
    environment = {**os.environ, "AWS_SECRET_ACCESS_KEY": SECRET, "DATABASE_URL": f"postgres://{SECRET}@host/db"}
    # The interpreter's path may lie in a folder that another user cannot enter.
    interpreter = "/usr/bin/python3" if like_lambda and os.getuid() == 0 else sys.executable
    source = (FOLDER / "probe.py").read_text(encoding="utf-8")
    module = f"import sys, types; probe = types.ModuleType('probe'); exec({source!r}, probe.__dict__)"
    program = module + "; sys.modules['probe'] = probe; " + program
    completed = subprocess.run(
        [interpreter, "-c", program], capture_output=True, check=False, timeout=60, env=environment, cwd="/",
        preexec_fn=forbid_what_lambda_forbids if like_lambda else None)
    if completed.returncode == 77:
        raise unittest.SkipTest("this machine installs no seccomp filter")
    if completed.returncode:
        raise AssertionError(completed.stderr.decode())
    assert SECRET not in completed.stdout.decode() + completed.stderr.decode()
    result: dict[str, Any] = json.loads(completed.stdout)
    return result


class ProbeTests(unittest.TestCase):
    def test_tells_of_this_machine_what_other_means_tell(self) -> None:
        result = run_probe(like_lambda=False)
        facts = result["platform"]
        self.assertEqual(facts["kernel"], os.uname().release)
        self.assertEqual(facts["uid"], os.getuid())
        self.assertEqual(facts["c_library"], os.confstr("CS_GNU_LIBC_VERSION"))
        self.assertEqual(facts["descriptors"]["1"]["kind"], "pipe")
        self.assertEqual(facts["descriptors"]["2"]["kind"], "pipe")
        self.assertTrue(facts["folders"]["/tmp"]["writable"])
        self.assertTrue(any(mount["at"] == "/proc" and mount["type"] == "proc" for mount in facts["mounts"]))

    def test_every_probe_answers(self) -> None:
        probes = run_probe(like_lambda=False)["probes"]
        self.assertEqual(len(probes), 21)
        for name, answer in probes.items():
            self.assertIn("works", answer, name)
            self.assertTrue(answer["works"] or "error" in answer or "ended" in answer, f"{name}: {answer}")
        for name in ("ld-preload", "program-in-tmp", "abstract-socket", "environ-of-the-parent"):
            self.assertTrue(probes[name]["works"], name)
        self.assertTrue(probes["environ-of-the-parent"]["holds_credentials"])

    def test_sees_what_is_forbidden(self) -> None:
        result = run_probe(like_lambda=True)
        probes = result["probes"]
        for name in ("no-new-privileges", "seccomp", "ptrace", "process-vm-readv"):
            self.assertEqual(probes[name]["error"], "EPERM", name)
        self.assertEqual(probes["landlock"]["error"], "ENOSYS")
        self.assertTrue(probes["ld-preload"]["works"])
        self.assertIn("The kernel layer is not available; the hooks work without it.", result["conclusions"])
        self.assertNotEqual(result["platform"]["uid"], 0)
        self.assertEqual(result["platform"]["status"]["Seccomp"], "2")

    def test_leaves_nothing_behind(self) -> None:
        before = set(os.listdir("/tmp"))
        run_probe(like_lambda=False)
        left = {name for name in set(os.listdir("/tmp")) - before if name.startswith("parapet-probe-")}
        self.assertEqual(left, set())

    def test_a_probe_that_hangs_or_dies_harms_nothing(self) -> None:
        # Not imported: compiled files have no place among the sources.
        probe = types.ModuleType("probe")
        exec((FOLDER / "probe.py").read_text(encoding="utf-8"), probe.__dict__)
        probe.SECONDS_PER_PROBE = 0.2
        self.assertEqual(probe.run_in_child(lambda: os.read(os.pipe()[0], 1))["error"], "timeout")
        self.assertEqual(probe.run_in_child(lambda: os.kill(os.getpid(), 9))["error"], "SIGKILL")
        self.assertEqual(probe.run_in_child(lambda: {}["absent"])["error"], "KeyError")
        self.assertEqual(probe.run_in_child(lambda: os._exit(3))["error"], "exit 3")


if __name__ == "__main__":
    unittest.main()
