"""How events reach the log: through the root's standard error as it was, whatever the program does with it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import unittest

from hooked import HookedTestCase, split_events
from policy_encoder import Policy

OPEN = "open(sys.argv[1]).close()"


class EventTests(HookedTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.decoy = self.folder / "decoy"
        self.decoy.write_text("x")
        self.policy = Policy(modes={"honeypots": "alert"}, decoy_files=[str(self.decoy)])

    def test_an_event_tells_who_did_what(self) -> None:
        run = self.python(f"import sys; {OPEN}", self.policy, str(self.decoy))
        (event,) = run.events
        self.assertEqual(event["class_uid"], 2004)
        self.assertEqual(event["resources"][0]["name"], "tested-function")
        self.assertEqual(event["unmapped"]["parapet"]["policy"], "0123456789abcdef")
        actor = event["evidences"][0]["actor"]["process"]
        self.assertEqual(actor["file"]["path"], os.path.realpath(sys.executable))
        self.assertIn("hooks", event["unmapped"]["parapet"]["level"])

    def test_events_of_children_reach_the_root_and_not_the_programs_pipes(self) -> None:
        code = """
import subprocess, sys
done = subprocess.run(["cat", sys.argv[1]], capture_output=True)
print(len(done.stdout), len(done.stderr))
"""
        run = self.python(code, self.policy, str(self.decoy))
        self.assertEqual(run.output.split(), ["1", "0"])
        self.assertEqual(run.reasons(), ["decoy-file"])

    def test_events_survive_that_standard_error_is_redirected_or_closed(self) -> None:
        pipe = "r, w = os.pipe(); os.dup2(w, 2)"
        for replace in (pipe, "os.close(2)", "os.close(2); os.open('/dev/null', os.O_WRONLY)"):
            with self.subTest(replace):
                child = "subprocess.run(['cat', sys.argv[1]], stdout=-1, stderr=-1)"
                run = self.python(
                    f"import os, subprocess, sys; {replace}; {OPEN}; {child}", self.policy, str(self.decoy))
                self.assertEqual(run.reasons(), ["decoy-file"] * 2)

    def test_no_descriptor_is_left_in_sight(self) -> None:
        code = "import os, subprocess, sys; print(os.listdir('/proc/self/fd'), flush=True); subprocess.run(['ls', '/proc/self/fd'])"
        plain = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        self.assertEqual(self.python(code, self.policy).output, plain)
        # A copy is kept once standard error is replaced; no child sees it.
        run = self.python("import os, subprocess; os.dup2(1, 2); subprocess.run(['ls', '/proc/self/fd'])", self.policy)
        self.assertEqual(run.output.split(), ["0", "1", "2", "3"])

    def test_events_reach_a_file(self) -> None:
        log = self.folder / "log"
        with log.open("ab") as file:
            subprocess.run(
                [sys.executable, "-c", f"import os, subprocess, sys; {OPEN}; subprocess.run(['cat', sys.argv[1]], stderr=-1)",
                 str(self.decoy)],
                env=self.environment(self.policy), stderr=file, stdout=subprocess.DEVNULL, check=True)
        self.assertEqual(len(split_events(log.read_text())[1]), 2)

    def test_a_flood_is_bounded_and_counted(self) -> None:
        code = f"import sys, time\nfor _ in range(2000): {OPEN}\ntime.sleep(1)\n{OPEN}"
        run = self.python(code, self.policy, str(self.decoy))
        self.assertLess(len(run.events), 200)
        suppressed = sum(event["unmapped"]["parapet"]["suppressed"] for event in run.events)
        self.assertEqual(suppressed + len(run.events), 2001)

    def test_programs_of_the_function_have_a_smaller_bound(self) -> None:
        code = "import subprocess, sys; subprocess.run(['sh', '-c', 'for i in $(seq 50); do read x < $0; done', sys.argv[1]])"
        run = self.python(code, self.policy, str(self.decoy))
        self.assertLess(len(run.events), 15)
        self.assertGreaterEqual(len(run.events), 8)

    def test_forks_share_the_bound(self) -> None:
        code = f"import os, sys\nfor _ in range(200):\n  if os.fork() == 0: {OPEN}; os._exit(0)\nwhile True:\n  try: os.wait()\n  except ChildProcessError: break"
        run = self.python(code, self.policy, str(self.decoy))
        self.assertLess(len(run.events), 100)
        self.assertGreater(len(run.events), 60)

    def test_a_broken_pipe_kills_nobody(self) -> None:
        code = f"import signal, sys, time; signal.signal(signal.SIGPIPE, signal.SIG_DFL); time.sleep(0.3); {OPEN}; print('alive')"
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(self.decoy)], env=self.environment(self.policy),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stderr and process.stdout
        process.stderr.close()
        self.assertEqual(process.stdout.read().strip(), b"alive")
        process.stdout.close()
        process.wait()

    def test_a_full_pipe_holds_up_nobody(self) -> None:
        code = f"import sys\nfor _ in range(60): {OPEN}\nprint('done', flush=True)"
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(self.decoy)], env=self.environment(self.policy),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout and process.stderr
        self.assertEqual(process.stdout.readline().strip(), b"done")
        process.communicate()

    def test_errno_is_left_alone(self) -> None:
        code = """
import ctypes, sys
libc = ctypes.CDLL(None, use_errno=True)
ctypes.set_errno(77)
print(libc.open(sys.argv[1].encode(), 0) >= 0, ctypes.get_errno())
"""
        self.assertEqual(self.python(code, self.policy, str(self.decoy)).output.split(), ["True", "77"])


class SocketTests(HookedTestCase):
    def test_events_of_children_are_mailed_when_standard_error_is_a_socket(self) -> None:
        decoy = self.folder / "decoy"
        decoy.write_text("x")
        policy = Policy(modes={"honeypots": "alert"}, decoy_files=[str(decoy)])
        here, there = socket.socketpair()
        code = f"""
import http.client, os, subprocess, sys
{OPEN}
subprocess.run(["cat", sys.argv[1]], capture_output=True)
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
try: api.request("GET", "/2018-06-01/runtime/invocation/next")
except OSError: pass
"""
        server = socket.create_server(("127.0.0.1", 0))
        with here, there, server:
            port = server.getsockname()[1]
            subprocess.run(
                [sys.executable, "-c", code, str(decoy)], stderr=there, timeout=20, check=False,
                env=self.environment(policy, AWS_LAMBDA_RUNTIME_API=f"127.0.0.1:{port}"))
            here.setblocking(False)
            events = split_events(here.recv(1 << 20).decode())[1]
        self.assertEqual(len(events), 2)
        self.assertNotEqual(*(event["evidences"][0]["actor"]["process"]["pid"] for event in events))


if __name__ == "__main__":
    unittest.main()
