// A library whose loading is its effect; also what the dynamic loader and iconv ask of an auditor and a
// converter.
#include <fcntl.h>
#include <unistd.h>

__attribute__((constructor)) static void loaded(void) {
  int proof = open("/tmp/proof", O_WRONLY | O_CREAT | O_APPEND, 0666);
  if (proof < 0)
    return;
  if (write(proof, "loaded\n", 7) < 0)
    _exit(1);
  close(proof);
}

unsigned int la_version(unsigned int version) {
  loaded();
  return version;
}
int gconv_init(void *step) { return step == 0; }
int gconv(void) { return 0; }
void gconv_end(void *step) { (void)step; }

// What the function's own libraries expect of the one whose name this takes.
int needed(void) { return 0; }
int absent(void) { return 0; }
