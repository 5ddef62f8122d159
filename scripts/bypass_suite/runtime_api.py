"""The part of Lambda's Runtime API that the attacked runtimes use."""

import json
import queue
import select
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORT = 9001
PREFIX = "/2018-06-01/runtime/invocation/"


class RuntimeAPI(ThreadingHTTPServer):
    """Hands out one attack at a time and keeps what came back."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", PORT), Handler)
        self.waiting: queue.Queue[dict] = queue.Queue()
        self.answers: queue.Queue[str] = queue.Queue()
        self.asked = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(BaseHTTPRequestHandler):
    """`/next` blocks until there is an attack, or for ever when its runtime is gone."""

    server: RuntimeAPI
    protocol_version = "HTTP/1.1"
    # Headers and body are two writes: without this they would wait for each other.
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        """Says nothing: standard error belongs to the attacked runtime."""

    def send_text(self, text: str, headers: dict[str, str]) -> None:
        body = text.encode()
        self.send_response(200)
        for name, value in {**headers, "Content-Length": str(len(body)), "Connection": "close"}.items():
            self.send_header(name, value)
        self.close_connection = True
        try:
            self.end_headers()
            self.wfile.write(body)
        except ConnectionError:
            return  # A runtime that reads one line and hangs up has what it wants.

    def is_abandoned(self) -> bool:
        """Whether the runtime that asked has ended since."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        try:
            return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""
        except ConnectionError:
            return True

    def do_GET(self) -> None:
        self.server.asked.set()
        attack = self.server.waiting.get()
        if self.is_abandoned():
            self.server.waiting.put(attack)
            self.close_connection = True
            return
        # Runtimes without a reader of JSON at hand ask for the text alone.
        plain = self.headers.get("Accept") == "text/plain"
        text = attack["text"] if plain else json.dumps(attack)
        self.send_text(
            text, {"Lambda-Runtime-Aws-Request-Id": attack["request"], "Attack-Kind": attack["kind"]}
        )

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length)
        if len(body) < length:
            return  # The enforcer stopped the answer on its way, and its runtime is about to end.
        self.server.answers.put(body.decode(errors="replace"))
        self.send_text("{}", {})
