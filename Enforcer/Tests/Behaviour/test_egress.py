"""Hosts that a function may contact, by name and by address, whoever resolves the names."""

from __future__ import annotations

import os
import subprocess
import sys
import unittest

from hooked import HookedTestCase, Run
from name_server import NameServer
from policy_encoder import Policy

CONNECT = """
import errno, socket, sys
for target in sys.argv[1:]:
    kind, host, port = target.split("|")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    s = socket.socket(family, socket.SOCK_DGRAM if kind in ("sendto", "sendmsg") else socket.SOCK_STREAM)
    s.setblocking(False)
    try:
        if kind == "connect": s.connect((host, int(port)))
        if kind == "sendto": s.sendto(b"x", (host, int(port)))
        if kind == "sendmsg": s.sendmsg([b"x"], [], 0, (host, int(port)))
        print("done")
    except OSError as error:
        print("denied" if error.errno == errno.EACCES else "passed")
"""
LOOK_UP = """
import socket, sys
def attempt(function, *arguments):
    try: function(*arguments); return "passed"
    except socket.gaierror as error: return "denied" if error.errno == socket.EAI_FAIL else "passed"
    except socket.herror as error: return "denied" if error.errno == 3 else "passed"
for name in sys.argv[1:]:
    print(attempt(socket.getaddrinfo, name, 443), attempt(socket.gethostbyname, name), attempt(socket.gethostbyname_ex, name))
"""
MAPPED = bytes(10) + b"\xff\xff"


class AddressTests(HookedTestCase):
    def connect(self, mode: str, *targets: str, **fields: object) -> Run:
        return self.python(CONNECT, Policy(modes={"egress": mode}, **fields), *targets)

    def test_unlisted_addresses_are_denied(self) -> None:
        run = self.connect(
            "block", "connect|192.0.2.1|443", "connect|::ffff:192.0.2.1|443", "connect|2001:db8::1|443",
            "sendto|192.0.2.1|9", "sendmsg|192.0.2.1|9", "connect|192.0.2.1|53")
        self.assertEqual(run.output.split(), ["denied"] * 6)
        self.assertEqual(run.reasons(), ["address"] * 6)
        endpoint = run.events[1]["evidences"][0]["dst_endpoint"]
        self.assertEqual((endpoint["ip"], endpoint["port"]), ("192.0.2.1", 443))

    def test_alert_only_tells(self) -> None:
        run = self.connect("alert", "connect|192.0.2.1|443", "sendto|192.0.2.1|9")
        self.assertNotIn("denied", run.output)
        self.assertEqual(run.decisions(), {"alerted"})
        self.assertEqual(len(run.events), 2)

    def test_listed_networks_pass_on_their_ports(self) -> None:
        networks = [(MAPPED + bytes([192, 0, 2, 0]), 120, 443), (bytes([0x20, 1, 0xd, 0xb8]) + bytes(12), 32, 0)]
        run = self.connect(
            "block", "connect|192.0.2.1|443", "connect|192.0.2.1|80", "connect|192.0.3.1|443",
            "connect|2001:db8::1|80", networks=networks)
        self.assertEqual(run.output.split(), "passed denied denied passed".split())

    def test_this_machine_and_the_platform_pass(self) -> None:
        run = self.connect(
            "block", "connect|127.0.0.1|9", "connect|::1|9", "connect|::ffff:127.0.0.1|9", "sendto|127.0.0.1|9",
            "connect|169.254.169.254|80")
        self.assertNotIn("denied", run.output)
        self.assertEqual(run.events, [])

    def test_other_families_are_nobodys_business(self) -> None:
        code = """
import socket
a, b = socket.socketpair(); a.sendall(b"x"); print(b.recv(1))
socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).bind((0, 0))
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).getsockname()
"""
        run = self.python(code, Policy(modes={"egress": "block"}))
        self.assertEqual((run.status, run.output.strip(), run.events), (0, "b'x'", []), run.errors)

    def test_the_generic_system_call_is_judged(self) -> None:
        code = """
import ctypes, socket, struct
libc = ctypes.CDLL(None, use_errno=True)
s = socket.socket()
address = struct.pack("<H", 2) + struct.pack(">H", 443) + socket.inet_aton("192.0.2.1") + bytes(8)
print(libc.syscall(42, s.fileno(), address, 16), ctypes.get_errno())
"""
        self.assertEqual(self.python(code, Policy(modes={"egress": "block"})).output.split(), ["-1", "13"])

    def test_learning_tells_each_host_once(self) -> None:
        run = self.python(LOOK_UP, Policy(flags=("learn",)), "a.invalid", "b.invalid", "a.invalid")
        self.assertEqual([event["evidences"][0]["dst_endpoint"]["hostname"] for event in run.events], ["a.invalid", "b.invalid"])
        run = self.connect("off", "connect|192.0.2.1|443", "connect|192.0.2.1|443", flags=("learn",))
        self.assertEqual(run.decisions(), {"observed"})
        self.assertEqual(len(run.events), 1)


class NameTests(HookedTestCase):
    def test_unlisted_names_are_denied_before_they_are_asked_for(self) -> None:
        run = self.python(LOOK_UP, Policy(modes={"egress": "block"}), "Evil.Example.", "0abc.de")
        self.assertEqual(run.output.split(), ["denied"] * 6)
        self.assertEqual(run.reasons(), ["host"] * 6)
        self.assertEqual(run.events[0]["evidences"][0]["dst_endpoint"]["hostname"], "evil.example")

    def test_own_names_and_addresses_pass(self) -> None:
        run = self.python(
            LOOK_UP, Policy(modes={"egress": "block"}), "localhost", "127.0.0.1", "::1", os.uname().nodename)
        self.assertNotIn("denied", run.output)
        self.assertEqual(run.events, [])

    def test_a_reused_descriptor_is_no_way_to_a_name_server(self) -> None:
        code = """
import ctypes, socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.connect(("127.0.0.1", 53))
ctypes.CDLL(None).syscall(3, s.detach())
a, b = socket.socketpair()
print(a.send(b"x"), b.send(b"y"))
"""
        run = self.python(code, Policy(modes={"egress": "block"}))
        self.assertEqual((run.output.split(), run.events), (["1", "1"], []), run.errors)

    def test_listed_names_pass(self) -> None:
        policy = Policy(modes={"egress": "block"}, hosts=[("*.example.invalid", 443)])
        run = self.python(LOOK_UP, policy, "api.Example.invalid", "example.invalid")
        self.assertEqual(run.output.splitlines(), ["passed passed passed", "denied denied denied"])

    def test_other_runtimes_are_denied(self) -> None:
        policy = Policy(modes={"egress": "block"})
        java = self.folder / "Look.java"
        java.write_text(
            'class Look { public static void main(String[] a) throws Exception {'
            ' try { java.net.InetAddress.getByName("evil.example"); } catch (java.net.UnknownHostException e) {'
            ' System.out.println("denied"); } } }')
        subprocess.run(["javac", "-d", self.folder, java], check=True)
        for program in (
            ["node", "-e", "require('dns').lookup('evil.example', (e) => console.log(e ? 'denied' : 'passed'))"],
            ["ruby", "-rsocket", "-e", "begin; Socket.tcp('evil.example', 1); rescue SocketError; puts 'denied'; end"],
            ["java", "-cp", str(self.folder), "Look"],
        ):
            with self.subTest(program[0]):
                run = self.run_hooked(program, policy)
                self.assertEqual(run.output.strip(), "denied", run.errors)
                self.assertEqual(set(run.reasons()), {"host"})


@unittest.skipUnless(os.geteuid() == 0, "only root may listen on port 53")
class ResolverTests(HookedTestCase):
    """Names that are resolved for real: by the C library, and by programs that ask themselves."""

    POLICY = Policy(modes={"egress": "block"}, hosts=[("api.example.com", 443)])

    def run_with_name_server(self, *arguments: str) -> tuple[Run, list[str]]:
        resolver = self.folder / "resolv.conf"
        resolver.write_text("nameserver 127.0.0.1\n")
        mount = 'mount --bind "$0" /etc/resolv.conf && LD_PRELOAD=$1 && export LD_PRELOAD && shift && exec "$@"'
        environment = self.environment(self.POLICY)
        library = environment.pop("LD_PRELOAD")
        with NameServer() as server:
            done = subprocess.run(
                ["unshare", "--mount", "sh", "-c", mount, str(resolver), library, *arguments], env=environment,
                capture_output=True, text=True, timeout=60, check=False)
        from hooked import split_events

        errors, events = split_events(done.stderr)
        return Run(done.returncode, done.stdout, errors, events), server.names

    def test_the_addresses_of_a_listed_name_may_be_contacted_on_its_port(self) -> None:
        for look_up in ("socket.getaddrinfo('api.example.com', 443)", "socket.gethostbyname('api.example.com')"):
            with self.subTest(look_up):
                code = f"import socket\n{look_up}\n" + CONNECT
                run, names = self.run_with_name_server(
                    sys.executable, "-c", code, "connect|192.0.2.7|443", "connect|192.0.2.7|25", "connect|192.0.2.8|443")
                self.assertEqual(run.output.split(), "passed denied denied".split(), run.errors)
                self.assertIn("api.example.com", names)

    def test_what_one_fork_learns_the_others_know(self) -> None:
        code = "import os, socket\nif os.fork() == 0: socket.getaddrinfo('api.example.com', 443); os._exit(0)\nos.wait()\n" + CONNECT
        run, _ = self.run_with_name_server(sys.executable, "-c", code, "connect|192.0.2.7|443")
        self.assertEqual(run.output.split(), ["passed"], run.errors)

    def test_a_resolver_of_its_own_is_judged_and_learnt_from(self) -> None:
        code = """
const dns = require("dns"), net = require("net");
dns.resolve4("api.example.com", (error, found) => {
  console.log(error ? error.code : found[0]);
  const socket = net.connect(443, "192.0.2.7");
  socket.on("error", (e) => console.log(e.code === "EACCES" ? "denied" : "passed"));
  setTimeout(() => { console.log("passed"); socket.destroy(); next() }, 300).unref;
});
const next = () => dns.resolve4("secret.evil.example", (error) => {
  console.log(error ? "refused" : "answered");
  net.connect(443, "192.0.2.8").on("error", (e) => { console.log(e.code === "EACCES" ? "denied" : "passed"); process.exit() });
});
"""
        run, names = self.run_with_name_server("node", "-e", code)
        lines = run.output.split()
        self.assertEqual((lines[0], lines[-2], lines[-1]), ("192.0.2.7", "refused", "denied"), run.output + run.errors)
        self.assertNotIn("denied", lines[:-1])
        self.assertEqual(set(names), {"api.example.com"})
        self.assertEqual(set(run.reasons()), {"host", "address"})

    def test_port_53_takes_questions_only(self) -> None:
        code = """
import socket
s = socket.create_connection(("127.0.0.1", 53))
try: s.sendall(b"secret data that is no question")
except OSError as error: print(error.errno)
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
try: u.sendto(b"secret data that is no question", ("127.0.0.1", 53))
except OSError as error: print(error.errno)
"""
        run, names = self.run_with_name_server(sys.executable, "-c", code)
        self.assertEqual(run.output.split(), ["13", "13"], run.errors)
        self.assertEqual(names, [])


if __name__ == "__main__":
    unittest.main()
