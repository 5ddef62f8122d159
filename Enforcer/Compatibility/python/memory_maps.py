"""mmap of files and anonymous memory, shared across fork, memfd as data, protection, large sparse files."""

import mmap
import os
import signal
import tempfile

with tempfile.TemporaryFile() as file:
    file.truncate(1 << 20)
    with mmap.mmap(file.fileno(), 0) as view:
        view[1000:1005] = b"hello"
        view.flush()
        print("find:", view.find(b"hello"), len(view))
    file.seek(1000)
    print("file:", file.read(5))
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as private:
        private[1000:1005] = b"other"
    file.seek(1000)
    print("private:", file.read(5))
    with mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as view:
        try:
            view[0] = 1
        except TypeError as error:
            print("read-only:", error)

shared = mmap.mmap(-1, 4096)
if os.fork() == 0:
    shared[:4] = b"fork"
    os._exit(0)
os.wait()
print("shared:", shared[:4])
memory = os.memfd_create("data", os.MFD_CLOEXEC)
os.write(memory, b"x" * 100_000)
os.lseek(memory, 0, os.SEEK_SET)
print("memfd:", os.fstat(memory).st_size, len(os.read(memory, 200_000)), os.get_inheritable(memory))
with mmap.mmap(memory, 0) as view:
    print("mapped memfd:", view[:3])
os.close(memory)
with tempfile.TemporaryFile() as large:
    size = 5 << 30
    large.truncate(size)
    large.seek(size - 3)
    large.write(b"end")
    large.seek(0, os.SEEK_END)
    print("large:", large.tell(), os.pread(large.fileno(), 9, size - 3))
    with mmap.mmap(large.fileno(), 4096, offset=size - 4096) as view:
        print("far:", view[-3:])
executable = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
print("executable memory:", len(executable))
child = os.fork()
if child == 0:
    os.kill(os.getpid(), signal.SIGBUS)
print("bus:", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
