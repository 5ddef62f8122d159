"""Sockets: names, refusals and their errno, datagrams, messages, mapped addresses, timeouts, options."""

import errno
import os
import socket
import tempfile
import threading

for host in ("127.0.0.1", "::1", "localhost"):
    entries = socket.getaddrinfo(host, 80, socket.AF_UNSPEC, socket.SOCK_STREAM)
    print("look-up:", host, sorted({entry[4][0] for entry in entries}))
for host in ("", "name.invalid.", "a" * 300, "bad..name"):
    try:
        socket.getaddrinfo(host, 80, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST)
        print("numeric:", repr(host), "found")
    except (OSError, UnicodeError) as error:
        print("numeric:", repr(host[:20]), type(error).__name__, error.args[0])
listener = socket.create_server(("127.0.0.1", 0), backlog=10)
address = listener.getsockname()
plain = socket.socket()
plain.setblocking(False)
print("in progress:", errno.errorcode[plain.connect_ex(address)])
connection, _ = listener.accept()
plain.setblocking(True)
plain.sendall(b"hello")
print("received:", connection.recv(99), connection.getpeername() == plain.getsockname())
print("again:", errno.errorcode[[plain.connect_ex(address) for _ in range(2)][-1]])
with socket.socket() as other:
    print("refused:", errno.errorcode[other.connect_ex(("127.0.0.1", 1))])
with socket.socket() as other:
    other.settimeout(0.05)
    try:
        quiet = socket.create_server(("127.0.0.1", 0))
        other.connect(quiet.getsockname())
        other.recv(1)
    except TimeoutError as error:
        print("timeout:", error)
receiver, sender = socket.socket(type=socket.SOCK_DGRAM), socket.socket(type=socket.SOCK_DGRAM)
receiver.bind(("127.0.0.1", 0))
print("sendto:", sender.sendto(b"one", receiver.getsockname()), receiver.recv(99))
print("sendmsg:", sender.sendmsg([b"t", b"wo"], [], 0, receiver.getsockname()), receiver.recv(99))
sender.connect(receiver.getsockname())
print("send:", sender.send(b"three"), receiver.recvfrom(99)[0])
try:
    sender.sendto(b"x" * 70_000, receiver.getsockname())
except OSError as error:
    print("too long:", errno.errorcode[error.errno])
with socket.socket(socket.AF_INET6) as mapped:
    mapped.connect((f"::ffff:{address[0]}", address[1]))
    print("mapped:", mapped.getpeername()[0])
    listener.accept()[0].close()
path = os.path.join(tempfile.mkdtemp(), "local")
local = socket.socket(socket.AF_UNIX)
local.bind(path)
local.listen()
threading.Thread(target=lambda: local.accept()[0].sendall(b"by a path")).start()
with socket.socket(socket.AF_UNIX) as client:
    client.connect(path)
    print("unix:", client.recv(99))
abstract = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
abstract.bind("\0compatibility-" + str(os.getpid()))
with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as client:
    client.sendto(b"abstract", abstract.getsockname())
print("abstract:", abstract.recv(99))
with socket.socket(socket.AF_UNIX) as client:
    print("no such socket:", errno.errorcode[client.connect_ex("/nonexistent")])
print("reverse:", socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
print("option:", listener.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0, socket.has_ipv6)
