"""Other native modules: cryptography, lxml, orjson, cffi with a callback, and what they refuse."""

import cffi
import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from lxml import etree

digest = hashes.Hash(hashes.SHA256())
digest.update(b"parapet")
print("sha256:", digest.finalize().hex())
print("aes-gcm:", AESGCM(b"k" * 32).encrypt(b"n" * 12, b"text", b"aad").hex())
key = ed25519.Ed25519PrivateKey.from_private_bytes(b"s" * 32)
print("ed25519:", key.sign(b"message").hex())
try:
    key.public_key().verify(key.sign(b"message"), b"other")
except InvalidSignature:
    print("signature refused")
fernet = Fernet(Fernet.generate_key())
print("fernet:", fernet.decrypt(fernet.encrypt(b"round trip")))
try:
    fernet.decrypt(b"not a token")
except InvalidToken:
    print("token refused")
private = rsa.generate_private_key(65537, 2048)
oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
print("rsa:", private.decrypt(private.public_key().encrypt(b"secret", oaep), oaep))
pem = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
print("ec:", ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(*pem).splitlines()[0])

document = etree.fromstring("<a><b id='1'>x</b><b id='2'>y</b></a>")
print("xpath:", document.xpath("//b[@id='2']/text()"))
style = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
style += "<xsl:template match='/'><c><xsl:value-of select='count(//b)'/></c></xsl:template></xsl:stylesheet>"
print("xslt:", str(etree.XSLT(etree.XML(style))(document)).strip())
try:
    etree.fromstring("<a><b></a>")
except etree.XMLSyntaxError as error:
    print("xml:", error)

print("orjson:", orjson.dumps({"b": [1, 2.5, None, True], "ü": "ö"}, option=orjson.OPT_SORT_KEYS))
try:
    orjson.loads(b'{"a": 1,}')
except orjson.JSONDecodeError as error:
    print("json:", error)

interface = cffi.FFI()
interface.cdef(
    "void qsort(void *, size_t, size_t, int (*)(const void *, const void *)); int atoi(const char *);"
)
library = interface.dlopen(None)


@interface.callback("int(const void *, const void *)")
def compare(left, right) -> int:
    return interface.cast("int *", left)[0] - interface.cast("int *", right)[0]


numbers = interface.new("int[]", [5, 3, 9, 1])
library.qsort(numbers, 4, 4, compare)
print("cffi:", list(numbers), library.atoi(b"42"))
try:
    interface.dlopen("libdoes-not-exist.so")
except OSError as error:
    print("dlopen:", "libdoes-not-exist.so" in str(error))
