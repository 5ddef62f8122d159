// Programs and libraries that are in no folder.
#include "attack.h"

#include <dlfcn.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#ifndef AT_EMPTY_PATH
#define AT_EMPTY_PATH 0x1000
#endif

static char *arguments[] = {"x", NULL};
static int memory;

static void fill(const char *source) {
  if (memory < 0 || copy_to_descriptor(source, memory) != 0)
    say("memfd: %s\n", strerror(errno));
}

static void execute_descriptor(void) { fexecve(memory, arguments, environ); }
static void execute_empty_path(void) { execveat(memory, "", arguments, environ, AT_EMPTY_PATH); }

static void execute_process_path(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", memory);
  execve(path, arguments, environ);
}

static void execute_inline(void) {
  inline_syscall(SYS_execveat, memory, (long)"", (long)arguments, (long)environ, AT_EMPTY_PATH, 0);
}

static void attempt(int descriptor, const char *source, void (*body)(void)) {
  memory = descriptor;
  fill(source);
  in_child(body);
  if (memory >= 0)
    close(memory);
}

ATTACK(memory_fexecve) { attempt(memfd_create("x", 0), STATIC, execute_descriptor); }
ATTACK(memory_execveat) { attempt(memfd_create("x", 0), STATIC, execute_empty_path); }
ATTACK(memory_process_path) { attempt(memfd_create("x", 0), STATIC, execute_process_path); }
ATTACK(memory_dynamic_program) { attempt(memfd_create("x", 0), DYNAMIC, execute_process_path); }
ATTACK(memory_script) { attempt(memfd_create("x", 0), ATTACKER "script.sh", execute_process_path); }
ATTACK(memory_by_syscall_function) {
  attempt((int)syscall(SYS_memfd_create, "x", 0), STATIC, execute_descriptor);
}

ATTACK(memory_by_inline_syscall) {
  attempt((int)inline_syscall(SYS_memfd_create, (long)"x", 0, 0, 0, 0, 0), STATIC, execute_descriptor);
}

ATTACK(memory_all_inline) {
  attempt((int)inline_syscall(SYS_memfd_create, (long)"x", 0, 0, 0, 0, 0), STATIC, execute_inline);
}

ATTACK(memory_shm_open) {
  int writer = shm_open("/x", O_RDWR | O_CREAT, 0755);
  memory = writer;
  fill(STATIC);
  close(writer);
  memory = open("/dev/shm/x", O_RDONLY);
  in_child(execute_descriptor);
  close(memory);
}

static void load(int descriptor) {
  char path[64];
  memory = descriptor;
  fill(LIBRARY);
  snprintf(path, sizeof path, "/proc/self/fd/%d", memory);
  void *library = dlopen(path, RTLD_NOW);
  if (library == NULL)
    say("dlopen: %s\n", dlerror());
  else
    dlclose(library);
  if (memory >= 0)
    close(memory);
}

ATTACK(memory_library) { load(memfd_create("x", 0)); }
ATTACK(memory_library_by_inline_syscall) {
  load((int)inline_syscall(SYS_memfd_create, (long)"x", 0, 0, 0, 0, 0));
}
