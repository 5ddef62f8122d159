"""HTTP servers and clients of the standard library: kept connections, uploads, errors, HTTPS."""

import http.client
import http.server
import json
import os
import ssl
import threading
import urllib.error
import urllib.request
from pathlib import Path

TLS = Path(os.environ["COMPATIBILITY_TLS"])


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.answer(404 if self.path == "/missing" else 200, json.dumps({"path": self.path}).encode())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(200, str(len(body)).encode())

    def log_message(self, *arguments: object) -> None:
        """Nothing: it would print times."""


def start(secure: bool) -> int:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(TLS / "certificate.pem", TLS / "key.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


port, secure_port = start(False), start(True)
connection = http.client.HTTPConnection("127.0.0.1", port)
for path in ("/a", "/b?c=d", "/missing"):
    connection.request("GET", path)
    response = connection.getresponse()
    print(response.status, response.reason, response.read())
connection.request("POST", "/upload", body=b"x" * 2_000_000)
print("upload:", connection.getresponse().read())
try:
    urllib.request.urlopen(f"http://127.0.0.1:{port}/missing")
except urllib.error.HTTPError as error:
    print("urllib:", error.code, error.read())
trusting = ssl.create_default_context(cafile=TLS / "certificate.pem")
print("https:", urllib.request.urlopen(f"https://localhost:{secure_port}/s", context=trusting).read())
try:
    urllib.request.urlopen(f"https://localhost:{secure_port}/s")
except urllib.error.URLError as error:
    print("https refused:", type(error.reason).__name__)
try:
    urllib.request.urlopen("http://127.0.0.1:1/")
except urllib.error.URLError as error:
    print("closed port:", error.reason)
