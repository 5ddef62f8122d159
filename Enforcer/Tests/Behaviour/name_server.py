"""A name server that knows one address for every name, and remembers who was asked for."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from typing import Any


class NameServer:
    """Listens on 127.0.0.1:53 over UDP and TCP, which only root may; answers A with 192.0.2.7, all else with nothing."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.datagrams.bind(("127.0.0.1", 53))
        self.streams = socket.create_server(("127.0.0.1", 53))
        self.ends = threading.Event()
        self.threads = [
            threading.Thread(target=self.serve, args=(open_socket, handle), daemon=True)
            for open_socket, handle in (
                (self.datagrams, self.answer_datagram), (self.streams, self.answer_connection))
        ]

    def __enter__(self) -> NameServer:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self.ends.set()
        for thread in self.threads:
            thread.join()
        self.datagrams.close()
        self.streams.close()

    def serve(self, open_socket: socket.socket, handle: Callable[[], None]) -> None:
        # A blocked call would keep a closed socket, and its port, alive.
        open_socket.settimeout(0.05)
        while not self.ends.is_set():
            try:
                handle()
            except (OSError, IndexError):
                continue

    def answer_datagram(self) -> None:
        packet, sender = self.datagrams.recvfrom(4096)
        self.datagrams.sendto(self.answer(packet), sender)

    def answer_connection(self) -> None:
        connection, _ = self.streams.accept()
        with connection:
            packet = connection.recv(4096)
            if len(packet) > 2:
                answer = self.answer(packet[2:])
                connection.sendall(struct.pack(">H", len(answer)) + answer)

    def answer(self, packet: bytes) -> bytes:
        labels, offset = [], 12
        while packet[offset]:
            labels.append(packet[offset + 1:offset + 1 + packet[offset]].decode())
            offset += packet[offset] + 1
        self.names.append(".".join(labels).lower())
        question = packet[12:offset + 5]
        is_address = question[-4:] == b"\0\1\0\1"
        header = packet[:2] + b"\x81\x80" + struct.pack(">HHHH", 1, is_address, 0, 0)
        record = b"\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4" + bytes([192, 0, 2, 7])
        return header + question + (record if is_address else b"")
