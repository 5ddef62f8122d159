// Environments that a child's must be made from, at their limits: whoever cannot add to one may not let the
// child go without.
#include "attack.h"

#include <pthread.h>

#define TARGET "/tmp/x"
#define HELPER "/var/task/bin/runner"
#define VARIABLES 30000
#define THREADS 24

static char *arguments[] = {HELPER, TARGET, NULL};
static char *many[VARIABLES + 1];
static char names[VARIABLES][12];
static char *two[] = {"LD_PRELOAD=", "LD_PRELOAD=", "A=B", "LD_PRELOAD=", NULL};
static char longest[100000];
static char *one[] = {longest, NULL};

static void execute_with(char **environment) { execve(HELPER, arguments, environment); }

static void fill_many(void) {
  for (int index = 0; index < VARIABLES; index++) {
    snprintf(names[index], sizeof names[index], "V%d=", index);
    many[index] = names[index];
  }
}

static void with_many(void) {
  fill_many();
  execute_with(many);
}

static void with_long(void) {
  memset(longest, 'A', sizeof longest - 1);
  longest[1] = '=';
  execute_with(one);
}

static void without(void) { execute_with(NULL); }
static void with_two(void) { execute_with(two); }
static void no_arguments(void) { execve(TARGET, NULL, environ); }

static void attempt(void (*body)(void)) {
  drop(STATIC, TARGET);
  in_child(body);
}

ATTACK(helper_with_many_variables) { attempt(with_many); }
ATTACK(helper_with_long_variable) { attempt(with_long); }
ATTACK(helper_without_environment) { attempt(without); }
ATTACK(helper_with_two_preloads) { attempt(with_two); }
ATTACK(without_arguments) { attempt(no_arguments); }

static void *execute_in_thread(void *unused) {
  pid_t child = vfork();
  if (child == 0) {
    execve(HELPER, arguments, many);
    _exit(111);
  }
  if (child > 0)
    waitpid(child, NULL, 0);
  return unused;
}

ATTACK(many_at_once) {
  pthread_t threads[THREADS];
  drop(STATIC, TARGET);
  fill_many();
  for (int index = 0; index < THREADS; index++)
    pthread_create(&threads[index], NULL, execute_in_thread, NULL);
  for (int index = 0; index < THREADS; index++)
    pthread_join(threads[index], NULL);
}
