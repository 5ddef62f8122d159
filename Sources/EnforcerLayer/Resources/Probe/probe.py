"""Reports what the platform allows a protected function: deploy it, invoke it once, read the JSON it returns.

It changes nothing that outlives the invocation: every probe runs in a forked child, files in /tmp are removed again,
nothing is sent anywhere, and no value of a variable, no key and no content of a file is in the result.
"""

import ctypes
import errno
import fcntl
import json
import mmap
import os
import platform
import resource
import select
import signal
import stat
import sys
import tempfile
import time
from typing import Any, Callable, Dict, List, Optional, Tuple

VERSION = 1
# A probe that hangs is killed; a function has at least three seconds for all of them.
SECONDS_PER_PROBE = 2.0
LARGEST_ANSWER = 65_536

Probe = Callable[[], Dict[str, Any]]

# Numbers of system calls that the C library has no function for, by machine. Newer ones are the same everywhere.
NUMBERS = {
    "x86_64": {"seccomp": 317, "userfaultfd": 323, "execveat": 322, "perf_event_open": 298},
    "aarch64": {"seccomp": 277, "userfaultfd": 282, "execveat": 281, "perf_event_open": 241},
}
NUMBERS_EVERYWHERE = {
    "io_uring_setup": 425, "pidfd_open": 434, "landlock_create_ruleset": 444, "landlock_restrict_self": 446,
}

PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS, PR_GET_SECCOMP = 38, 39, 21
SECCOMP_SET_MODE_FILTER = 1
SECCOMP_RET_ALLOW = 0x7FFF0000
PTRACE_TRACEME = 0
LANDLOCK_VERSION = 1
LANDLOCK_EXECUTE = 1
MFD_CLOEXEC, MFD_NOEXEC_SEAL = 1, 8
CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWPID = 0x10000000, 0x40000000, 0x20000000
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4

libc = ctypes.CDLL(None, use_errno=True)


def error_name(number: int) -> str:
    return errno.errorcode.get(number, str(number))


def outcome(result: int) -> Dict[str, Any]:
    """What a call of the C library came to: negative results carry an error."""
    if result >= 0:
        return {"works": True}
    return {"works": False, "error": error_name(ctypes.get_errno())}


def call(name: str, *arguments: Any) -> int:
    """A system call by its name."""
    number = NUMBERS_EVERYWHERE.get(name) or NUMBERS[platform.machine()][name]
    ctypes.set_errno(0)
    return libc.syscall(ctypes.c_long(number), *arguments)


def run_in_child(probe: Probe) -> Dict[str, Any]:
    """Runs a probe in a child of its own, which may die or hang without harm."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        answer_and_leave(probe, writer)
    os.close(writer)
    answer = read_answer(reader)
    os.close(reader)
    if answer is None:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if answer is None:
        return {"works": False, "error": "timeout"}
    if not answer:
        return {"works": False, "error": end_of(status)}
    return json.loads(answer)


def answer_and_leave(probe: Probe, writer: int) -> None:
    try:
        answer = probe()
    except OSError as error:
        answer = {"works": False, "error": error_name(error.errno or 0)}
    except Exception as error:  # The kind alone: a message may quote what it met.
        answer = {"works": False, "error": type(error).__name__}
    os.write(writer, json.dumps(answer).encode()[:LARGEST_ANSWER])
    os._exit(0)


def end_of(status: int) -> str:
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    return f"exit {os.WEXITSTATUS(status)}"


def read_answer(reader: int) -> Optional[bytes]:
    """All that a child writes; nothing if it does not end in time."""
    deadline = time.monotonic() + SECONDS_PER_PROBE
    answer = b""
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        piece = os.read(reader, LARGEST_ANSWER)
        if not piece:
            return answer
        answer += piece


def run_program(program: Callable[[], None]) -> Tuple[str, bytes]:
    """Forks a grandchild that turns into a program: how it ended, and what it wrote."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writer, 1)
        os.dup2(writer, 2)
        try:
            program()
        except OSError as error:
            os._exit(200 if error.errno == errno.EPERM else 201 if error.errno == errno.EACCES else 202)
        os._exit(203)
    os.close(writer)
    output = b""
    while piece := os.read(reader, 4096):
        output = (output + piece)[:LARGEST_ANSWER]
    os.close(reader)
    _, status = os.waitpid(child, 0)
    refusals = {200: "EPERM", 201: "EACCES", 202: "another error", 203: "nothing"}
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) in refusals:
        return refusals[os.WEXITSTATUS(status)], output
    return ("ran" if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0 else end_of(status)), output


# Means of the kernel that the enforcer uses where they work.


def no_new_privileges() -> Dict[str, Any]:
    before = libc.prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0)
    return {**outcome(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)), "set_before": before == 1}


class Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p)]


def seccomp_filter() -> Dict[str, Any]:
    """Installs a filter that allows everything."""
    mode = libc.prctl(PR_GET_SECCOMP, 0, 0, 0, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    allow = (ctypes.c_uint64 * 1)(0x06 | SECCOMP_RET_ALLOW << 32)
    program = Filter(1, ctypes.cast(allow, ctypes.c_void_p))
    result = outcome(call("seccomp", SECCOMP_SET_MODE_FILTER, 0, ctypes.byref(program)))
    return {**result, "mode_before": mode}


def landlock() -> Dict[str, Any]:
    version = call("landlock_create_ruleset", None, ctypes.c_size_t(0), LANDLOCK_VERSION)
    if version < 0:
        return outcome(version)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    handled = ctypes.c_uint64(LANDLOCK_EXECUTE)
    rules = call("landlock_create_ruleset", ctypes.byref(handled), ctypes.c_size_t(8), 0)
    if rules < 0:
        return {**outcome(rules), "abi": version}
    restricted = outcome(call("landlock_restrict_self", rules, 0))
    ended, _ = run_program(lambda: os.execv(sys.executable, [sys.executable, "-c", "pass"]))
    return {**restricted, "abi": version, "stops_programs": ended == "EACCES"}


def ptrace() -> Dict[str, Any]:
    libc.ptrace.restype = ctypes.c_long
    return outcome(libc.ptrace(PTRACE_TRACEME, 0, None, None))


class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


def foreign_memory() -> Dict[str, Any]:
    """Reads one byte of its own by the call that reads other processes."""
    source, target = ctypes.create_string_buffer(b"x"), ctypes.create_string_buffer(1)
    here = Vector(ctypes.cast(target, ctypes.c_void_p), 1)
    there = Vector(ctypes.cast(source, ctypes.c_void_p), 1)
    return outcome(libc.process_vm_readv(os.getpid(), ctypes.byref(here), 1, ctypes.byref(there), 1, 0))


def user_namespace() -> Dict[str, Any]:
    return outcome(libc.unshare(CLONE_NEWUSER))


def io_uring() -> Dict[str, Any]:
    return outcome(call("io_uring_setup", 1, ctypes.create_string_buffer(120)))


def userfaultfd() -> Dict[str, Any]:
    return outcome(call("userfaultfd", os.O_CLOEXEC))


def pidfd() -> Dict[str, Any]:
    return outcome(call("pidfd_open", os.getpid(), 0))


# How the library gets in and what it does there.


def text_of_libc(protection: int) -> Dict[str, Any]:
    """Makes the page of libc's execve writable, writes what stands there, and makes it executable again."""
    address = ctypes.cast(libc.execve, ctypes.c_void_p).value or 0
    page = address & ~(mmap.PAGESIZE - 1)
    writable = libc.mprotect(ctypes.c_void_p(page), mmap.PAGESIZE, protection)
    if writable < 0:
        return outcome(writable)
    ctypes.memmove(address, ctypes.string_at(address, 16), 16)
    return outcome(libc.mprotect(ctypes.c_void_p(page), mmap.PAGESIZE, PROT_READ | PROT_EXEC))


def preloading() -> Dict[str, Any]:
    """The loader complains about a library that is not there: then it reads the variable."""
    environment = {**os.environ, "LD_PRELOAD": "/nowhere/parapet-probe.so"}
    program = sys.executable
    ended, output = run_program(lambda: os.execve(program, [program, "-c", "pass"], environment))
    return {"works": b"parapet-probe.so" in output, "ended": ended}


def standard_error_from_a_child() -> Dict[str, Any]:
    """Opens the parent's standard error by /proc, as a child does that has an event to report."""
    descriptor = os.open(f"/proc/{os.getppid()}/fd/2", os.O_WRONLY | os.O_CLOEXEC)
    os.close(descriptor)
    return {"works": True}


def abstract_socket() -> Dict[str, Any]:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as receiver:
        name = f"\0parapet-probe-{os.getpid()}"
        receiver.bind(name)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.sendto(b"x", name)
    return {"works": True}


def environment_of_the_parent() -> Dict[str, Any]:
    """Whether a child reads the variables that its parent started with; only whether, never what."""
    with open(f"/proc/{os.getppid()}/environ", "rb") as variables:
        content = variables.read()
    return {"works": True, "holds_credentials": b"AWS_SECRET_ACCESS_KEY=" in content}


def memory_of_the_parent() -> Dict[str, Any]:
    os.close(os.open(f"/proc/{os.getppid()}/mem", os.O_RDONLY | os.O_CLOEXEC))
    return {"works": True}


# What an attacker would try first.


def program_in_memory(flags: int) -> Dict[str, Any]:
    libc.memfd_create.argtypes = [ctypes.c_char_p, ctypes.c_uint]
    descriptor = libc.memfd_create(b"probe", flags)
    if descriptor < 0:
        return outcome(descriptor)
    os.write(descriptor, f"#!{sys.executable}\nprint('here')\n".encode())
    ended, output = run_program(lambda: os.execve(f"/proc/self/fd/{descriptor}", ["probe"], dict(os.environ)))
    return {"works": True, "runs": ended == "ran" and b"here" in output, "ended": ended}


def program_in_tmp() -> Dict[str, Any]:
    descriptor, path = tempfile.mkstemp(prefix="parapet-probe-", dir="/tmp")
    try:
        os.write(descriptor, f"#!{sys.executable}\nprint('here')\n".encode())
        os.fchmod(descriptor, 0o700)
        os.close(descriptor)
        ended, output = run_program(lambda: os.execv(path, ["probe"]))
    finally:
        os.unlink(path)
    return {"works": ended == "ran" and b"here" in output, "ended": ended}


def library_in_tmp() -> Dict[str, Any]:
    """Maps a file of /tmp executable, which is what loading a library does."""
    descriptor, path = tempfile.mkstemp(prefix="parapet-probe-", dir="/tmp")
    try:
        os.write(descriptor, bytes(mmap.PAGESIZE))
        with mmap.mmap(descriptor, mmap.PAGESIZE, mmap.MAP_PRIVATE, PROT_READ | PROT_EXEC):
            return {"works": True}
    finally:
        os.close(descriptor)
        os.unlink(path)


def writable_code() -> Dict[str, Any]:
    """Memory that is writable and executable at once."""
    with mmap.mmap(-1, mmap.PAGESIZE, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, PROT_READ | PROT_WRITE | PROT_EXEC):
        return {"works": True}


PROBES: Dict[str, Probe] = {
    "no-new-privileges": no_new_privileges,
    "seccomp": seccomp_filter,
    "landlock": landlock,
    "ptrace": ptrace,
    "process-vm-readv": foreign_memory,
    "user-namespace": user_namespace,
    "io-uring": io_uring,
    "userfaultfd": userfaultfd,
    "pidfd": pidfd,
    "libc-text-writable": lambda: text_of_libc(PROT_READ | PROT_WRITE),
    "libc-text-writable-executable": lambda: text_of_libc(PROT_READ | PROT_WRITE | PROT_EXEC),
    "ld-preload": preloading,
    "standard-error-from-a-child": standard_error_from_a_child,
    "abstract-socket": abstract_socket,
    "environ-of-the-parent": environment_of_the_parent,
    "memory-of-the-parent": memory_of_the_parent,
    "memfd": lambda: program_in_memory(0),
    "memfd-noexec-seal": lambda: program_in_memory(MFD_NOEXEC_SEAL),
    "program-in-tmp": program_in_tmp,
    "library-in-tmp": library_in_tmp,
    "writable-code": writable_code,
}


# Facts that need no trial.


def first_line(path: str) -> Optional[str]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.readline().strip()[:200]
    except OSError:
        return None


def kind_of_descriptor(descriptor: int) -> Dict[str, Any]:
    try:
        mode = os.fstat(descriptor).st_mode
        flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
    except OSError as error:
        return {"kind": error_name(error.errno or 0)}
    tests = {
        "pipe": stat.S_ISFIFO, "socket": stat.S_ISSOCK, "file": stat.S_ISREG, "character device": stat.S_ISCHR,
    }
    kind = next((name for name, test in tests.items() if test(mode)), "other")
    return {"kind": kind, "appends": bool(flags & os.O_APPEND), "non_blocking": bool(flags & os.O_NONBLOCK)}


def folder(path: str) -> Optional[Dict[str, Any]]:
    try:
        flags = os.statvfs(path).f_flag
    except OSError:
        return None
    return {
        "writable": os.access(path, os.W_OK), "read_only": bool(flags & os.ST_RDONLY),
        "no_exec": bool(flags & os.ST_NOEXEC), "no_suid": bool(flags & os.ST_NOSUID),
    }


def mounts() -> List[Dict[str, Any]]:
    """Where file systems are mounted, of which type and with which of the flags that matter."""
    wanted = {"ro", "rw", "noexec", "nosuid", "nodev"}
    found = []
    with open("/proc/self/mountinfo", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            fields = line.split(" - ")
            before, after = fields[0].split(), fields[-1].split()
            flags = sorted(wanted.intersection(before[5].split(",")))
            found.append({"at": before[4], "type": after[0], "flags": flags})
    return found[:100]


def process_status() -> Dict[str, str]:
    wanted = {"Seccomp", "Seccomp_filters", "NoNewPrivs", "CapEff", "CapBnd", "Threads"}
    with open("/proc/self/status", encoding="utf-8") as lines:
        pairs = (line.partition(":") for line in lines)
        return {name: value.strip() for name, _, value in pairs if name in wanted}


def limits() -> Dict[str, Any]:
    names = {"processes": resource.RLIMIT_NPROC, "files": resource.RLIMIT_NOFILE, "core": resource.RLIMIT_CORE}
    result: Dict[str, Any] = {name: list(resource.getrlimit(number)) for name, number in names.items()}
    for path in ("/sys/fs/cgroup/pids.max", "/sys/fs/cgroup/pids/pids.max"):
        if (line := first_line(path)) is not None:
            result["pids_of_group"] = line
    return result


def settings_of_the_kernel() -> Dict[str, Optional[str]]:
    names = [
        "kernel/yama/ptrace_scope", "kernel/unprivileged_userns_clone", "kernel/io_uring_disabled",
        "vm/memfd_noexec", "kernel/seccomp/actions_avail", "user/max_user_namespaces",
    ]
    return {name: first_line("/proc/sys/" + name) for name in names}


def platform_facts() -> Dict[str, Any]:
    release = {}
    if os.path.exists("/etc/os-release"):
        with open("/etc/os-release", encoding="utf-8") as lines:
            release = dict(line.strip().split("=", 1) for line in lines if "=" in line)
    folders = ["/", "/tmp", "/var/tmp", "/dev/shm", "/var/task", "/opt", "/var/runtime", "/var/lang", "/run", "/mnt"]
    return {
        "kernel": platform.release(), "machine": platform.machine(),
        "c_library": os.confstr("CS_GNU_LIBC_VERSION"), "system": release.get("PRETTY_NAME", "").strip('"'),
        "python": platform.python_version(), "uid": os.getuid(), "gid": os.getgid(), "pid": os.getpid(),
        "runtime": os.environ.get("AWS_EXECUTION_ENV"), "memory": os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
        "initialization": os.environ.get("AWS_LAMBDA_INITIALIZATION_TYPE"),
        "processes_seen": sum(name.isdigit() for name in os.listdir("/proc")),
        "descriptors": {str(number): kind_of_descriptor(number) for number in range(3)},
        "folders": {path: found for path in folders if (found := folder(path)) is not None},
        "mounts": mounts(), "limits": limits(), "status": process_status(), "settings": settings_of_the_kernel(),
    }


def conclusions(probes: Dict[str, Dict[str, Any]]) -> List[str]:
    """What the results mean for the enforcer, in sentences."""

    def works(name: str) -> bool:
        return bool(probes.get(name, {}).get("works"))

    kernel = [name for name in ("landlock", "seccomp") if works(name)]
    lines = [
        "The library can be loaded by LD_PRELOAD." if works("ld-preload")
        else "LD_PRELOAD is not honoured: the enforcer does not start here.",
        "The C library's entry points can be patched." if works("libc-text-writable")
        or works("libc-text-writable-executable") else "The C library's entry points cannot be patched.",
        f"The kernel layer can use {' and '.join(kernel)}." if kernel
        else "The kernel layer is not available; the hooks work without it.",
        "Events of children can be written to the parent's standard error." if works("standard-error-from-a-child")
        else "Events of children need the abstract socket." if works("abstract-socket")
        else "Events of children have no way to the log.",
    ]
    if works("environ-of-the-parent"):
        lines.append("Children can read the variables that the function started with.")
    if probes.get("memfd", {}).get("runs"):
        lines.append("Programs in memory run unless they are stopped.")
    return lines


def handler(event: Any = None, context: Any = None) -> Dict[str, Any]:
    """The function's entry point; it takes any event and needs no permission."""
    probes = {name: run_in_child(probe) for name, probe in PROBES.items()}
    return {
        "probe": VERSION, "platform": platform_facts(), "probes": probes, "conclusions": conclusions(probes),
    }


if __name__ == "__main__":
    print(json.dumps(handler(), indent=2))
