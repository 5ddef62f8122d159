// A helper with the set-user-id bit: in such programs the dynamic loader ignores LD_PRELOAD.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
  char line[64];
  int proof = open("/tmp/proof", O_WRONLY | O_CREAT | O_APPEND, 0666);
  int length = snprintf(line, sizeof line, "ran as user %d\n", geteuid());
  return proof >= 0 && write(proof, line, (size_t)length) == length ? 0 : 1;
}
