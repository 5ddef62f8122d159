"""An HTTPS server on 127.0.0.1 that misbehaves as its paths say: /KIND/KEY/NAME, one KEY for each test.

Writes `ca.pem` and `log.jsonl` into the folder it is given, prints its ports as one line of JSON, and ends when
its standard input does.
"""

import base64
import datetime
import hashlib
import io
import ipaddress
import json
import ssl
import sys
import threading
import time
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

FOLDER = Path(sys.argv[1])
CONTENT = bytes(range(256)) * 400
CHANGED = CONTENT[::-1] + b"more"
LOCK = threading.Lock()
COUNTS = {}


def crc32c(data):
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ (0x82F63B78 if value & 1 else 0)
    return (value ^ 0xFFFFFFFF).to_bytes(4, "big")


def encoded(digest):
    return base64.b64encode(digest).decode()


CRC = {content: encoded(crc32c(content)) for content in (CONTENT, CHANGED)}


def certificate(name, alternatives, issuer=None):
    """A key and certificate, signed by the issuer or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer[1].subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if alternatives:
        builder = builder.add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
    return key, builder.sign(issuer[0] if issuer else key, hashes.SHA256())


def write(path, pair, with_key=True):
    key, made = pair
    text = made.public_bytes(serialization.Encoding.PEM)
    if with_key:
        text += key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    path.write_bytes(text)
    return path


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.close_connection = True
        kind, key = self.path.split("/")[1:3]
        with LOCK:
            COUNTS[key] = COUNTS.get(key, 0) + 1
            self.number = COUNTS[key]
            names = ("Range", "If-Range", "If-None-Match", "If-Modified-Since")
            entry = {"key": key, "number": self.number} | {
                name: self.headers[name] for name in names if self.headers[name]
            }
            with (FOLDER / "log.jsonl").open("a") as log:
                log.write(json.dumps(entry) + "\n")
        getattr(self, kind.replace("-", "_"))()

    def answer(self, status, headers, body=b"", length=None):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if length is not False:
            self.send_header("Content-Length", str(len(body) if length is None else length))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def file(self, content=CONTENT, tag='"one"', digest=None, cut=False, extra=None):
        """As a store does it: conditions, ranges, digests; `cut` breaks off in the middle of what is left."""
        digest = digest or f"crc32c={CRC[content]},md5={encoded(hashlib.md5(content).digest())}"
        headers = {"ETag": tag, "x-goog-hash": digest} | (extra or {})
        if self.headers["If-None-Match"] == tag:
            return self.answer(304, {"ETag": tag}, length=False)
        start, asked = 0, self.headers["Range"]
        if asked and self.headers["If-Range"] == tag:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        body = content[start:]
        sent = body[: len(body) // 2] if cut else body
        return self.answer(206 if start else 200, headers, sent, length=len(body))

    def ok(self):
        self.file()

    def cut(self):
        self.file(cut=self.number == 1)

    def always_cut(self):
        self.file(cut=True)

    def changing(self):
        if self.number == 1:
            return self.file(cut=True)
        return self.file(CHANGED, tag='"two"')

    def updated(self):
        return self.file() if self.number == 1 else self.file(CHANGED, tag='"two"')

    def weak(self):
        self.file(tag='W/"one"', cut=self.number == 1)

    def lying(self):
        self.file(digest="md5=" + encoded(b"0" * 16))

    def lying_crc(self):
        self.file(digest="crc32c=AAAAAA==")

    def crc_only(self):
        self.file(digest="crc32c=" + CRC[CONTENT])

    def transcoded(self):
        self.file(digest="md5=" + encoded(b"0" * 16), extra={"x-goog-stored-content-encoding": "gzip"})

    def no_ranges(self):
        if self.number == 1:
            return self.file(cut=True)
        return self.answer(200, {"ETag": '"one"'}, CONTENT)

    def wrong_range(self):
        if self.headers["Range"]:
            return self.answer(206, {"ETag": '"one"', "Content-Range": "bytes 7-9/10"}, b"abc")
        return self.file(cut=True)

    def no_such_range(self):
        if self.headers["Range"]:
            return self.answer(416, {}, b"<Error>" + b"x" * 10_000)
        return self.file(cut=self.number == 1)

    def faulty(self):
        return self.answer(503, {}, b"later") if self.number <= 2 else self.file()

    def by_date(self):
        day = "Mon, 30 Nov 2026 08:00:00 GMT"
        if self.headers["If-Modified-Since"] == day:
            return self.answer(304, {}, length=False)
        return self.answer(200, {"Last-Modified": day}, CONTENT)

    def empty(self):
        self.answer(200, {"ETag": '"none"'})

    def osv(self):
        """`/osv/KEY/ECOSYSTEM/all.zip`: an archive with one advisory; none of Go in a KEY with `partial`."""
        ecosystem = self.path.split("/")[3]
        if ecosystem == "Go" and "partial" in self.path:
            return self.missing()
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as writer:
            name = f"TEST-{ecosystem}"
            affected = {
                "package": {"ecosystem": ecosystem, "name": "group:name" if ecosystem == "Maven" else "name"},
                "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0.0"}]}],
            }
            advisory = {"schema_version": "1.6.0", "id": name, "modified": "2026-11-01T00:00:00Z"}
            entry = zipfile.ZipInfo(f"{name}.json", (2026, 11, 1, 0, 0, 0))
            writer.writestr(entry, json.dumps(advisory | {"summary": "A test", "affected": [affected]}))
        content = archive.getvalue()
        CRC[content] = encoded(crc32c(content))
        self.file(content, tag=f'"{hashlib.md5(content).hexdigest()}"')

    def missing(self):
        self.answer(404, {}, b"<Error>NoSuchKey</Error>")

    def redirect(self):
        self.answer(302, {"Location": self.path.replace("/redirect/", "/ok/")}, b"over there")

    def redirect_http(self):
        port = self.server.server_address[1]
        self.answer(302, {"Location": f"http://127.0.0.1:{port}/ok/x/y"})

    def redirect_file(self):
        self.answer(302, {"Location": "file:///etc/passwd"})

    def loop(self):
        self.answer(302, {"Location": self.path})

    def large(self):
        self.answer(200, {}, b"x" * 1000, length=1 << 40)

    def endless(self):
        self.answer(200, {}, b"", length=False)
        try:
            for _ in range(10_000):
                self.wfile.write(b"x" * 10_000)
        except OSError:
            pass

    def slow(self):
        self.answer(200, {"ETag": '"slow"'}, b"x" * 100, length=1000)
        time.sleep(20)


def serve(context):
    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def get_request(self):
            connection, address = super().get_request()
            # The handshake happens in the thread of the request: one that is refused holds up nobody.
            wrapped = context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
            return wrapped, address

        def handle_error(self, request, address):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def context(path):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(path)
    return made


def main():
    loopback = [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    authority = certificate("Test authority", [])
    write(FOLDER / "ca.pem", authority, with_key=False)
    # Before anybody asks, so that whoever reads it without a request finds an empty one.
    (FOLDER / "log.jsonl").touch()
    good = certificate("loopback", loopback, authority)
    other_name = certificate("example.com", [x509.DNSName("example.com")], authority)
    stranger = certificate("stranger", loopback)
    ports = {
        name: serve(context(write(FOLDER / f"{name}.pem", pair)))
        for name, pair in (("good", good), ("otherName", other_name), ("stranger", stranger))
    }
    print(json.dumps(ports), flush=True)
    sys.stdin.read()


main()
