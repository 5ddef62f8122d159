// The entry of the module and what its families share.
#include "attack.h"

#include <stdarg.h>

extern const struct attack __start_attacks[], __stop_attacks[];

static char output[65536];
static size_t used;

void say_bytes(const char *bytes, size_t count) {
  for (size_t index = 0; index < count && used + 1 < sizeof output; index++) {
    char byte = bytes[index];
    output[used++] = (byte >= ' ' && byte < 127) || byte == '\n' ? byte : ' ';
  }
  output[used] = 0;
}

void say(const char *format, ...) {
  char text[4096];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (length > 0)
    say_bytes(text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

int copy_to_descriptor(const char *source, int descriptor) {
  char buffer[65536];
  int input = open(source, O_RDONLY | O_CLOEXEC);
  if (input < 0)
    return -1;
  ssize_t count;
  while ((count = read(input, buffer, sizeof buffer)) > 0) {
    if (write(descriptor, buffer, (size_t)count) != count)
      break;
  }
  close(input);
  return count == 0 ? 0 : -1;
}

void drop(const char *source, const char *target) {
  int descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);
  if (descriptor < 0 || copy_to_descriptor(source, descriptor) != 0 || fchmod(descriptor, 0755) != 0) {
    say("cannot drop %s: %s\n", target, strerror(errno));
  }
  if (descriptor >= 0)
    close(descriptor);
}

void in_child(void (*body)(void)) {
  pid_t child = fork();
  if (child == 0) {
    body();
    _exit(111);
  }
  int status = 0;
  if (child > 0)
    waitpid(child, &status, 0);
  say("child ended with status %d\n", status);
}

void in_child_reading_output(void (*body)(void)) {
  int ends[2];
  if (pipe(ends) != 0)
    return;
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], 1);
    close(ends[0]);
    close(ends[1]);
    body();
    _exit(111);
  }
  close(ends[1]);
  char buffer[4096];
  ssize_t count;
  while ((count = read(ends[0], buffer, sizeof buffer)) > 0)
    say_bytes(buffer, (size_t)count);
  close(ends[0]);
  if (child > 0)
    waitpid(child, NULL, 0);
}

static const char *path_to_execute;

static void execute_path(void) {
  char *arguments[] = {(char *)path_to_execute, NULL};
  execve(path_to_execute, arguments, environ);
}

void execute_in_child(const char *path) {
  path_to_execute = path;
  in_child(execute_path);
}

long inline_syscall(long number, long a, long b, long c, long d, long e, long f) {
#if defined(__x86_64__)
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
#else
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  register long x4 __asm__("x4") = e;
  register long x5 __asm__("x5") = f;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
  return x0;
#endif
}

const char *attack_run(const char *name) {
  used = 0;
  output[0] = 0;
  for (const struct attack *entry = __start_attacks; entry < __stop_attacks; entry++) {
    if (strcmp(entry->name, name) == 0) {
      entry->run();
      return output;
    }
  }
  say("there is no native attack named %s\n", name);
  return output;
}
