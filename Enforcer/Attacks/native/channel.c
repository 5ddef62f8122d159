// Attacks on the way that events take: whoever cannot be heard cannot raise an alarm.
#include "attack.h"

#include <sys/resource.h>

#define TARGET "/tmp/x"
// More attempts than a log should have lines for.
#define FLOOD 10000

static char *arguments[] = {TARGET, NULL};

static void execute_with(int descriptor) {
  if (descriptor < 0)
    close(2);
  else
    dup2(descriptor, 2);
  execve(TARGET, arguments, environ);
}

static void closed(void) { execute_with(-1); }
static void redirected(void) { execute_with(open("/dev/null", O_WRONLY)); }
static void read_only(void) { execute_with(open("/dev/null", O_RDONLY)); }

ATTACK(channel_closed) {
  drop(STATIC, TARGET);
  in_child(closed);
}

ATTACK(channel_redirected) {
  drop(STATIC, TARGET);
  in_child(redirected);
}

ATTACK(channel_not_writable) {
  drop(STATIC, TARGET);
  in_child(read_only);
}

// In the runtime itself, which keeps running; its descriptor is put back.
ATTACK(channel_of_runtime_redirected) {
  drop(STATIC, TARGET);
  int before = dup(2), nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, 2);
  execute_in_child(TARGET);
  dup2(before, 2);
  close(before);
  close(nowhere);
}

static void descriptors_used_up(void) {
  struct rlimit few = {64, 64};
  setrlimit(RLIMIT_NOFILE, &few);
  while (open("/dev/null", O_RDONLY | O_CLOEXEC) >= 0)
    continue;
  execve(TARGET, arguments, environ);
}

ATTACK(channel_no_descriptors) {
  drop(STATIC, TARGET);
  in_child(descriptors_used_up);
}

static void many(void) {
  for (int count = 0; count < FLOOD; count++)
    execve("/tmp/absent-or-denied", arguments, environ);
}

ATTACK(channel_flooded) {
  drop(ATTACKER "script.sh", "/tmp/absent-or-denied");
  chmod("/tmp/absent-or-denied", 0644);
  in_child(many);
}

static void many_then_target(void) {
  for (int count = 0; count < FLOOD; count++)
    execve("/tmp/absent-or-denied", arguments, environ);
  execve(TARGET, arguments, environ);
}

// The one attempt that matters, hidden behind ten thousand that do not.
ATTACK(channel_flooded_first) {
  drop(STATIC, TARGET);
  drop(ATTACKER "script.sh", "/tmp/absent-or-denied");
  chmod("/tmp/absent-or-denied", 0644);
  in_child(many_then_target);
}
