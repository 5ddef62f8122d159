"""Limits of files, sizes, CPU and address space; priorities; usage of children."""

import os
import resource
import signal
import subprocess
import sys
import tempfile


def ended(code: str) -> tuple[int, bytes]:
    result = subprocess.run([sys.executable, "-c", code], capture_output=True)
    return result.returncode, result.stdout


IMPORT = "import os, resource as r, signal, sys, tempfile\n"
print(
    ended(IMPORT + "r.setrlimit(r.RLIMIT_CPU, (1, 1))\nwhile True: pass")[0]
    in (-signal.SIGXCPU, -signal.SIGKILL)
)
size = "r.setrlimit(r.RLIMIT_FSIZE, (1000, 1000))\nf = tempfile.TemporaryFile()\n"
print(
    "size:",
    ended(IMPORT + size + "try: f.write(b'x' * 2000); f.flush()\nexcept OSError as e: print(e.errno)"),
)
space = "r.setrlimit(r.RLIMIT_AS, (1 << 29, 1 << 29))\n"
space += "try: b'x' * (1 << 30)\nexcept MemoryError: print('none left')"
print("address space:", ended(IMPORT + space))
print("core:", ended(IMPORT + "r.setrlimit(r.RLIMIT_CORE, (0, 0)); os.abort()"))
print(
    "stack:",
    ended(IMPORT + "r.setrlimit(r.RLIMIT_STACK, (1 << 20, 1 << 20)); print(r.getrlimit(r.RLIMIT_STACK))"),
)
few = "r.setrlimit(r.RLIMIT_NOFILE, (8, 8))\nimport subprocess\n"
few += "try: print(subprocess.run(['true']).returncode)\nexcept OSError as e: print(e.errno)"
print("few descriptors:", ended(IMPORT + few))
for name in ("RLIMIT_NOFILE", "RLIMIT_STACK", "RLIMIT_CORE", "RLIMIT_FSIZE"):
    print(name, resource.getrlimit(getattr(resource, name)))
print("nice:", os.nice(0), subprocess.run(["nice", "-n", "5", "nice"], capture_output=True).stdout)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print("children used CPU:", usage.ru_utime > 0.5)
print(
    "clock:",
    os.sysconf("SC_CLK_TCK"),
    os.sysconf("SC_PAGE_SIZE"),
    len(os.sched_getaffinity(0)) == os.cpu_count(),
)
if os.geteuid() != 0:
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (1 << 20, 1 << 30))
    except (OSError, ValueError) as error:
        print("not allowed:", type(error).__name__)
