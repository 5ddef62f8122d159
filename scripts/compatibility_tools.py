"""Builds what the programs of the suite start and load: children for every libc, native modules, keys."""

import functools
import hashlib
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from compatibility_programs import SUITE, TOOLS, VENV, installed

CHILDREN = SUITE / "children"
SOURCES = ("children", "c", "java")
# How `report` is built; what a machine cannot build, its programs say by themselves.
REPORT = {
    "shared": ["gcc"],
    "static": ["gcc", "-static"],
    "musl-shared": ["musl-gcc"],
    "musl-static": ["musl-gcc", "-static"],
    "bits32": ["gcc", "-m32"],
    "bits32-static": ["gcc", "-m32", "-static"],
}


def execute(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def compile_c(source: Path, target: Path, *options: str, compiler: tuple[str, ...] = ("gcc",)) -> None:
    execute(*compiler, "-O1", "-w", "-o", target, source, *options)


def build_children() -> None:
    for variant, compiler in REPORT.items():
        # 32-bit programs are a matter of x86 alone.
        if "-m32" in compiler and os.uname().machine != "x86_64":
            continue
        compile_c(CHILDREN / "report.c", TOOLS / f"report-{variant}", compiler=tuple(compiler))
    compile_c(CHILDREN / "lambda_like.c", TOOLS / "lambda_like")
    for source in sorted((SUITE / "c").glob("*.c")):
        compile_c(source, TOOLS / source.stem, "-pthread", "-ldl")
    tool = TOOLS / "cloud"
    interpreter = (VENV / "bin/python").resolve()
    tool.write_text(f"#!{interpreter}\n{(CHILDREN / 'cloud.py').read_text()}")
    tool.chmod(0o755)


def java_home() -> Path:
    return Path(installed("javac")).resolve().parent.parent


def build_native_modules() -> None:
    headers = java_home() / "include"
    shared = ("-shared", "-fPIC")
    compile_c(CHILDREN / "addon.c", TOOLS / "addon.node", *shared, "-I/usr/include/node")
    library = TOOLS / "libnativecalls.so"
    compile_c(CHILDREN / "nativecalls.c", library, *shared, f"-I{headers}", f"-I{headers / 'linux'}")
    execute(installed("javac"), "-nowarn", "-d", TOOLS / "classes", *sorted((SUITE / "java").glob("*.java")))


def build_keys() -> None:
    folder = TOOLS / "tls"
    folder.mkdir()
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    request = "openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=localhost"
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    execute(*shlex.split(request), *names, "-keyout", key, "-out", certificate)
    store = folder / "store.p12"
    execute(
        *shlex.split("openssl pkcs12 -export -name own -passout pass:changeit"),
        *("-in", certificate, "-inkey", key, "-out", store),
    )
    for path in (key, store):
        path.chmod(0o644)  # protects nothing, and the user of the Lambda-like mode reads it


def stamp() -> str:
    digest = hashlib.sha256(Path(__file__).read_bytes() + str((VENV / "bin/python").resolve()).encode())
    for path in sorted(path for folder in SOURCES for path in (SUITE / folder).iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build(say: Callable[[str], None]) -> None:
    """Into `TOOLS`, once for the same sources."""
    mark = TOOLS / ".stamp"
    if mark.exists() and mark.read_text() == stamp():
        return
    say("Building the children and native modules of the programs")
    shutil.rmtree(TOOLS, ignore_errors=True)
    TOOLS.mkdir(parents=True)
    build_children()
    build_native_modules()
    build_keys()
    mark.write_text(stamp())


@functools.cache
def unprivileged_user() -> int:
    """Nobody, where that user can reach everything; else 0, which only gives privileges up."""
    paths = [TOOLS, SUITE, VENV, (VENV / "bin/python").resolve().parent, java_home()]
    reachable = all(folder.stat().st_mode & 0o001 for path in paths for folder in (path, *path.parents))
    return 65_534 if os.getuid() == 0 and reachable else 0
