"""TLS server and client on loopback with a certificate of its own: versions, ALPN, refusals."""

import os
import socket
import ssl
import threading
from pathlib import Path

TLS = Path(os.environ["COMPATIBILITY_TLS"])


def server_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "certificate.pem", TLS / "key.pem")
    context.set_alpn_protocols(["h2", "http/1.1"])
    return context


def serve(listener: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        try:
            with context.wrap_socket(connection, server_side=True) as secure:
                while data := secure.recv(65_536):
                    secure.sendall(data[::-1])
        except OSError:
            pass  # the client that trusts nobody ends the handshake


def connect(address: tuple, context: ssl.SSLContext) -> None:
    with socket.create_connection(address) as plain, context.wrap_socket(
        plain, server_hostname="localhost"
    ) as secure:
        secure.sendall(b"hello")
        print(secure.version(), secure.selected_alpn_protocol(), secure.recv(99))
        print(secure.getpeercert()["subject"], secure.getpeercert()["subjectAltName"])
        secure.sendall(b"ab" * 8_000)
        received = b""
        while len(received) < 16_000:
            received += secure.recv(65_536)
        print("large:", received == b"ba" * 8_000)


listener = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=serve, args=(listener, server_context()), daemon=True).start()
trusting = ssl.create_default_context(cafile=TLS / "certificate.pem")
trusting.set_alpn_protocols(["h2"])
connect(listener.getsockname(), trusting)
older = ssl.create_default_context(cafile=TLS / "certificate.pem")
older.maximum_version = ssl.TLSVersion.TLSv1_2
connect(listener.getsockname(), older)
try:
    connect(listener.getsockname(), ssl.create_default_context())
except ssl.SSLCertVerificationError as error:
    print("refused:", error.verify_message)
print("random:", len(ssl.RAND_bytes(16)), ssl.RAND_status())
