// Dropped shared objects, whose constructors are the proof.
#include "attack.h"

#include <dlfcn.h>
#include <iconv.h>
#include <pthread.h>

static void load(const char *path) {
  void *library = dlopen(path, RTLD_NOW);
  // Closed again, so that the next attack of this process loads anew.
  if (library == NULL)
    say("dlopen: %s\n", dlerror());
  else
    dlclose(library);
}

ATTACK(library_path) {
  drop(LIBRARY, "/tmp/evil.so");
  load("/tmp/evil.so");
}

ATTACK(library_symlink) {
  drop(LIBRARY, "/tmp/evil.so");
  symlink("/tmp/evil.so", "/dev/shm/link.so");
  load("/dev/shm/link.so");
}

ATTACK(library_process_root) {
  drop(LIBRARY, "/tmp/evil.so");
  load("/proc/self/root/tmp/evil.so");
}

ATTACK(library_descriptor) {
  char path[64];
  drop(LIBRARY, "/tmp/evil.so");
  int descriptor = open("/tmp/evil.so", O_RDONLY);
  snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
  load(path);
  close(descriptor);
}

ATTACK(library_deleted_file) {
  char path[64];
  drop(LIBRARY, "/tmp/evil.so");
  int descriptor = open("/tmp/evil.so", O_RDONLY);
  unlink("/tmp/evil.so");
  snprintf(path, sizeof path, "/dev/fd/%d", descriptor);
  load(path);
  close(descriptor);
}

// The working directory is the process's, so it is put back.
ATTACK(library_relative) {
  int before = open(".", O_RDONLY | O_DIRECTORY);
  drop(LIBRARY, "/tmp/evil.so");
  if (chdir("/tmp") == 0)
    load("./evil.so");
  if (fchdir(before) != 0)
    say("fchdir: %s\n", strerror(errno));
  close(before);
}

ATTACK(library_new_namespace) {
  drop(LIBRARY, "/tmp/evil.so");
  void *library = dlmopen(LM_ID_NEWLM, "/tmp/evil.so", RTLD_NOW);
  if (library == NULL)
    say("dlmopen: %s\n", dlerror());
  else
    dlclose(library);
}

// A library of the function's own that needs another one, which it looks for below /tmp.
ATTACK(library_run_path) {
  mkdir("/tmp/lib", 0755);
  drop(LIBRARY, "/tmp/lib/libabsent.so");
  load("/var/task/native/librunpath.so");
}

static void *load_in_thread(void *path) {
  load(path);
  return NULL;
}

ATTACK(library_in_thread) {
  pthread_t thread;
  drop(LIBRARY, "/tmp/evil.so");
  if (pthread_create(&thread, NULL, load_in_thread, "/tmp/evil.so") == 0)
    pthread_join(thread, NULL);
}

// libc's own loading of converters, which does not go through dlopen.
static void convert(void) {
  setenv("GCONV_PATH", "/tmp/gconv", 1);
  iconv_t converter = iconv_open("EVIL", "UTF-8");
  if (converter != (iconv_t)-1)
    iconv_close(converter);
}

ATTACK(library_converter) {
  mkdir("/tmp/gconv", 0755);
  drop(LIBRARY, "/tmp/gconv/evil.so");
  drop(ATTACKER "gconv-modules", "/tmp/gconv/gconv-modules");
  // In a fork, because libc reads the list of converters once.
  in_child(convert);
}
