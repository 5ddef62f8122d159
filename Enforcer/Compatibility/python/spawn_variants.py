"""Every way of the os module to start a program: exec, spawn, posix_spawn, popen, system."""

import os
import signal
import sys

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "WORD": "given"}
sys.stdout.flush()


def in_child(start) -> int:
    """What a forked child that becomes another program ends with."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            start()
        finally:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


show = "echo $0 $1 ${WORD-unset}"
print(in_child(lambda: os.execl("/bin/sh", "sh", "-c", show, "execl", "a")))
print(in_child(lambda: os.execle("/bin/sh", "sh", "-c", show, "execle", "b", ENVIRONMENT)))
print(in_child(lambda: os.execlp("sh", "sh", "-c", show, "execlp", "c")))
print(in_child(lambda: os.execlpe("sh", "sh", "-c", show, "execlpe", "d", ENVIRONMENT)))
print(in_child(lambda: os.execv("/bin/sh", ["sh", "-c", show, "execv", "e"])))
print(in_child(lambda: os.execve("/bin/sh", ["sh", "-c", show, "execve", "f"], ENVIRONMENT)))
print(in_child(lambda: os.execvp("sh", ["sh", "-c", show, "execvp", "g"])))
print(in_child(lambda: os.execvpe("sh", ["sh", "-c", show, "execvpe", "h"], ENVIRONMENT)))
descriptor = os.open("/bin/sh", os.O_RDONLY)
print(in_child(lambda: os.execve(descriptor, ["sh", "-c", show, "fexecve", "i"], ENVIRONMENT)))
os.close(descriptor)
print(in_child(lambda: os.execve("/bin/sh", ["sh", "-c", show, "empty"], {})))

print(os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 4"]))
print(os.spawnvpe(os.P_WAIT, "sh", ["sh", "-c", "exit 5"], ENVIRONMENT))
child = os.spawnl(os.P_NOWAIT, "/bin/sleep", "sleep", "0")
print(os.waitpid(child, 0)[1])

read, write = os.pipe()
actions = [(os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_CLOSE, read)]
actions.append((os.POSIX_SPAWN_OPEN, 0, "/etc/hostname", os.O_RDONLY, 0))
child = os.posix_spawn(
    "/bin/sh", ["sh", "-c", "cat >/dev/null && echo $WORD"], ENVIRONMENT, file_actions=actions
)
print(os.waitpid(child, 0)[1], os.read(read, 99))
options = {"setpgroup": 0, "setsigmask": [signal.SIGUSR1], "setsigdef": [signal.SIGPIPE]}
child = os.posix_spawnp("sh", ["sh", "-c", "kill -TERM $$"], ENVIRONMENT, **options)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))

with os.popen("echo popen; exit 3") as stream:
    print(stream.read().strip(), end=" ")
    print(stream.close())
with os.popen("cat >/dev/null", "w") as stream:
    stream.write("x" * 1_000_000)
print("system:", os.system("true"), os.waitstatus_to_exitcode(os.system("exit 12")))
sys.stdout.flush()
os.execvp("sh", ["sh", "-c", "echo the process itself becomes $0", "another"])
