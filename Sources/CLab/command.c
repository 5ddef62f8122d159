// The command of a sandbox: how it starts, and how everything that came of it ends.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

/// What one function may open and start on the platform.
enum { OPEN_FILE_LIMIT = 1024, PROCESS_LIMIT = 1024 };

/// Rounds of killing before descendants that keep starting others are left to the end of the namespace.
enum { KILL_ROUNDS = 1000, CHILDREN_READ = 4096 };

/// Where the command's side tells why it could not start.
enum { ANSWER = 3 };

static void default_signals(void) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  for (int number = 1; number < _NSIG; number++) sigaction(number, &action, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void close_above(int last) {
  // close_range of Linux 5.9.
  if (syscall(436, last + 1, ~0U, 0) == 0) return;
  for (int file = last + 1; file < 65536; file++) close(file);
}

/// Returns an error of what it tried, as errno.
static int become_command(const struct clab_sandbox *sandbox, int answer) {
  default_signals();
  setsid();
  int nothing = open("/dev/null", O_RDONLY);
  // Upwards first: each may be where another shall go.
  int output = fcntl(sandbox->output, F_DUPFD, 10);
  answer = fcntl(answer, F_DUPFD, 10);
  if (nothing < 0 || output < 0 || answer < 0 || dup2(nothing, 0) < 0 || dup2(output, 1) < 0 ||
      dup2(output, 2) < 0 || dup3(answer, ANSWER, O_CLOEXEC) < 0)
    return errno;
  close_above(ANSWER);
  setrlimit(RLIMIT_NOFILE, &(struct rlimit){OPEN_FILE_LIMIT, OPEN_FILE_LIMIT});
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  int changes_user = sandbox->flags & CLAB_CHANGE_USER;
  if (sandbox->flags & CLAB_LAMBDA_LIKE) {
    // Before the user changes: afterwards the right to do so without a promise is gone.
    int problem = clab_install_filter(!changes_user && !(sandbox->flags & CLAB_USER_NAMESPACE));
    if (problem != 0) return problem;
  }
  if (changes_user) {
    // Counted for the user over the whole machine, so only where the user is the sandbox's own.
    setrlimit(RLIMIT_NPROC, &(struct rlimit){PROCESS_LIMIT, PROCESS_LIMIT});
    if (syscall(SYS_setgroups, 0, NULL) != 0 ||
        syscall(SYS_setresgid, sandbox->group, sandbox->group, sandbox->group) != 0 ||
        syscall(SYS_setresuid, sandbox->user, sandbox->user, sandbox->user) != 0)
      return errno;
  }
  if (chdir(sandbox->folder) != 0) return errno;
  umask(022);
  execve(sandbox->arguments[0], sandbox->arguments, sandbox->environment);
  return errno;
}

int clab_run_command(const struct clab_sandbox *sandbox, int control) {
  int answer[2];
  if (pipe2(answer, O_CLOEXEC) != 0) clab_fail(control, CLAB_FAILED_SOCKET);
  int command = clab_fork();
  if (command == 0) {
    int problem = become_command(sandbox, answer[1]);
    ssize_t ignored = write(ANSWER, &problem, sizeof problem);
    (void)ignored;
    _exit(127);
  }
  int problem = command < 0 ? errno : 0;
  close(answer[1]);
  // Ends without a word when execve closes the other end.
  while (command > 0 && read(answer[0], &problem, sizeof problem) < 0 && errno == EINTR) {
  }
  close(answer[0]);
  if (problem != 0) {
    clab_report(control, (struct clab_report){.kind = CLAB_NOT_RUN, .value = problem}, -1);
    return 0;
  }
  clab_report(control, (struct clab_report){.kind = CLAB_STARTED, .value = command}, -1);
  return command;
}

/// Kills the children that the kernel lists; whether there were any.
static int kill_children(void) {
  char list[CHILDREN_READ];
  int file = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, list, sizeof list);
  close(file);
  int found = 0, process = 0;
  for (ssize_t i = 0; i < count; i++) {
    if (list[i] >= '0' && list[i] <= '9') {
      process = process * 10 + (list[i] - '0');
    } else {
      if (process > 1) found = 1, kill(process, SIGKILL);
      process = 0;
    }
  }
  return found;
}

void clab_end_descendants(void) {
  for (int round = 0; round < KILL_ROUNDS; round++) {
    int found = 1;
    // As the first of a process namespace, -1 is everybody else in it; anywhere else it would be the whole system.
    if (getpid() == 1) kill(-1, SIGKILL);
    else found = kill_children();
    // Children of the dead become ours, and are found in the next round.
    pid_t ended;
    while ((ended = waitpid(-1, NULL, WNOHANG)) > 0) {
    }
    if (!found || (ended < 0 && errno == ECHILD)) return;
    poll(NULL, 0, 1);
  }
}
