"""Options of Popen: descriptors kept and closed, hooks before exec, sessions, groups, masks, timeouts."""

import os
import resource
import signal
import subprocess
import sys

LIST = "import os; f = '/proc/self/fd'; "
LIST += "print(sorted(int(n) for n in os.listdir(f) if os.path.lexists(f'{f}/{n}')))"


def output(*arguments: str, **options: object) -> str:
    return subprocess.run(arguments, capture_output=True, text=True, **options).stdout.strip()


read, write = os.pipe()
os.set_inheritable(write, True)
print("close_fds:", output(sys.executable, "-c", LIST))
print("close_fds=False:", output(sys.executable, "-c", LIST, close_fds=False))
print("pass_fds:", output(sys.executable, "-c", LIST, pass_fds=[read]))
subprocess.run(["sh", "-c", f"echo through the pipe >&{write}"], pass_fds=[write])
print("passed:", os.read(read, 99))

print("preexec_fn:", output("sh", "-c", "umask", preexec_fn=lambda: os.umask(0o027)))
limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
print("limit:", output("sh", "-c", "ulimit -n", preexec_fn=limit))
session = "import os; print(os.getsid(0) == os.getpid(), os.getpgrp() == os.getpid())"
print("start_new_session:", output(sys.executable, "-c", session, start_new_session=True))
print("same session:", output(sys.executable, "-c", session))
if sys.version_info >= (3, 11):
    print("process_group:", output(sys.executable, "-c", session, process_group=0))
print("umask:", output("sh", "-c", "umask", umask=0o077))
print("executable:", output("not the name", "-c", "echo $0", executable="/bin/sh"))
print("shell:", output("echo $((6 * 7)) | tr 4 5", shell=True))

try:
    subprocess.run(["sleep", "10"], timeout=0.2)
except subprocess.TimeoutExpired as error:
    print("timeout:", error.cmd, round(error.timeout, 1))
sleeper = subprocess.Popen(["sleep", "10"])
print("poll:", sleeper.poll())
for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGINT):
    sleeper = sleeper if sleeper.returncode is None else subprocess.Popen(["sleep", "10"])
    sleeper.send_signal(number)
    print("ended by signal:", sleeper.wait())

# What a child inherits of signals: Python restores SIGPIPE unless told otherwise.
status = (
    "print([line.split()[1] for line in open('/proc/self/status') if line.startswith(('SigIgn', 'SigBlk'))])"
)
for restore in (True, False):
    print("signals:", output(sys.executable, "-c", status, restore_signals=restore))
try:
    subprocess.run(["true"], preexec_fn=lambda: 1 / 0)
except subprocess.SubprocessError as error:
    print("failing hook:", error)
