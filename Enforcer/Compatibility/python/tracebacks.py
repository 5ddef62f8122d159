"""Uncaught exceptions, exit codes, exit handlers, fault handler, warnings; standard error byte by byte."""

import atexit
import subprocess
import sys
import traceback
import warnings

PROGRAMS = {
    "exception": "def f(): raise ValueError('uncaught')\nf()",
    "chained": "try: 1 / 0\nexcept ZeroDivisionError as e: raise KeyError('k') from e",
    "exit": "import sys; sys.exit(5)",
    "exit text": "import sys; sys.exit('said at the end')",
    "hard exit": "import os; print('not flushed', end=''); os._exit(8)",
    "handlers": "import atexit as a; a.register(print, 'last'); a.register(print, 'first'); print('body')",
    "thread": "import threading; t = threading.Thread(target=lambda: 1 / 0, name='T'); t.start(); t.join()",
    "syntax": "def (:",
    "recursion": "import sys; sys.setrecursionlimit(60)\ndef f(): f()\nf()",
    "warning": "import warnings; warnings.warn('careful')",
    "interrupt": "raise KeyboardInterrupt",
    "module": "import no_such_module",
    "assertion": "assert 1 == 2, 'unequal'",
    "fault": "import faulthandler, os, signal; faulthandler.enable(); os.kill(os.getpid(), signal.SIGSEGV)",
    "closed output": "import sys, os; os.close(1); print('x')",
}
for label, program in PROGRAMS.items():
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    errors = run.stderr if label != "thread" else run.stderr.splitlines()[-1]
    if label == "fault":  # the rest has addresses
        errors = errors.splitlines()[0]
    print(f"{label}: {run.returncode} {run.stdout!r}\n{errors}")
try:
    raise RuntimeError("caught")
except RuntimeError:
    traceback.print_exc()
sys.stderr.write("plain text on standard error without an end of line")
sys.stderr.flush()
sys.stderr.write("\n")
warnings.warn("a warning of the program itself", stacklevel=1)
atexit.register(lambda: print("the last line"))
sys.excepthook = lambda kind, value, _: print("hook:", kind.__name__, value)
raise LookupError("ends the program")
