// What an intruder would like to run. Its only effect is the proof that it ran.
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments) {
  const char *name = count > 0 ? arguments[0] : "";
  int proof = open("/tmp/proof", O_WRONLY | O_CREAT | O_APPEND, 0666);
  if (proof < 0)
    return 1;
  if (write(proof, "ran as ", 7) != 7 || write(proof, name, strlen(name)) < 0 || write(proof, "\n", 1) != 1)
    return 1;
  return 0;
}
