// The first process of a sandbox: builds it, runs the command on order, and takes everything with it when it ends.
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

void clab_report(int control, struct clab_report value, int descriptor) {
  struct iovec bytes = {&value, sizeof value};
  union {
    char space[CMSG_SPACE(sizeof(int))];
    struct cmsghdr header;
  } passed;
  struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1};
  if (descriptor >= 0) {
    message.msg_control = passed.space;
    message.msg_controllen = sizeof passed.space;
    passed.header.cmsg_len = CMSG_LEN(sizeof(int));
    passed.header.cmsg_level = SOL_SOCKET;
    passed.header.cmsg_type = SCM_RIGHTS;
    memcpy(CMSG_DATA(&passed.header), &descriptor, sizeof descriptor);
  }
  while (sendmsg(control, &message, MSG_NOSIGNAL) < 0 && errno == EINTR) {
  }
}

void clab_fail(int control, int step) {
  clab_report(control, (struct clab_report){.kind = CLAB_FAILED, .value = errno, .step = step}, -1);
  _exit(1);
}

/// Takes the statuses of the dead; whether the command is among them, which is reported.
static int take_dead(int control, int command) {
  int status, command_ended = 0;
  struct rusage usage;
  pid_t ended;
  while ((ended = wait4(-1, &status, WNOHANG, &usage)) > 0) {
    if (ended != command) continue;
    command_ended = 1;
    struct clab_report report = {.kind = CLAB_EXITED, .value = status, .peak_bytes = usage.ru_maxrss * 1024L};
    clab_report(control, report, -1);
  }
  return command_ended;
}

static void serve(const struct clab_sandbox *sandbox, int control) {
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  int deaths = signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
  if (deaths < 0) clab_fail(control, CLAB_FAILED_SOCKET);
  struct pollfd sources[2] = {{control, POLLIN, 0}, {deaths, POLLIN, 0}};
  int command = 0;
  while (1) {
    if (poll(sources, 2, -1) < 0 && errno != EINTR) break;
    struct signalfd_siginfo information;
    while (read(deaths, &information, sizeof information) > 0) {
    }
    if (take_dead(control, command)) command = 0;
    if (sources[0].revents == 0) continue;
    char order;
    ssize_t count = recv(control, &order, 1, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (count <= 0) break;
    if (order == CLAB_RUN && command == 0) command = clab_run_command(sandbox, control);
    if (order == CLAB_KILL) {
      if (command > 0) kill(command, SIGKILL);
      // First, so that its status is not lost among the others'.
      for (int wait = 0; command > 0 && wait < 5000; wait++) {
        if (take_dead(control, command)) command = 0;
        else poll(NULL, 0, 1);
      }
      clab_end_descendants();
    }
  }
  clab_end_descendants();
  _exit(0);
}

static void be_first(const struct clab_sandbox *sandbox, int control) {
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, NULL);
  if (sandbox->flags & CLAB_USER_NAMESPACE) clab_map_users(sandbox, control);
  // The environment and memory of whoever runs the lab are still in this process; the function shall not see them.
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // Orphans of the command come to us where there is no namespace that sends them.
  prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  int listener = -1;
  if (sandbox->flags & CLAB_NO_NETWORK) {
    uint16_t port = sandbox->port;
    listener = clab_listen(&port, 1);
    if (listener < 0) clab_fail(control, CLAB_FAILED_LISTENER);
  }
  if (sandbox->flags & CLAB_NAMESPACES) clab_build_root(sandbox, control);
  clab_report(control, (struct clab_report){.kind = CLAB_READY}, listener);
  if (listener >= 0) close(listener);
  serve(sandbox, control);
}

struct clab_process clab_start(const struct clab_sandbox *sandbox) {
  int control[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control) != 0)
    return (struct clab_process){-errno, -1};
  unsigned long namespaces = 0;
  if (sandbox->flags & CLAB_NAMESPACES) namespaces |= CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS;
  if (sandbox->flags & CLAB_USER_NAMESPACE) namespaces |= CLONE_NEWUSER;
  if (sandbox->flags & CLAB_NO_NETWORK) namespaces |= CLONE_NEWNET;
  int process = (int)syscall(SYS_clone, namespaces | SIGCHLD, 0, 0, 0, 0);
  if (process == 0) {
    close(control[0]);
    be_first(sandbox, control[1]);
  }
  int problem = errno;
  close(control[1]);
  if (process > 0) return (struct clab_process){process, control[0]};
  close(control[0]);
  return (struct clab_process){-problem, -1};
}
