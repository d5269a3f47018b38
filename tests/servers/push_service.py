"""A push service and a browser of a test's own: over TLS, at a socket, reading what only the browser may."""

import ssl
import struct
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID


@dataclass(frozen=True, slots=True)
class Letter:
    """What the service was handed."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class PushService:
    """Answers every message with `status`, and keeps it."""

    certificate: Path
    port: int = 0
    status: int = 201
    letters: list[Letter] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"localhost:{self.port}"

    def address(self, name: str) -> str:
        """Where a browser of this name is reached."""
        return f"https://{self.host}/push/{name}"


@contextmanager
def push_service(folder: Path) -> Iterator[PushService]:
    """The service while it runs; `certificate` is what vouches for it."""
    service = PushService(folder / "certificate.pem")
    key = folder / "certificate-key.pem"
    _certify(service.certificate, key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(service.certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(service))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    service.port = server.server_port
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Receiver:
    """A browser's end of a subscription: its keys, and reading what was encrypted to them."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._secret = b"sixteen bytes..."
        self.public = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def asks(self, endpoint: str, **more: Any) -> dict[str, Any]:
        """What its page sends to be reminded."""
        return {
            "endpoint": endpoint,
            "keys": {"p256dh": text(self.public), "auth": text(self._secret)},
        } | more

    def reads(self, letter: Letter) -> bytes:
        """The message, from the receiver's side of RFC 8291."""
        salt, length = letter.body[:16], letter.body[20]
        sender, sealed = letter.body[21 : 21 + length], letter.body[21 + length :]
        assert struct.unpack("!I", letter.body[16:20]) == (4096,)
        shared = self._key.exchange(
            ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        )
        info = b"WebPush: info\0" + self.public + sender
        secret = HKDF(SHA256(), 32, self._secret, info).derive(shared)
        key = HKDF(SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(secret)
        nonce = HKDF(SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(secret)
        plain = bytes(AESGCM(key).decrypt(nonce, sealed, None))
        assert plain.endswith(b"\x02")
        return plain[:-1]


def text(found: bytes) -> str:
    return urlsafe_b64encode(found).rstrip(b"=").decode()


def _handler(service: PushService) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            service.letters.append(Letter(self.path, dict(self.headers), body))
            self.send_response(service.status)
            if service.status in (301, 302, 307, 308):
                self.send_header("Location", service.address("elsewhere"))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_told: object) -> None:
            """Says nothing."""

    return Handler


def _certify(certificate: Path, key_file: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), x509.IPAddress(IPv4Address("127.0.0.1"))]
    now = datetime.now(UTC)  # noqa: TID251  # TLS asks the real clock
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    certificate.write_bytes(made.public_bytes(Encoding.PEM))
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    key_file.write_bytes(pem)
