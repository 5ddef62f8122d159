"""select, poll, epoll, event and timer descriptors, signal wake-ups, sendfile, splice."""

import os
import select
import selectors
import signal
import socket
import subprocess
import tempfile

read, write = os.pipe()
print("select:", select.select([read], [write], [], 0) == ([], [write], []))
os.write(write, b"x")
print("select:", select.select([read], [], [], 1) == ([read], [], []))
poller = select.poll()
poller.register(read, select.POLLIN)
print("poll:", poller.poll(0) == [(read, select.POLLIN)])
epoll = select.epoll()
epoll.register(read, select.EPOLLIN | select.EPOLLET)
print("epoll:", epoll.poll(1) == [(read, select.EPOLLIN)], epoll.poll(0))
children = [subprocess.Popen(["sh", "-c", f"echo {n}"], stdout=subprocess.PIPE) for n in range(10)]
with selectors.DefaultSelector() as selector:
    for child in children:
        selector.register(child.stdout, selectors.EVENT_READ)
    outputs = {}
    while selector.get_map():
        for key, _ in selector.select():
            data = os.read(key.fd, 99)
            outputs[key.fd] = outputs.get(key.fd, b"") + data
            if not data:
                selector.unregister(key.fileobj)
print("selectors:", sorted(outputs.values()), [child.wait() for child in children] == [0] * 10)
if hasattr(os, "eventfd"):
    event = os.eventfd(0)
    os.eventfd_write(event, 7)
    print("eventfd:", os.eventfd_read(event))
if hasattr(os, "pidfd_open"):
    child = subprocess.Popen(["sleep", "0.05"])
    descriptor = os.pidfd_open(child.pid)
    print("pidfd:", len(select.select([descriptor], [], [], 5)[0]), child.wait())
awake, wake = socket.socketpair()
wake.setblocking(False)
signal.set_wakeup_fd(wake.fileno())
signal.signal(signal.SIGUSR1, lambda *_: None)
signal.raise_signal(signal.SIGUSR1)
print("wake-up:", awake.recv(1)[0] == signal.SIGUSR1)
signal.set_wakeup_fd(-1)
with tempfile.TemporaryFile() as source:
    source.write(b"z" * 100_000)
    source.flush()
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    print("sendfile:", os.sendfile(ours.fileno(), source.fileno(), 0, 50_000) > 0, theirs.recv(3))
    with tempfile.TemporaryFile() as target:
        print("copy_file_range:", os.copy_file_range(source.fileno(), target.fileno(), 99_999, 0))
