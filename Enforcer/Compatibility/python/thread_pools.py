"""Thread and process pools that start children at the same time, with exceptions and cancellation."""

import concurrent.futures
import subprocess
import sys
import threading


def run(number: int) -> tuple[int, bytes]:
    command = ["sh", "-c", f"echo {number}; exit {number % 7}"]
    result = subprocess.run(command, stdout=subprocess.PIPE)
    return result.returncode, result.stdout


def expected(number: int) -> tuple[int, bytes]:
    return number % 7, f"{number}\n".encode()


def fails(number: int) -> float:
    return 1 / number


def main() -> None:
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        results = list(pool.map(run, range(120)))
    print("children of threads:", results == [expected(number) for number in range(120)])
    with concurrent.futures.ProcessPoolExecutor(3) as pool:
        print("processes:", list(pool.map(run, range(9))))
        future = pool.submit(fails, 0)
        print("exception:", type(future.exception()).__name__, future.exception())
        done, _ = concurrent.futures.wait([pool.submit(fails, number) for number in (1, 2, 4)])
        print("waited:", sorted(future.result() for future in done))
    barrier, total, lock = threading.Barrier(8), [0], threading.Lock()

    def work() -> None:
        barrier.wait()
        for _ in range(1000):
            with lock:
                total[0] += 1

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("counted:", total[0])
    local = threading.local()
    local.value = "main"
    seen = []
    other = threading.Thread(target=lambda: seen.append(hasattr(local, "value")))
    other.start()
    other.join()
    print("thread local:", seen)
    timer = threading.Timer(0.01, seen.append, ["timer"])
    timer.start()
    timer.join()
    print(seen, threading.active_count())
    print("recursion:", sys.getrecursionlimit())


if __name__ == "__main__":
    main()
