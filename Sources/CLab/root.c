// A root of the sandbox's own, put together from folders of the system.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "internal.h"

// mount_setattr of Linux 5.12, which the headers of older distributions do not declare.
#define MOUNT_SETATTR 442
struct attributes {
  uint64_t set, clear, propagation, descriptor;
};
enum { ATTRIBUTE_READ_ONLY = 1, ATTRIBUTE_NO_SETUID = 2 };

static int make_read_only(const char *target) {
  struct attributes attributes = {.set = ATTRIBUTE_READ_ONLY | ATTRIBUTE_NO_SETUID};
  if (syscall(MOUNT_SETATTR, AT_FDCWD, target, AT_RECURSIVE, &attributes, sizeof attributes) == 0) return 0;
  if (errno != ENOSYS) return -1;
  // Older kernels change one mount at a time; what is mounted below keeps what it was.
  return mount(NULL, target, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID, NULL);
}

static int take(const struct clab_step *step) {
  int file;
  switch (step->kind) {
    case CLAB_FOLDER:
      return mkdir(step->target, 0755) == 0 || errno == EEXIST ? 0 : -1;
    case CLAB_FILE:
      file = open(step->target, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
      if (file < 0) return -1;
      return close(file);
    case CLAB_LINK:
      return symlink(step->source, step->target);
    case CLAB_READ_ONLY:
      if (mount(step->source, step->target, NULL, MS_BIND | MS_REC, NULL) != 0) return -1;
      return make_read_only(step->target);
    case CLAB_DEVICE:
      return mount(step->source, step->target, NULL, MS_BIND, NULL);
    case CLAB_MEMORY:
      return mount("tmpfs", step->target, "tmpfs", MS_NOSUID | MS_NODEV, step->source);
    case CLAB_PROCESSES:
      return mount("proc", step->target, "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
  }
  errno = EINVAL;
  return -1;
}

void clab_build_root(const struct clab_sandbox *sandbox, int control) {
  if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) clab_fail(control, CLAB_FAILED_ROOT);
  umask(0);
  if (mount("tmpfs", sandbox->root, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755,size=4m") != 0)
    clab_fail(control, CLAB_FAILED_ROOT);
  for (size_t i = 0; i < sandbox->step_count; i++)
    if (take(&sandbox->steps[i]) != 0) clab_fail(control, (int)i);
  if (mount(NULL, sandbox->root, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV, NULL) != 0 ||
      chdir(sandbox->root) != 0 || syscall(SYS_pivot_root, ".", ".") != 0 || umount2(".", MNT_DETACH) != 0 ||
      chdir("/") != 0)
    clab_fail(control, CLAB_FAILED_ROOT);
}

static int write_text(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return -1;
  ssize_t count = write(file, text, strlen(text));
  close(file);
  return count < 0 ? -1 : 0;
}

static void append_number(char *text, uint32_t number) {
  char digits[12];
  int count = 0;
  do digits[count++] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  size_t end = strlen(text);
  while (count > 0) text[end++] = digits[--count];
  text[end++] = ' ';
  text[end] = 0;
}

static int map_one(const char *path, uint32_t inner, uint32_t outer) {
  char line[64] = "";
  append_number(line, inner);
  append_number(line, outer);
  append_number(line, 1);
  return write_text(path, line);
}

void clab_map_users(const struct clab_sandbox *sandbox, int control) {
  // Without this the kernel refuses a map of groups from anyone but root.
  if (write_text("/proc/self/setgroups", "deny") != 0 ||
      map_one("/proc/self/uid_map", sandbox->user, sandbox->outer_user) != 0 ||
      map_one("/proc/self/gid_map", sandbox->group, sandbox->outer_group) != 0)
    clab_fail(control, CLAB_FAILED_USERS);
}
