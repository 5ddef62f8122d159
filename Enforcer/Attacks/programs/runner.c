// A harmless helper of the function: runs the program that it is given.
#include <unistd.h>

extern char **environ;

int main(int count, char **arguments) {
  if (count > 1)
    execve(arguments[1], arguments + 1, environ);
  return 126;
}
