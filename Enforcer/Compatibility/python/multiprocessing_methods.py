"""multiprocessing with fork, spawn and forkserver: pools, queues, pipes, locks, shared memory, exit codes."""

import multiprocessing
import os
import sys
from multiprocessing import shared_memory


def square(number: int) -> int:
    return number * number


def produce(queue) -> None:
    for number in range(1000):
        queue.put(number)
    queue.put(None)


def answer(connection) -> None:
    while (text := connection.recv()) is not None:
        connection.send(text[::-1])


def count(lock, counter) -> None:
    for _ in range(200):
        with lock:
            counter.value += 1


def fail(code: int) -> None:
    sys.exit(code)


def fill(name: str) -> None:
    block = shared_memory.SharedMemory(name=name)
    block.buf[:5] = b"hello"
    block.close()


def exercise(method: str) -> None:
    context = multiprocessing.get_context(method)
    with context.Pool(2) as pool:
        print(method, "pool:", sum(pool.map(square, range(500), chunksize=50)))
    queue = context.Queue()
    producer = context.Process(target=produce, args=(queue,))
    producer.start()
    print(method, "queue:", sum(iter(queue.get, None)))
    producer.join()
    ours, theirs = context.Pipe()
    responder = context.Process(target=answer, args=(theirs,))
    responder.start()
    for text in ("abc", "x" * 300_000):
        ours.send(text)
        print(method, "pipe:", len(ours.recv()))
    ours.send(None)
    responder.join()
    counter, lock = context.Value("i", 0), context.Lock()
    workers = [context.Process(target=count, args=(lock, counter)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(method, "counted:", counter.value)
    failing = context.Process(target=fail, args=(7,))
    failing.start()
    failing.join()
    print(method, "exit code:", failing.exitcode)
    endless = context.Process(target=answer, args=(theirs,))
    endless.start()
    endless.terminate()
    endless.join()
    print(method, "terminated:", endless.exitcode)
    block = shared_memory.SharedMemory(create=True, size=64)
    filler = context.Process(target=fill, args=(block.name,))
    filler.start()
    filler.join()
    print(method, "shared memory:", bytes(block.buf[:5]), os.path.exists(f"/dev/shm/{block.name}"))
    block.close()
    block.unlink()


if __name__ == "__main__":
    for method in multiprocessing.get_all_start_methods():
        exercise(method)
