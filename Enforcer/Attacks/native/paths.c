// Names by which a dropped program can be called.
#include "attack.h"

#include <sys/socket.h>
#include <sys/syscall.h>

#define TARGET "/tmp/x"

#ifndef AT_EMPTY_PATH
#define AT_EMPTY_PATH 0x1000
#endif

static char *arguments[] = {"x", NULL};

// Drops the program at `place` and runs it by `name`.
static void run(const char *place, const char *name) {
  drop(STATIC, place);
  execute_in_child(name);
}

ATTACK(path_plain) { run(TARGET, TARGET); }
ATTACK(path_shared_memory) { run("/dev/shm/x", "/dev/shm/x"); }
ATTACK(path_var_tmp) { run("/var/tmp/x", "/var/tmp/x"); }
ATTACK(path_double_slashes) { run(TARGET, "//tmp///x"); }
ATTACK(path_dot_segments) { run(TARGET, "/var/task/../../tmp/./x"); }
ATTACK(path_process_root) { run(TARGET, "/proc/self/root/tmp/x"); }
ATTACK(path_thread_root) { run(TARGET, "/proc/thread-self/root/tmp/x"); }
ATTACK(path_hidden) { run("/tmp/.x", "/tmp/.x"); }
ATTACK(path_newline) { run("/tmp/a\nb\"\\", "/tmp/a\nb\"\\"); }
ATTACK(path_unicode) {
  run("/tmp/\xc3\xa9\xe2\x80\xae\xf0\x9f\x92\xa3", "/tmp/\xc3\xa9\xe2\x80\xae\xf0\x9f\x92\xa3");
}
ATTACK(path_not_utf8) { run("/tmp/\xff\xfe", "/tmp/\xff\xfe"); }
ATTACK(path_name_of_allowed) { run("/tmp/cat", "/tmp/cat"); }

ATTACK(path_nested) {
  mkdir("/tmp/a", 0755);
  mkdir("/tmp/a/b", 0755);
  run("/tmp/a/b/x", "/tmp/a/b/x");
}

ATTACK(path_symlink) {
  symlink(TARGET, "/tmp/link");
  run(TARGET, "/tmp/link");
}

ATTACK(path_symlink_chain) {
  symlink("/proc/self/root/tmp/x", "/tmp/one");
  symlink("/tmp/one", "/tmp/two");
  run(TARGET, "/tmp/two");
}

ATTACK(path_symlinked_directory) {
  mkdir("/tmp/real", 0755);
  symlink("/tmp/real", "/dev/shm/directory");
  run("/tmp/real/x", "/dev/shm/directory/x");
}

ATTACK(path_hard_link) {
  drop(STATIC, TARGET);
  if (link(TARGET, "/tmp/linked") != 0)
    say("link: %s\n", strerror(errno));
  unlink(TARGET);
  execute_in_child("/tmp/linked");
}

static void relative_body(void) {
  chdir("/tmp");
  execve("x", arguments, environ);
}

ATTACK(path_relative) {
  drop(STATIC, TARGET);
  in_child(relative_body);
}

static void relative_by_descriptor_body(void) {
  fchdir(open("/tmp", O_RDONLY | O_DIRECTORY));
  execve("./x", arguments, environ);
}

ATTACK(path_relative_to_descriptor) {
  drop(STATIC, TARGET);
  in_child(relative_by_descriptor_body);
}

static void process_directory_body(void) {
  chdir("/tmp");
  execve("/proc/self/cwd/x", arguments, environ);
}

ATTACK(path_process_directory) {
  drop(STATIC, TARGET);
  in_child(process_directory_body);
}

static void directory_descriptor_body(void) {
  execveat(open("/tmp", O_PATH | O_DIRECTORY), "x", arguments, environ, 0);
}

ATTACK(path_directory_descriptor) {
  drop(STATIC, TARGET);
  in_child(directory_descriptor_body);
}

static void descriptor_path(const char *format, int descriptor) {
  char path[64];
  snprintf(path, sizeof path, format, descriptor);
  execve(path, arguments, environ);
}

static void process_descriptor_body(void) { descriptor_path("/proc/self/fd/%d", open(TARGET, O_RDONLY)); }
static void device_descriptor_body(void) { descriptor_path("/dev/fd/%d", open(TARGET, O_RDONLY)); }
static void path_descriptor_body(void) {
  execveat(open(TARGET, O_PATH), "", arguments, environ, AT_EMPTY_PATH);
}

ATTACK(path_process_descriptor) {
  drop(STATIC, TARGET);
  in_child(process_descriptor_body);
}

ATTACK(path_device_descriptor) {
  drop(STATIC, TARGET);
  in_child(device_descriptor_body);
}

ATTACK(path_empty_with_descriptor) {
  drop(STATIC, TARGET);
  in_child(path_descriptor_body);
}

static void deleted_body(void) {
  int descriptor = open(TARGET, O_RDONLY);
  unlink(TARGET);
  descriptor_path("/proc/self/fd/%d", descriptor);
}

ATTACK(path_deleted_file) {
  drop(STATIC, TARGET);
  in_child(deleted_body);
}

// A file that never had a name; it must not be open for writing when it is run.
static void unnamed_body(void) {
  int writer = open("/tmp", O_TMPFILE | O_RDWR, 0755);
  char path[64];
  if (writer < 0 || copy_to_descriptor(STATIC, writer) != 0)
    return;
  snprintf(path, sizeof path, "/proc/self/fd/%d", writer);
  int reader = open(path, O_RDONLY);
  close(writer);
  descriptor_path("/proc/self/fd/%d", reader);
}

ATTACK(path_unnamed_file) { in_child(unnamed_body); }

// Deeper than any buffer of PATH_MAX bytes, reached step by step.
static void long_path_body(void) {
  char name[201];
  memset(name, 'd', 200);
  name[200] = 0;
  if (chdir("/tmp") != 0)
    return;
  for (int depth = 0; depth < 30; depth++) {
    mkdir(name, 0755);
    if (chdir(name) != 0)
      return;
  }
  drop(STATIC, "x");
  execve("./x", arguments, environ);
}

ATTACK(path_longer_than_buffers) { in_child(long_path_body); }

static void send_descriptor(int socket, int descriptor) {
  char byte = 0, control[CMSG_SPACE(sizeof(int))] = {0};
  struct iovec part = {&byte, 1};
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  if (sendmsg(socket, &message, 0) < 0)
    say("sendmsg: %s\n", strerror(errno));
}

static int receive_descriptor(int socket) {
  char byte, control[CMSG_SPACE(sizeof(int))];
  int descriptor = -1;
  struct iovec part = {&byte, 1};
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
  if (recvmsg(socket, &message, 0) < 0)
    return -1;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header != NULL)
    memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
  return descriptor;
}

// One process opens the program and passes the descriptor to another, which runs it without ever naming it.
ATTACK(path_passed_descriptor) {
  int ends[2];
  drop(STATIC, TARGET);
  if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0)
    return;
  pid_t child = fork();
  if (child == 0) {
    fexecve(receive_descriptor(ends[1]), arguments, environ);
    _exit(111);
  }
  int descriptor = open(TARGET, O_RDONLY);
  send_descriptor(ends[0], descriptor);
  waitpid(child, NULL, 0);
  close(descriptor);
  close(ends[0]);
  close(ends[1]);
}
