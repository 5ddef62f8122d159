"""Descriptor numbers: which are open, the lowest free one, hundreds of them, closed and passed on."""

import array
import os
import resource
import socket
import subprocess
import sys


def opened() -> list[int]:
    """All but the one that reads the folder, which is closed by the time that it is asked for."""
    names = [name for name in os.listdir("/proc/self/fd") if os.path.lexists(f"/proc/self/fd/{name}")]
    return sorted(map(int, names))


print("at start:", opened())
print("lowest:", [os.open("/dev/null", os.O_RDONLY) for _ in range(3)])
os.closerange(3, 6)
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (min(900, hard), hard))
many = []
try:
    while True:
        many.append(os.open("/dev/null", os.O_RDONLY))
except OSError as error:
    print("exhausted:", error.errno, len(many), many[0], many[-1])
try:
    subprocess.run(["true"])
    print("started with", len(many))
except OSError as error:
    print("no child:", error.errno)
for descriptor in many:
    os.close(descriptor)
print("after:", opened(), subprocess.run(["true"]).returncode)
high = [os.dup2(0, number) for number in (100, 500, 777)]
print("high:", high, opened())
child = "import os; f = '/proc/self/fd'; "
child += "print(sorted(int(n) for n in os.listdir(f) if os.path.lexists(f'{f}/{n}')))"
for number in high:
    os.set_inheritable(number, number != 500)
for keep in (True, False):
    print("child:", subprocess.run([sys.executable, "-c", child], close_fds=keep, capture_output=True).stdout)
os.closerange(3, 900)
ours, theirs = socket.socketpair()
read, write = os.pipe()
ours.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [write]))])
_, ancillary, _, _ = theirs.recvmsg(1, socket.CMSG_LEN(4))
passed = array.array("i", ancillary[0][2])[0]
os.write(passed, b"by the passed one")
print("passed:", passed, os.read(read, 99))
saved = os.dup(2)
os.close(2)
print("without 2:", subprocess.run(["sh", "-c", "echo unseen >&2; exit 5"]).returncode, opened())
os.dup2(saved, 2)
os.close(0)
os.close(saved)
result = subprocess.run(["sh", "-c", "read line || echo nothing to read"], capture_output=True)
print("without 0:", result.returncode, result.stdout, os.open("/dev/null", os.O_RDONLY))
