"""sqlite on disk with triggers and threads, zip, tar, gzip, bz2, lzma, hashes, pickles, large output."""

import bz2
import gzip
import hashlib
import io
import lzma
import pickle
import sqlite3
import sys
import tarfile
import tempfile
import threading
import zipfile
import zlib
from pathlib import Path

folder = Path(tempfile.mkdtemp())
database = sqlite3.connect(folder / "data.sqlite", timeout=10)
database.execute("pragma journal_mode=wal")
database.execute("create table item (id integer primary key, name text unique, price real)")
with database:
    database.executemany(
        "insert into item (name, price) values (?, ?)", ((f"item {n}", n / 4) for n in range(2000))
    )
print("sum:", database.execute("select count(*), sum(price) from item").fetchone())
database.create_function("reversed", 1, lambda text: text[::-1])
print("function:", database.execute("select reversed(name) from item where id = 7").fetchone())
try:
    database.execute("insert into item (name) values ('item 1')")
except sqlite3.IntegrityError as error:
    print("unique:", error)
    database.rollback()


def insert(start: int) -> None:
    with sqlite3.connect(folder / "data.sqlite", timeout=10) as own:
        own.executemany(
            "insert into item (name, price) values (?, 0)", ((f"more {start + n}",) for n in range(50))
        )


threads = [threading.Thread(target=insert, args=(start,)) for start in range(0, 400, 50)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("after threads:", database.execute("select count(*) from item").fetchone())
copy = sqlite3.connect(":memory:")
database.backup(copy)
print("backup:", copy.execute("select count(*) from item").fetchone())

data = bytes(range(256)) * 4096
for module in (bz2, gzip, lzma, zlib):
    print(module.__name__, module.decompress(module.compress(data)) == data)
with zipfile.ZipFile(folder / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("one.txt", "first")
    archive.writestr("big.bin", data)
with zipfile.ZipFile(folder / "archive.zip") as archive:
    print("zip:", archive.namelist(), archive.testzip(), archive.read("one.txt"))
    archive.extractall(folder / "unpacked")
(folder / "module.zip").write_bytes(b"")
with zipfile.ZipFile(folder / "module.zip", "w") as archive:
    archive.writestr("zipped_module.py", "value = 42\n")
sys.path.insert(0, str(folder / "module.zip"))
print("from a zip:", __import__("zipped_module").value)
with tarfile.open(folder / "archive.tar.xz", "w:xz") as archive:
    archive.add(folder / "unpacked", "unpacked")
with tarfile.open(folder / "archive.tar.xz") as archive:
    print("tar:", sorted(archive.getnames()))
print("pickle:", pickle.loads(pickle.dumps({"a": [1, (2, 3)], "b": {4}})))
print(
    "hash:",
    hashlib.file_digest(io.BytesIO(data), "sha256").hexdigest() if sys.version_info >= (3, 11) else "",
)
for name in ("md5", "sha1", "sha512", "blake2b", "sha3_256"):
    print(name, hashlib.new(name, data).hexdigest()[:16])
