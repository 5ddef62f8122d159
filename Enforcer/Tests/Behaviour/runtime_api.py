"""A Runtime API that hands out a few events and takes what is answered."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class RuntimeAPI(ThreadingHTTPServer):
    """Serves on a port of its own; `answers` are the bodies that came back, by request."""

    daemon_threads = True

    def __init__(self, requests: list[str]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests = list(requests)
        self.answers: dict[str, bytes] = {}
        self.finished = threading.Event()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: Any) -> None:
        """Clients that hang up are no error of the test."""

    def __enter__(self) -> RuntimeAPI:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: Any) -> None:
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: RuntimeAPI

    def do_GET(self) -> None:
        if not self.server.requests:
            # The platform would freeze the function here; a test wants it to end.
            return self.answer(410, b"")
        self.answer(200, b'{"Lambda-Runtime-Aws-Request-Id": "forged"}', self.server.requests.pop(0))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.answers[self.path.split("/")[-2]] = body
        self.answer(202, b"{}")

    def answer(self, status: int, body: bytes, request: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if request:
            self.send_header("Lambda-Runtime-Aws-Request-Id", request)
            self.send_header("Lambda-Runtime-Deadline-Ms", "4102444800000")
            self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:f")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass
