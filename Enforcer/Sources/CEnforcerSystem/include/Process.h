// What the process around the library offers, and C that Swift cannot say.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include "Structures.h"

typedef char *_Nullable *_Nullable string_list;
typedef int (*object_visitor)(const struct loaded_object *_Nonnull object, size_t size, void *_Nullable context);

// The only two names the library asks the dynamic linker for. Weak: without them it stays idle instead of keeping
// the program from starting. `environ` must come from the linker, because a program may hold the only copy.
extern char *_Nullable *_Nullable environ __attribute__((weak));
extern int dl_iterate_phdr(object_visitor _Nonnull visitor, void *_Nullable context) __attribute__((weak));

static inline string_list *_Nullable environment_variable_list(void) { return (string_list *)&environ; }
static inline int visit_objects(object_visitor _Nonnull visitor, void *_Nullable context) {
  return dl_iterate_phdr ? dl_iterate_phdr(visitor, context) : 0;
}

/// Where the library itself was loaded; the linker defines the name.
extern const char __ehdr_start[] __attribute__((visibility("hidden")));
static inline uint64_t own_base(void) { return (uint64_t)__ehdr_start; }

/// Where this thread keeps its own variables: a child of vfork shares it with the thread that waits for it.
static inline long thread_identity(void) { return (long)__builtin_thread_pointer(); }

/// Calls `__errno_location` or another function without parameters that returns a place.
static inline int *_Nullable call_place(const void *_Nonnull function) {
  return ((int *(*)(void))function)();
}

/// Makes instructions that were just written visible to those that fetch them.
static inline void synchronize_instructions(long start, long end) {
#if defined(__aarch64__)
  // 16 bytes is the smallest cache line there may be; the places are few.
  for (long place = start & ~15L; place < end; place += 16)
    __asm__ volatile("dc cvau, %0\n dsb ish\n ic ivau, %0" ::"r"(place) : "memory");
  __asm__ volatile("dsb ish\n isb" ::: "memory");
#endif
}

/// SHA-256 in the processor; see SHA256.c.
extern int has_sha256_instructions(void);
extern void sha256_instructions(
    uint32_t *_Nonnull state, const uint8_t *_Nonnull data, size_t blocks, const uint32_t *_Nonnull constants);

/// The built-in policy; see StrictPolicy.c.
extern const void *_Nonnull strict_policy(void);

// What is called instead of functions that this C library does not have.
static long missing_call(void) { return -1; }
static void *_Nullable missing_pointer(void) { return NULL; }
static inline unsigned long missing_function(_Bool returns_pointer) {
  return returns_pointer ? (unsigned long)missing_pointer : (unsigned long)missing_call;
}
