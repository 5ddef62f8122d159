// Loading of libraries. In C, because the real function must see the caller's own return address: it decides whose
// search path and namespace count. Only a tail call that the compiler guarantees leaves it in place.
#include <stdint.h>

typedef void *(*open_library)(const char *path, int flags);
typedef void *(*open_library_in)(long name_space, const char *path, int flags);

/// LM_ID_NEWLM.
enum { new_namespace = -1 };

/// The path itself, or one that does not exist: the real function then fails as programs expect it to.
extern const char *judged_library(const char *path, _Bool in_new_namespace);
extern void *real_library_function(_Bool in_namespace);

__attribute__((visibility("default"))) void *dlopen(const char *path, int flags) {
  open_library open = (open_library)real_library_function(0);
  path = judged_library(path, 0);
  __attribute__((musttail)) return open(path, flags);
}

__attribute__((visibility("default"))) void *dlmopen(long name_space, const char *path, int flags) {
  open_library_in open = (open_library_in)real_library_function(1);
  path = judged_library(path, name_space == new_namespace);
  __attribute__((musttail)) return open(name_space, path, flags);
}
