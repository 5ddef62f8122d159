"""Every kind of event is a Detection Finding of OCSF, as an independent reader of that schema sees it."""

from __future__ import annotations

import sys
import unittest

from hooked import HookedTestCase
from policy_encoder import CONTROLS, Policy

try:
    from py_ocsf_models.events.findings.detection_finding import DetectionFinding
except ImportError:
    DetectionFinding = None

PROVOKE = """
import ctypes, os, socket, subprocess, sys
def attempt(f, *a, **k):
    try: f(*a, **k)
    except (OSError, subprocess.SubprocessError): pass
attempt(open, sys.argv[1])
attempt(open, sys.argv[2], "w")
attempt(ctypes.CDLL, sys.argv[3])
attempt(subprocess.run, ["ls", "--password=hunter2", "\\x01\\xff\\"\\\\"])
attempt(subprocess.run, ["true"], env={"LD_PRELOAD": "/tmp/x.so"})
attempt(socket.getaddrinfo, "evil.example", 1)
attempt(socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect, ("192.0.2.1", 1))
"""


@unittest.skipIf(DetectionFinding is None, "needs py-ocsf-models")
class EventShapeTests(HookedTestCase):
    def test_an_independent_reader_takes_every_event(self) -> None:
        decoy = self.folder / "decoy"
        decoy.write_text("x")
        library = self.scratch / "x.so"
        library.write_text("x")
        for mode, flags in (("alert", ("announce",)), ("block", ("announce",)), ("off", ("announce", "learn"))):
            with self.subTest(mode):
                policy = Policy(
                    modes=dict.fromkeys(CONTROLS, mode), flags=flags, decoy_files=[str(decoy)],
                    executable_directories=["/usr", "/lib", sys.base_prefix])
                run = self.python(PROVOKE, policy, str(decoy), str(self.scratch / "new"), str(library))
                self.assertEqual(run.reasons()[0], "started", run.errors)
                self.assertGreater(len(run.events), 4)
                for event in run.events:
                    self.check(event)

    def check(self, event: dict) -> None:
        finding = DetectionFinding.model_validate(event)
        self.assertEqual(finding.type_uid, 200401)
        self.assertEqual(event["type_uid"], event["class_uid"] * 100 + event["activity_id"])
        decision = event["unmapped"]["parapet"]["decision"]
        numbers = {"blocked": (2, 2), "alerted": (3, 15), "observed": (1, 1)}
        self.assertEqual((event["action_id"], event["disposition_id"]), numbers[decision])
        self.assertTrue(event["message"].endswith("."), event["message"])
        self.assertNotIn("hunter2", str(event))


if __name__ == "__main__":
    unittest.main()
