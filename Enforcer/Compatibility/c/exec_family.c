// Every function of the C library that starts a program: from threads, after fork, vfork and clone.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;
static char* const arguments[] = {"sh", "-c", "exit ${CODE-9}", NULL};
static char* const variables[] = {"CODE=5", "PATH=/usr/bin:/bin", NULL};

static int code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

static void report(const char* name, pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  printf("%s %d\n", name, code(status));
  fflush(stdout);
}

// After fork; a failing call ends the child with its errno.
#define FORKED(name, call) \
  do {                     \
    pid_t child = fork();  \
    if (child == 0) {      \
      call;                \
      _exit(errno);        \
    }                      \
    report(name, child);   \
  } while (0)

static void family(void) {
  FORKED("execl", execl("/bin/sh", "sh", "-c", "exit 1", NULL));
  FORKED("execl, many", execl("/bin/sh", "sh", "-c", "exit $#", "0", "1", "2", "3", "4", "5", "6", "7", "8",
                              "9", "a", "b", NULL));
  FORKED("execlp", execlp("sh", "sh", "-c", "exit 2", NULL));
  FORKED("execle", execle("/bin/sh", "sh", "-c", "exit $CODE", NULL, variables));
  FORKED("execv", execv("/bin/sh", arguments));
  FORKED("execvp", execvp("sh", arguments));
  FORKED("execvpe", execvpe("sh", arguments, variables));
  FORKED("execve", execve("/bin/sh", arguments, variables));
  FORKED("execve, no environment", execve("/bin/sh", arguments, NULL));
  FORKED("execveat", execveat(AT_FDCWD, "/bin/sh", arguments, variables, 0));
  int folder = open("/bin", O_PATH | O_DIRECTORY | O_CLOEXEC), file = open("/bin/sh", O_RDONLY | O_CLOEXEC);
  FORKED("execveat, folder", execveat(folder, "sh", arguments, variables, 0));
  FORKED("execveat, file", execveat(file, "", arguments, variables, AT_EMPTY_PATH));
  FORKED("fexecve", fexecve(file, arguments, variables));
  FORKED("syscall", syscall(SYS_execve, "/bin/sh", arguments, variables));
  FORKED("missing", execve("/nonexistent", arguments, variables));
  FORKED("folder", execve("/etc", arguments, variables));
  FORKED("not a program", execve("/etc/passwd", arguments, variables));
  FORKED("bad pointer", execve((char*)16, arguments, variables));
  FORKED("bad arguments", execve("/bin/sh", (char**)16, variables));
  FORKED("bad descriptor", fexecve(-1, arguments, variables));
}

static void vforked(void) {
  pid_t child = vfork();
  if (child == 0) {
    execve("/bin/sh", arguments, variables);
    _exit(99);
  }
  report("vfork", child);
  child = vfork();
  if (child == 0) {
    execve("/nonexistent", arguments, variables);
    _exit(errno);
  }
  report("vfork, missing", child);
}

static int become(void* program) {
  execve(program, arguments, variables);
  return errno;
}

static void cloned(void) {
  static char stack[256 * 1024] __attribute__((aligned(16)));
  report("clone", clone(become, stack + sizeof stack, SIGCHLD, "/bin/sh"));
  report("clone, shared memory",
         clone(become, stack + sizeof stack, CLONE_VM | CLONE_VFORK | SIGCHLD, "/bin/sh"));
  report("clone, missing",
         clone(become, stack + sizeof stack, CLONE_VM | CLONE_VFORK | SIGCHLD, "/nonexistent"));
}

static void spawned(void) {
  pid_t child;
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t blocked, ignored;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addclose(&actions, 2);
  posix_spawnattr_init(&attributes);
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGUSR1);
  sigfillset(&ignored);
  posix_spawnattr_setsigmask(&attributes, &blocked);
  posix_spawnattr_setsigdefault(&attributes, &ignored);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  errno = 42;
  int result = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, variables);
  printf("posix_spawn %d, errno %d\n", result, errno);
  report("posix_spawn", child);
  printf("posix_spawnp %d\n", posix_spawnp(&child, "sh", NULL, NULL, arguments, environ));
  report("posix_spawnp", child);
  printf("posix_spawn, missing %d\n", posix_spawn(&child, "/nonexistent", NULL, NULL, arguments, variables));
  printf("posix_spawnp, missing %d\n",
         posix_spawnp(&child, "no-such-program", NULL, NULL, arguments, variables));
  printf("posix_spawn, without a place for the pid %d\n",
         posix_spawn(NULL, "/bin/true", NULL, NULL, arguments, variables));
  wait(NULL);
}

static void shells(void) {
  errno = 42;
  printf("system %d", code(system("exit 6")));
  printf(", errno %d, available %d\n", errno, system(NULL) != 0);
  FILE* stream = popen("echo read; exit 7", "r");
  char line[16] = "";
  fgets(line, sizeof line, stream);
  printf("popen %s", line);
  printf("pclose %d\n", code(pclose(stream)));
  fflush(stdout);
  stream = popen("cat", "w");
  fputs("written\n", stream);
  printf("pclose %d\n", code(pclose(stream)));
  fflush(stdout);
}

static void* thread(void* result) {
  for (int round = 0; round < 20; round++) *(int*)result += code(system("exit 1"));
  return NULL;
}

static void threads(void) {
  pthread_t running[8];
  int results[8] = {0}, sum = 0;
  for (int index = 0; index < 8; index++) pthread_create(&running[index], NULL, thread, &results[index]);
  for (int index = 0; index < 8; index++) {
    pthread_join(running[index], NULL);
    sum += results[index];
  }
  printf("threads %d\n", sum);
}

// Where only functions may be called that are safe in a handler: exec is one of them.
static void in_handler(int number) {
  (void)number;
  pid_t child = fork();
  if (child == 0) {
    execve("/bin/sh", arguments, variables);
    _exit(errno);
  }
  waitpid(child, NULL, 0);
  write(1, "handler done\n", 13);
}

int main(void) {
  family();
  vforked();
  cloned();
  spawned();
  shells();
  threads();
  signal(SIGUSR2, in_handler);
  raise(SIGUSR2);
  // On a stack of 32 KiB, which is what a small thread or coroutine has.
  pthread_attr_t small;
  pthread_t running;
  int result = 0;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 32 * 1024);
  pthread_create(&running, &small, thread, &result);
  pthread_join(running, NULL);
  printf("small stack %d\n", result);
  fflush(stdout);
  execl("/bin/sh", "sh", "-c", "echo at last; exit 3", NULL);
}
