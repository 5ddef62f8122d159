"""TCP, UDP, Unix sockets and name look-ups of asyncio on loopback."""

import asyncio
import errno
import os
import tempfile


async def respond(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def converse(label: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    for text in (b"one\n", b"x" * 60_000 + b"\n"):
        writer.write(text)
        await writer.drain()
        print(label, (await reader.readline()) == text.upper())
    writer.close()
    await writer.wait_closed()


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport: asyncio.DatagramTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, address: tuple) -> None:
        self.transport.sendto(data[::-1], address)


class Receive(asyncio.DatagramProtocol):
    def __init__(self, received: asyncio.Future) -> None:
        self.received = received

    def datagram_received(self, data: bytes, address: tuple) -> None:
        self.received.set_result(data)


async def datagrams(loop: asyncio.AbstractEventLoop) -> None:
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    received = loop.create_future()
    there = server.get_extra_info("sockname")
    client, _ = await loop.create_datagram_endpoint(lambda: Receive(received), remote_addr=there)
    client.sendto(b"datagram")
    print("udp:", await asyncio.wait_for(received, 5))
    client.close()
    server.close()


async def main() -> None:
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(respond, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    await converse("tcp:", *await asyncio.open_connection(*address))
    connections = await asyncio.gather(*(asyncio.open_connection(*address) for _ in range(50)))
    for index, (_, writer) in enumerate(connections):
        writer.write(b"%d\n" % index)
    print(
        "fifty:", [await reader.readline() for reader, _ in connections] == [b"%d\n" % n for n in range(50)]
    )
    for _, writer in connections:
        writer.close()
    server.close()
    try:
        await asyncio.open_connection("127.0.0.1", 1)
    except OSError as error:
        print("refused:", errno.errorcode[error.errno])
    path = os.path.join(tempfile.mkdtemp(), "socket")
    local = await asyncio.start_unix_server(respond, path)
    await converse("unix:", *await asyncio.open_unix_connection(path))
    local.close()
    await datagrams(loop)
    print("look-up:", [entry[4][0] for entry in await loop.getaddrinfo("127.0.0.1", 80, type=1)])


asyncio.run(main())
