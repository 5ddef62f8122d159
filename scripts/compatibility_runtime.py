"""A Runtime API that has one event for everybody who asks: who got it is a function that serves."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Events(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"{}"
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
        self.send_header("Lambda-Runtime-Deadline-Ms", "4102444800000")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Nothing: the runs are what is reported."""


@contextmanager
def runtime_api() -> Iterator[str]:
    """Its address, as AWS_LAMBDA_RUNTIME_API has it."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Events)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
