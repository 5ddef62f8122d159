"""Who waits outside of the policy: servers on other addresses and a resolver, which count what they hear."""

import socket
import threading
import time
from dataclasses import dataclass, field

ADDRESSES = {
    "evil.example": "203.0.113.10",
    "allowed.example": "203.0.113.20",
    "resolver.example": "203.0.113.53",
}
WORD = b"exfiltrated"
PORTS = (443, 8443)


@dataclass
class Listeners:
    """Counts the words that arrived; a connection without a word does not count."""

    received: int = 0
    # Connections that are being read.
    pending: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, data: bytes) -> None:
        if WORD in data:
            with self.lock:
                self.received += 1

    def change_pending(self, by: int) -> None:
        with self.lock:
            self.pending += by

    def settle(self, limit: float) -> None:
        """Waits until whoever connected has said what there is to say, at most `limit` seconds."""
        deadline = time.monotonic() + limit
        while self.pending > 0 and time.monotonic() < deadline:
            time.sleep(0.005)

    def take(self) -> int:
        with self.lock:
            count, self.received = self.received, 0
        return count


def serve_stream(listener: socket.socket, listeners: Listeners) -> None:
    while True:
        connection, _ = listener.accept()
        connection.settimeout(2)
        listeners.change_pending(1)
        threading.Thread(target=read_connection, args=(connection, listeners), daemon=True).start()


def read_connection(connection: socket.socket, listeners: Listeners) -> None:
    with connection:
        try:
            listeners.note(connection.recv(4096))
        except OSError:
            pass  # Nothing came, so nothing was carried out.
    listeners.change_pending(-1)


def serve_datagrams(listener: socket.socket, listeners: Listeners, addresses: dict[str, str]) -> None:
    while True:
        data, sender = listener.recvfrom(4096)
        listeners.note(data)
        answer = answer_question(data, addresses) if listener.getsockname()[1] == 53 else None
        if answer is not None:
            listener.sendto(answer, sender)


def name_of(question: bytes) -> tuple[str, int]:
    """The name asked for and where it ends."""
    labels, position = [], 12
    while position < len(question) and question[position]:
        length = question[position]
        labels.append(question[position + 1 : position + 1 + length].decode("latin-1"))
        position += 1 + length
    return ".".join(labels).lower(), position + 1


def answer_question(question: bytes, addresses: dict[str, str]) -> bytes | None:
    if len(question) < 17:
        return None
    name, end = name_of(question)
    kind = int.from_bytes(question[end : end + 2], "big")
    address = addresses.get(name) if kind == 1 else None
    answer = b"\xc0\x0c\0\x01\0\x01\0\0\0\x3c\0\x04" + socket.inet_aton(address) if address else b""
    code = 0x80 if name in addresses else 0x83
    counts = b"\0\x01" + (b"\0\x01" if answer else b"\0\0") + b"\0\0\0\0"
    return question[:2] + b"\x81" + bytes([code]) + counts + question[12 : end + 4] + answer


def start_listeners() -> Listeners:
    listeners = Listeners()
    for address in ADDRESSES.values():
        for port in (*PORTS, 53):
            stream = socket.create_server((address, port), backlog=16)
            datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            datagrams.bind((address, port))
            threading.Thread(target=serve_stream, args=(stream, listeners), daemon=True).start()
            threading.Thread(
                target=serve_datagrams, args=(datagrams, listeners, ADDRESSES), daemon=True
            ).start()
    return listeners
