"""The file system that a function sees, made of mounts in a namespace of its own."""

import os
import subprocess
from pathlib import Path

# Parts of the machine that functions have too.
SYSTEM = ("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32", "etc")
WRITABLE = ("tmp", "var/tmp", "dev/shm")
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")


def mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)


def bind(source: str, target: Path, *, writable: bool = False) -> None:
    target.mkdir(parents=True, exist_ok=True)
    mount("--bind", source, str(target))
    if not writable:
        mount("-o", "remount,bind,ro", str(target))


def bind_file(text: str, place: Path, spare: Path) -> None:
    spare.write_text(text)
    mount("--bind", str(spare), str(place))


def make_devices(root: Path) -> None:
    folder = root / "dev"
    folder.mkdir()
    mount("-t", "tmpfs", "-o", "mode=755", "none", str(folder))
    for name in DEVICES:
        (folder / name).touch()
        mount("--bind", f"/dev/{name}", str(folder / name))
    (folder / "pts").mkdir()
    mount("-t", "devpts", "-o", "newinstance,ptmxmode=0666", "none", str(folder / "pts"))
    (folder / "ptmx").symlink_to("pts/ptmx")
    (folder / "fd").symlink_to("/proc/self/fd")
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        (folder / name).symlink_to(f"/proc/self/fd/{number}")


def bind_system(root: Path) -> None:
    for name in SYSTEM:
        source = Path("/", name)
        if source.is_symlink():
            (root / name).symlink_to(os.readlink(source))
        elif source.is_dir():
            bind(str(source), root / name)


def make_root(root: Path, folders: dict[str, str], hosts: dict[str, str], resolver: str) -> None:
    """Mounts everything below `root`.

    - folders: places in the function's file system and the folders that appear there, read-only.
    """
    mount("--make-rprivate", "/")
    mount("-t", "tmpfs", "-o", "mode=755", "none", str(root))
    bind_system(root)
    make_devices(root)
    for place, source in folders.items():
        bind(source, root / place.lstrip("/"))
    (root / "proc").mkdir()
    mount("-t", "proc", "none", str(root / "proc"))
    (root / "run").mkdir(exist_ok=True)
    lines = ["127.0.0.1 localhost", *(f"{address} {name}" for name, address in hosts.items())]
    bind_file("\n".join(lines) + "\n", root / "etc/hosts", root / "run/hosts")
    bind_file(
        f"nameserver {resolver}\noptions timeout:1 attempts:1\n",
        root / "etc/resolv.conf",
        root / "run/resolv.conf",
    )
    bind_file(
        "hosts: files dns\npasswd: files\ngroup: files\n",
        root / "etc/nsswitch.conf",
        root / "run/nsswitch.conf",
    )
    for name in WRITABLE:
        (root / name).mkdir(parents=True, exist_ok=True)
        mount("-t", "tmpfs", "-o", "mode=1777", "none", str(root / name))
