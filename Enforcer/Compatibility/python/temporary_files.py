"""Temporary files and folders: modes, flags, renames, links, locks, and the errno of what fails."""

import errno
import fcntl
import os
import shutil
import stat
import tempfile
from pathlib import Path

os.umask(0o022)
folder = Path(tempfile.mkdtemp())
print("folder:", oct(folder.stat().st_mode), folder.parent == Path(os.environ["TMPDIR"]))
descriptor, path = tempfile.mkstemp(dir=folder)
print("mkstemp:", descriptor, oct(os.fstat(descriptor).st_mode), os.get_inheritable(descriptor))
os.close(descriptor)
for mode in (0o600, 0o640, 0o777):
    descriptor = os.open(folder / f"mode-{mode:o}", os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    print("mode:", oct(stat.S_IMODE(os.fstat(descriptor).st_mode)), os.write(descriptor, b"abc"))
    os.close(descriptor)
with tempfile.TemporaryFile(dir=folder) as nameless:
    nameless.write(b"nameless")
    nameless.seek(0)
    print("nameless:", nameless.read(), os.fstat(nameless.fileno()).st_nlink)
descriptor = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o604)
print("O_TMPFILE:", oct(stat.S_IMODE(os.fstat(descriptor).st_mode)))
os.close(descriptor)
(folder / "linked").touch()
os.link(folder / "linked", folder / "twice")
print("linked:", os.stat(folder / "twice").st_nlink)
with tempfile.SpooledTemporaryFile(max_size=10) as spool:
    spool.write(b"more than ten bytes")
    print("spooled:", spool._rolled)

(folder / "text").write_text("first\n")
with open(folder / "text", "a") as stream:
    stream.write("second\n")
with open(folder / "text", "r+") as stream:
    stream.truncate(3)
print("text:", (folder / "text").read_text(), os.path.getsize(folder / "text"))
(folder / "sub").mkdir()
os.rename(folder / "text", folder / "sub/moved")
os.symlink("sub/moved", folder / "link")
os.replace(folder / "linked", folder / "sub/other")
print("link:", os.readlink(folder / "link"), (folder / "link").read_text())
relative = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
inner = os.open("sub/moved", os.O_RDONLY, dir_fd=relative)
print("dir_fd:", os.read(inner, 9), fcntl.fcntl(inner, fcntl.F_GETFD), fcntl.fcntl(inner, fcntl.F_GETFL) & 3)
fcntl.flock(inner, fcntl.LOCK_EX | fcntl.LOCK_NB)
again = os.open(folder / "sub/moved", os.O_RDONLY)
try:
    fcntl.flock(again, fcntl.LOCK_EX | fcntl.LOCK_NB)
except OSError as error:
    print("locked:", errno.errorcode[error.errno])
attempts = {
    "missing": (folder / "none", os.O_RDONLY),
    "exists": (folder / "sub/moved", os.O_CREAT | os.O_EXCL | os.O_WRONLY),
    "folder": (folder, os.O_WRONLY),
    "not a folder": (folder / "sub/moved", os.O_RDONLY | os.O_DIRECTORY),
    "no link": (folder / "link", os.O_RDONLY | os.O_NOFOLLOW),
    "below a file": (folder / "sub/moved/x", os.O_RDONLY),
    "long": (folder / ("n" * 300), os.O_CREAT | os.O_WRONLY),
    "read-only": ("/proc/version", os.O_WRONLY | os.O_TRUNC),
}
for label, (target, flags) in attempts.items():
    try:
        os.close(os.open(target, flags))
        print(label, "opened")
    except OSError as error:
        print(label, errno.errorcode[error.errno])
shutil.copytree(folder / "sub", folder / "copy")
print("tree:", sorted(str(entry.relative_to(folder)) for entry in (folder / "copy").rglob("*")))
shutil.rmtree(folder)
print("gone:", folder.exists())
