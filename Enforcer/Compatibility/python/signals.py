"""Handlers, alarms, masks, waiting, SIGCHLD, SIGPIPE, death by signal, what exec keeps."""

import os
import signal
import subprocess
import sys
import threading
import time

received = []
for number in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGHUP, signal.SIGALRM, signal.SIGCHLD):
    signal.signal(number, lambda number, _: received.append(signal.Signals(number).name))
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR2)
signal.setitimer(signal.ITIMER_REAL, 0.01)
signal.pause()
subprocess.run(["true"])
time.sleep(0.01)
print("received:", received)

# A call that a signal interrupts is taken up again.
signal.setitimer(signal.ITIMER_REAL, 0.02)
read, write = os.pipe()
threading.Timer(0.1, os.write, [write, b"late"]).start()
print("interrupted:", os.read(read, 9), received[-1])
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
os.kill(os.getpid(), signal.SIGUSR1)
print("pending:", [number.name for number in signal.sigpending()])
print("sigwait:", signal.sigwait([signal.SIGUSR1]).name)
print("sigtimedwait:", signal.sigtimedwait([signal.SIGUSR1], 0.01))
signal.signal(signal.SIGHUP, signal.SIG_IGN)
show = "import signal as s; print(s.getsignal(s.SIGHUP), s.getsignal(s.SIGUSR2)); "
show += "print(s.pthread_sigmask(s.SIG_BLOCK, []))"
print("kept by exec:", subprocess.run([sys.executable, "-c", show], capture_output=True).stdout)

for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGPIPE):
    code = f"import os, signal; {number} == 9 or signal.signal({number}, signal.SIG_DFL); "
    code += f"os.kill(os.getpid(), {number})"
    print("death:", subprocess.run([sys.executable, "-c", code]).returncode)
pipe = subprocess.Popen(["sh", "-c", "exec seq 1 1000000"], stdout=subprocess.PIPE)
pipe.stdout.read(10)
pipe.stdout.close()
print("broken pipe:", pipe.wait())
group = subprocess.Popen(
    ["sh", "-c", "trap 'exit 3' TERM; echo; sleep 5 & wait"], stdout=subprocess.PIPE, start_new_session=True
)
group.stdout.readline()
os.killpg(group.pid, signal.SIGTERM)
print("trap:", group.wait())
try:
    signal.signal(signal.SIGKILL, lambda *_: None)
except OSError as error:
    print("SIGKILL:", error.errno)
