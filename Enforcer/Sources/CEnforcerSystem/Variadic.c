// Hooks that Swift cannot declare: with variable arguments, or returning twice.
#include <stdarg.h>
#include <stddef.h>

#define argument_limit 1024

extern int parapet_execute(const char *path, char *const *arguments, char *const *environment, int searches);

enum kind { by_path, searched, with_environment };

// Collects what follows the first argument, up to and with the NULL.
static int execute(enum kind kind, const char *path, const char *first, va_list *rest) {
  static char *const none[] = {NULL};
  const char *list[argument_limit];
  size_t count = 0;
  for (const char *each = first; each != NULL && count < argument_limit - 1; each = va_arg(*rest, char *))
    list[count++] = each;
  list[count] = NULL;
  char *const *environment = NULL;
  if (kind == with_environment && (environment = va_arg(*rest, char *const *)) == NULL) environment = none;
  return parapet_execute(path, (char *const *)list, environment, kind == searched);
}

#define VARIADIC(name, kind)                       \
  int name(const char *path, const char *first, ...) { \
    va_list rest;                                  \
    va_start(rest, first);                         \
    int result = execute(kind, path, first, &rest); \
    va_end(rest);                                  \
    return result;                                 \
  }
VARIADIC(execl, by_path)
VARIADIC(execlp, searched)
VARIADIC(execle, with_environment)

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
