"""libc through ctypes: callbacks, errno, variadic calls, its exec and spawn functions, raw system calls."""

import ctypes
import os
import sys

libc = ctypes.CDLL(None, use_errno=True)
named = ctypes.CDLL("libc.so.6", use_errno=True)
print("pid:", libc.getpid() == os.getpid() == named.getpid())
COMPARE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
numbers = (ctypes.c_int * 5)(4, 2, 5, 1, 3)
libc.qsort(numbers, 5, 4, COMPARE(lambda left, right: left[0] - right[0]))
print("qsort:", list(numbers))
buffer = ctypes.create_string_buffer(64)
print("snprintf:", libc.snprintf(buffer, 64, b"%d %s %.2f", 7, b"seven", ctypes.c_double(7.5)), buffer.value)
for library in (libc, named):
    print("open:", library.open(b"/nonexistent", 0), ctypes.get_errno())
    descriptor = library.open(b"/dev/null", os.O_RDONLY)
    print("opened:", descriptor, library.read(descriptor, buffer, 10), library.close(descriptor))
    library.fopen.restype = ctypes.c_void_p
    print("fopen:", library.fopen(b"/nonexistent", b"r"), ctypes.get_errno())
    stream = library.fopen(b"/dev/null", b"r")
    print("fclose:", library.fclose(ctypes.c_void_p(stream)))
    ctypes.set_errno(0)
    print("getenv:", ctypes.c_char_p(library.getenv(b"NOT_THERE")).value, ctypes.get_errno())
sys.stdout.flush()


def in_child(library, call) -> tuple:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(write, 1)
        call(library)
        os._exit(ctypes.get_errno())
    os.close(write)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    output = os.read(read, 999)
    os.close(read)
    return status, output


arguments = (ctypes.c_char_p * 4)(b"sh", b"-c", b"echo $WORD; exit 3", None)
variables = (ctypes.c_char_p * 2)(b"WORD=given", None)
missing = (ctypes.c_char_p * 2)(b"missing", None)
SYS_EXECVE = {"x86_64": 59, "aarch64": 221}[os.uname().machine]
calls = {
    "execve": lambda library: library.execve(b"/bin/sh", arguments, variables),
    "execv": lambda library: library.execv(b"/bin/sh", arguments),
    "execvp": lambda library: library.execvp(b"sh", arguments),
    "execl": lambda library: library.execl(b"/bin/sh", b"sh", b"-c", b"echo l; exit 4", None),
    "execve missing": lambda library: library.execve(b"/nonexistent", missing, variables),
    "syscall": lambda library: library.syscall(SYS_EXECVE, b"/bin/sh", arguments, variables),
    "syscall missing": lambda library: library.syscall(SYS_EXECVE, b"/nonexistent", missing, variables),
    "system": lambda library: os._exit(library.system(b"echo s; exit 5") >> 8),
}
for library in (libc, named):
    for label, call in calls.items():
        print(label, *in_child(library, call))
    child = ctypes.c_int()
    print(
        "posix_spawn:",
        library.posix_spawn(ctypes.byref(child), b"/nonexistent", None, None, missing, variables),
    )
    print(
        "posix_spawn:", library.posix_spawn(ctypes.byref(child), b"/bin/sh", None, None, arguments, variables)
    )
    print("status:", os.waitstatus_to_exitcode(os.waitpid(child.value, 0)[1]))
    print(
        "syscall:",
        library.syscall(-1),
        ctypes.get_errno(),
        library.syscall({"x86_64": 39, "aarch64": 172}[os.uname().machine]) == os.getpid(),
    )
try:
    ctypes.CDLL("/nonexistent/library.so")
except OSError as error:
    print("dlopen:", error)
try:
    libc.no_such_function
except AttributeError as error:
    print("dlsym:", "no_such_function" in str(error))
