import posix

posix.write(posix.open("/tmp/proof", posix.O_WRONLY | posix.O_CREAT, 0o644), b"ran")
