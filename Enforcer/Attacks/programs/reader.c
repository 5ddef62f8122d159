// Prints the environment of the parent process, as the kernel shows it.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
  char path[64], text[65536];
  snprintf(path, sizeof path, "/proc/%d/environ", getppid());
  int file = open(path, O_RDONLY);
  ssize_t count = file < 0 ? -1 : read(file, text, sizeof text);
  return count > 0 && write(1, text, (size_t)count) == count ? 0 : 1;
}
