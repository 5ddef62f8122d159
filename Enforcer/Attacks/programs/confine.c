// ROOT MODE COMMAND...: starts a program below a root as the user that functions run as; with `lambda-like`,
// under the refusals that are reported of Lambda: prctl, seccomp, ptrace and reading other processes fail
// with EPERM, Landlock with ENOSYS.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define USER 993
#define GROUP 990

#define LOAD(member) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, value)
#define REFUSE(number, error)                                                                                \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1), ANSWER(SECCOMP_RET_ERRNO | (error))
#define REFUSE_LANDLOCK REFUSE(444, ENOSYS), REFUSE(445, ENOSYS), REFUSE(446, ENOSYS)

#ifdef __x86_64__
// The 32-bit interface has numbers of its own.
#define NATIVE AUDIT_ARCH_X86_64
static struct sock_filter other[] = {LOAD(nr),           REFUSE(172, EPERM),       REFUSE(26, EPERM),
                                     REFUSE(354, EPERM), REFUSE(347, EPERM),       REFUSE(348, EPERM),
                                     REFUSE_LANDLOCK,    ANSWER(SECCOMP_RET_ALLOW)};
#else
#define NATIVE AUDIT_ARCH_AARCH64
static struct sock_filter other[] = {ANSWER(SECCOMP_RET_ALLOW)};
#endif

static struct sock_filter native[] = {LOAD(nr),
                                      REFUSE(SYS_prctl, EPERM),
                                      REFUSE(SYS_seccomp, EPERM),
                                      REFUSE(SYS_ptrace, EPERM),
                                      REFUSE(SYS_process_vm_readv, EPERM),
                                      REFUSE(SYS_process_vm_writev, EPERM),
                                      REFUSE_LANDLOCK,
                                      ANSWER(SECCOMP_RET_ALLOW)};

static int refuse_like_lambda(void) {
  const unsigned char skip = sizeof native / sizeof native[0];
  struct sock_filter filter[64] = {LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 0, skip)};
  memcpy(filter + 2, native, sizeof native);
  memcpy(filter + 2 + skip, other, sizeof other);
  struct sock_fprog program = {(unsigned short)(2 + skip + sizeof other / sizeof other[0]), filter};
  // As root, so that no_new_privs stays off, as in a function.
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

static int write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY);
  ssize_t count = file < 0 ? -1 : write(file, text, strlen(text));
  if (file >= 0)
    close(file);
  return count < 0 ? -1 : 0;
}

// Whether this namespace knows no user but the one that is root here: whoever started it was not root.
static int is_only_user(void) {
  unsigned first, outside, count = 0;
  FILE *map = fopen("/proc/self/uid_map", "r");
  if (map != NULL && fscanf(map, "%u %u %u", &first, &outside, &count) != 3)
    count = 0;
  if (map != NULL)
    fclose(map);
  return count == 1;
}

static int change_root(const char *root) { return chroot(root) != 0 || chdir("/var/task") != 0 ? -1 : 0; }

// Only root can change the root, and below another root there can be no namespace of users: hence the two
// orders.
static int become_user(const char *root) {
  char map[64];
  if (!is_only_user()) {
    if (change_root(root) != 0 || setgroups(0, NULL) != 0)
      return -1;
    return setresgid(GROUP, GROUP, GROUP) != 0 || setresuid(USER, USER, USER) != 0 ? -1 : 0;
  }
  if (unshare(CLONE_NEWUSER) != 0)
    return -1;
  snprintf(map, sizeof map, "%d 0 1", USER);
  if (write_file("/proc/self/uid_map", map) != 0 || write_file("/proc/self/setgroups", "deny") != 0)
    return -1;
  snprintf(map, sizeof map, "%d 0 1", GROUP);
  return write_file("/proc/self/gid_map", map) != 0 ? -1 : change_root(root);
}

int main(int count, char **arguments) {
  if (count < 4)
    return 64;
  if (strcmp(arguments[2], "lambda-like") == 0 && refuse_like_lambda() != 0) {
    perror("confine: seccomp");
    return 1;
  }
  if (become_user(arguments[1]) != 0) {
    perror("confine: user");
    return 1;
  }
  execv(arguments[3], arguments + 3);
  perror(arguments[3]);
  return 127;
}
