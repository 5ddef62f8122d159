"""A pre-forking server: loops of os.fork, nested and from threads, statuses, orphans."""

import os
import signal
import socket
import threading

statuses = []
for number in range(60):
    child = os.fork()
    if child == 0:
        os._exit(number)
    statuses.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print("sixty children:", statuses == list(range(60)))


def nested(depth: int) -> int:
    child = os.fork()
    if child == 0:
        os._exit(nested(depth - 1) + 1 if depth else 0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


print("ten generations:", nested(10))
listener = socket.create_server(("127.0.0.1", 0))
workers = []
for _ in range(4):
    child = os.fork()
    if child == 0:
        while True:
            connection, _ = listener.accept()
            with connection:
                connection.sendall(connection.recv(99).upper())
    workers.append(child)
answers = []
for number in range(40):
    with socket.create_connection(listener.getsockname()) as client:
        client.sendall(f"request {number}".encode())
        answers.append(client.recv(99).decode())
print("answers:", answers == [f"REQUEST {number}" for number in range(40)])
for worker in workers:
    os.kill(worker, signal.SIGTERM)
print("workers:", [os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]) for worker in workers])

from_threads = []


def fork_and_run(number: int) -> None:
    child = os.fork()
    if child == 0:
        os.execv("/bin/sh", ["sh", "-c", f"exit {number}"])
    from_threads.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


threads = [threading.Thread(target=fork_and_run, args=(number,)) for number in range(20)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("from threads:", sorted(from_threads) == list(range(20)))

read, write = os.pipe()
if os.fork() == 0:
    if os.fork() == 0:
        os.write(write, b"orphan")
        os._exit(0)
    os._exit(0)
os.wait()
print("orphan:", os.read(read, 6))
first, second = os.fork(), 0
if first == 0:
    signal.pause()
os.kill(first, signal.SIGSTOP)
print("stopped:", os.WIFSTOPPED(os.waitpid(first, os.WUNTRACED)[1]))
os.kill(first, signal.SIGKILL)
print("killed:", os.waitstatus_to_exitcode(os.waitpid(first, 0)[1]))
