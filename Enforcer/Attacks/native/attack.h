// What the families of native attacks share. An attack is a function of the module that each runtime loads
// from the function's own code: it stands for a native module with a flaw, or for what an intruder makes it
// do.
#ifndef ATTACK_H
#define ATTACK_H

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

struct attack {
  const char *name;
  void (*run)(void);
};

// Registers a function in the section that `attack_run` searches.
#define ATTACK(name)                                                                                         \
  static void name(void);                                                                                    \
  static const struct attack attack_##name __attribute__((section("attacks"), used)) = {#name, name};        \
  static void name(void)

// Where the intruder's files come from: stands for a download, and is not executable.
#define ATTACKER "/srv/attacker/"
#define STATIC ATTACKER "static"
#define DYNAMIC ATTACKER "dynamic"
#define LIBRARY ATTACKER "evil.so"

extern char **environ;

// Adds to what the attack hands back to the runtime.
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
void say_bytes(const char *bytes, size_t count);

// Copies a file of the intruder and makes it executable.
void drop(const char *source, const char *target);
int copy_to_descriptor(const char *source, int descriptor);

// Runs a function in a fork and waits for it, for attacks that replace their process.
void in_child(void (*body)(void));
// As above, and adds what the child writes to its standard output to the result.
void in_child_reading_output(void (*body)(void));
void execute_in_child(const char *path);

// System calls as machine code of this module, which no hook of a function can see.
long inline_syscall(long number, long a, long b, long c, long d, long e, long f);

#endif
