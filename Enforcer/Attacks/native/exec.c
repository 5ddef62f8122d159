// Every way from native code to a new program; what is run was dropped into a writable directory just before.
#include "attack.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <wordexp.h>

#define TARGET "/tmp/x"

static char *arguments[] = {TARGET, NULL};

static void drop_target(void) { drop(STATIC, TARGET); }

// Drops the program, then runs one expression in a fork.
#define EXEC_ATTACK(name, expression)                                                                        \
  static void name##_body(void) { expression; }                                                              \
  ATTACK(name) {                                                                                             \
    drop_target();                                                                                           \
    in_child(name##_body);                                                                                   \
  }

EXEC_ATTACK(libc_execve, execve(TARGET, arguments, environ))
EXEC_ATTACK(libc_execv, execv(TARGET, arguments))
EXEC_ATTACK(libc_execvp, execvp(TARGET, arguments))
EXEC_ATTACK(libc_execvpe, execvpe(TARGET, arguments, environ))
EXEC_ATTACK(libc_execl, execl(TARGET, TARGET, (char *)NULL))
EXEC_ATTACK(libc_execle, execle(TARGET, TARGET, (char *)NULL, environ))
EXEC_ATTACK(libc_execlp, execlp(TARGET, TARGET, (char *)NULL))
EXEC_ATTACK(libc_fexecve, fexecve(open(TARGET, O_RDONLY), arguments, environ))
EXEC_ATTACK(libc_execveat, execveat(AT_FDCWD, TARGET, arguments, environ, 0))
EXEC_ATTACK(libc_syscall_execve, syscall(SYS_execve, TARGET, arguments, environ))
EXEC_ATTACK(libc_syscall_execveat, syscall(SYS_execveat, AT_FDCWD, TARGET, arguments, environ, 0))
EXEC_ATTACK(inline_execve, inline_syscall(SYS_execve, (long)TARGET, (long)arguments, (long)environ, 0, 0, 0))
EXEC_ATTACK(inline_execveat,
            inline_syscall(SYS_execveat, AT_FDCWD, (long)TARGET, (long)arguments, (long)environ, 0, 0))
// Not by `setenv`: bash has a function of that name, which knows only bash's own variables.
static char *path_of_intruder[] = {"PATH=/tmp", NULL};
static char *path_of_here[] = {"PATH=:.", NULL};
EXEC_ATTACK(search_path_of_here, environ = path_of_here; chdir("/tmp"); execlp("x", "x", (char *)NULL))
EXEC_ATTACK(search_path, environ = path_of_intruder; execlp("x", "x", (char *)NULL))

ATTACK(libc_system) {
  drop_target();
  say("status %d\n", system(TARGET));
}

ATTACK(libc_popen) {
  drop_target();
  FILE *pipe = popen(TARGET, "r");
  if (pipe != NULL)
    pclose(pipe);
}

ATTACK(libc_wordexp) {
  drop_target();
  wordexp_t words;
  if (wordexp("$(" TARGET ")", &words, 0) == 0)
    wordfree(&words);
}

static void spawn(int (*function)(pid_t *, const char *, const posix_spawn_file_actions_t *,
                                  const posix_spawnattr_t *, char *const[], char *const[]),
                  const posix_spawn_file_actions_t *actions) {
  pid_t child = 0;
  drop_target();
  int error = function(&child, TARGET, actions, NULL, arguments, environ);
  if (error == 0)
    waitpid(child, NULL, 0);
  say("posix_spawn: %d\n", error);
}

ATTACK(libc_posix_spawn) { spawn(posix_spawn, NULL); }
ATTACK(libc_posix_spawnp) { spawn(posix_spawnp, NULL); }

ATTACK(posix_spawn_with_actions) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 9, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, 9, 0);
  posix_spawn_file_actions_addchdir_np(&actions, "/tmp");
  spawn(posix_spawn, &actions);
  posix_spawn_file_actions_destroy(&actions);
}

ATTACK(posix_spawn_relative_after_chdir) {
  posix_spawn_file_actions_t actions;
  pid_t child = 0;
  drop_target();
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, "/tmp");
  int error = posix_spawn(&child, "./x", &actions, NULL, arguments, environ);
  if (error == 0)
    waitpid(child, NULL, 0);
  say("posix_spawn: %d\n", error);
  posix_spawn_file_actions_destroy(&actions);
}

ATTACK(vfork_execve) {
  drop_target();
  pid_t child = vfork();
  if (child == 0) {
    execve(TARGET, arguments, environ);
    _exit(111);
  }
  if (child > 0)
    waitpid(child, NULL, 0);
}

static int execute_target(void *unused) {
  (void)unused;
  execve(TARGET, arguments, environ);
  return 111;
}

static void clone_with(int flags) {
  static char stack[65536] __attribute__((aligned(16)));
  drop_target();
  pid_t child = clone(execute_target, stack + sizeof stack, flags | SIGCHLD, NULL);
  if (child > 0)
    waitpid(child, NULL, 0);
  say("clone: %d\n", child);
}

ATTACK(clone_vm_vfork) { clone_with(CLONE_VM | CLONE_VFORK); }
ATTACK(clone_shared_files) { clone_with(CLONE_VM | CLONE_VFORK | CLONE_FILES | CLONE_FS); }

ATTACK(clone3_raw) {
  uint64_t clone_arguments[8] = {0};
  clone_arguments[4] = SIGCHLD;
  drop_target();
  long child = inline_syscall(SYS_clone3, (long)clone_arguments, sizeof clone_arguments, 0, 0, 0, 0);
  if (child == 0) {
    execve(TARGET, arguments, environ);
    _exit(111);
  }
  if (child > 0)
    waitpid((pid_t)child, NULL, 0);
}

static void *thread_body(void *unused) {
  execute_target(unused);
  return NULL;
}

EXEC_ATTACK(thread_execve, pthread_t thread; pthread_create(&thread, NULL, thread_body, NULL);
            pthread_join(thread, NULL))

static void handler(int number) {
  (void)number;
  execve(TARGET, arguments, environ);
}

EXEC_ATTACK(signal_handler_execve, signal(SIGUSR1, handler); raise(SIGUSR1))

static void at_exit(void) { execve(TARGET, arguments, environ); }

// `exit` would run the host's own handlers, which know nothing of the fork; ours comes first and does not
// return.
EXEC_ATTACK(atexit_execve, atexit(at_exit); exit(0))

// Replaces the runtime itself, without a fork.
ATTACK(runtime_execve) {
  drop_target();
  execve(TARGET, arguments, environ);
  say("execve: %s\n", strerror(errno));
}
