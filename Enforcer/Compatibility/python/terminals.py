"""Pseudo-terminals: a shell in one, its size, echo, job control signals, what isatty says."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import tty

ours, theirs = pty.openpty()
print("terminal:", os.isatty(theirs), os.isatty(0), os.isatty(1))
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
print(
    "size:",
    os.get_terminal_size(theirs),
    subprocess.run(["stty", "size"], stdin=theirs, capture_output=True).stdout,
)
tty.setraw(theirs)
os.write(ours, b"raw\n")
print("raw:", os.read(theirs, 99))


def read_all(descriptor: int) -> bytes:
    """Until the other side is closed, which a terminal tells as an error."""
    output = b""
    try:
        while select.select([descriptor], [], [], 5)[0] and (data := os.read(descriptor, 4096)):
            output += data
    except OSError:
        pass
    return output


child, descriptor = pty.fork()
if child == 0:
    os.execv("/bin/sh", ["sh", "-c", "tty >/dev/null && echo in a terminal; exit 6"])
print("fork:", read_all(descriptor), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
child, descriptor = pty.fork()
if child == 0:
    os.execv("/bin/cat", ["cat"])
os.write(descriptor, b"line\n\x04")
print("cat:", read_all(descriptor), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
child, descriptor = pty.fork()
if child == 0:
    os.execv("/bin/sleep", ["sleep", "10"])
select.select([], [], [], 0.2)
os.write(descriptor, b"\x03")
print("interrupted:", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
sys.stdout.flush()
code = "import sys; print(sys.stdin.isatty(), sys.stdout.isatty(), sys.stderr.isatty())"
print(
    "none:",
    subprocess.run([sys.executable, "-c", code], capture_output=True, stdin=subprocess.DEVNULL).stdout,
)
