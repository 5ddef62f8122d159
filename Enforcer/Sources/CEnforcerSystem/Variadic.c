// Hooks that Swift cannot declare: with variable arguments, or returning twice.
#include <stdarg.h>
#include <stddef.h>

#define argument_limit 1024

extern int parapet_execute(const char *path, char *const *arguments, char *const *environment, int searches);

// Collects what follows the first argument, up to and with the NULL.
#define COLLECT(list, first, rest)                                                     \
  const char *list[argument_limit];                                                    \
  size_t count = 0;                                                                    \
  for (const char *each = first; count < argument_limit; each = va_arg(rest, char *)) { \
    list[count++] = each;                                                              \
    if (each == NULL) break;                                                           \
  }                                                                                    \
  list[argument_limit - 1] = NULL

int execl(const char *path, const char *first, ...) {
  va_list rest;
  va_start(rest, first);
  COLLECT(list, first, rest);
  va_end(rest);
  return parapet_execute(path, (char *const *)list, NULL, 0);
}

int execlp(const char *file, const char *first, ...) {
  va_list rest;
  va_start(rest, first);
  COLLECT(list, first, rest);
  va_end(rest);
  return parapet_execute(file, (char *const *)list, NULL, 1);
}

int execle(const char *path, const char *first, ...) {
  va_list rest;
  va_start(rest, first);
  COLLECT(list, first, rest);
  char *const *environment = va_arg(rest, char *const *);
  va_end(rest);
  static char *const none[] = {NULL};
  return parapet_execute(path, (char *const *)list, environment ? environment : none, 0);
}

// Which function to go on with; NULL when the policy forbids it and the error was set.
extern int (*parapet_judge_fork(int is_vfork))(void);

// The frame of this function must be gone when the child runs: it shares the stack with its parent.
int vfork(void) {
  int (*function)(void) = parapet_judge_fork(1);
  if (function == NULL) return -1;
  __attribute__((musttail)) return function();
}

int fork(void) {
  int (*function)(void) = parapet_judge_fork(0);
  if (function == NULL) return -1;
  __attribute__((musttail)) return function();
}
