// A child that says what it was given, built for every libc and word size that the machine has.
//   report [EXIT-CODE [TEXT]]     arguments, standard input, environment
//   report spawn PROGRAM TEXT     starts a program of its own

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

static int spawn(char** arguments) {
  pid_t child = fork();
  if (child == 0) {
    execve(arguments[0], arguments, environ);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int count, char** arguments) {
  if (count > 2 && strcmp(arguments[1], "spawn") == 0) return spawn(arguments + 2);
  for (int index = 1; index < count; index++) printf("argument %s\n", arguments[index]);
  for (char** entry = environ; *entry; entry++) puts(*entry);
  char text[64];
  size_t length = fread(text, 1, sizeof text, stdin);
  printf("input %.*s\n", (int)length, text);
  fflush(stdout);
  if (length > 0) fputs("on standard error\n", stderr);
  return count > 1 ? atoi(arguments[1]) : 0;
}
