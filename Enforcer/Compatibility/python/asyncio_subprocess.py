"""Children of asyncio: exec and shell, streams, many at once, timeouts, signals, cancellation."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE


async def main() -> None:
    child = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    payload = b"0123456789" * 200_000
    output, _ = await child.communicate(payload)
    print("cat:", child.returncode, output == payload)
    child = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 4", stdout=PIPE, stderr=PIPE)
    print("shell:", *await child.communicate(), child.returncode)

    async def numbered(number: int) -> tuple[int, bytes]:
        child = await asyncio.create_subprocess_exec("sh", "-c", f"echo {number}; exit {number}", stdout=PIPE)
        output, _ = await child.communicate()
        return child.returncode, output

    results = await asyncio.gather(*(numbered(number) for number in range(30)))
    print("thirty:", results == [(number, f"{number}\n".encode()) for number in range(30)])
    child = await asyncio.create_subprocess_exec("sleep", "10")
    try:
        await asyncio.wait_for(child.wait(), 0.1)
    except asyncio.TimeoutError:
        child.send_signal(signal.SIGTERM)
        print("timeout:", await child.wait())
    code = "import sys\nfor line in sys.stdin: print(len(line), flush=True)"
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdin=PIPE, stdout=PIPE)
    for size in (1, 10, 5000):
        child.stdin.write(b"x" * size + b"\n")
        await child.stdin.drain()
        print("line:", (await child.stdout.readline()).strip())
    child.stdin.close()
    print("ends:", await child.wait())
    try:
        await asyncio.create_subprocess_exec("no-such-program-anywhere")
    except FileNotFoundError as error:
        print("missing:", error.errno)
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel()
    print(
        "cancelled:",
        *(type(result).__name__ for result in await asyncio.gather(task, return_exceptions=True)),
    )
    print("in a thread:", await asyncio.to_thread(sum, range(1000)))
    received = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, received.set)
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.wait_for(received.wait(), 5)
    print("signal:", received.is_set())


asyncio.run(main())
