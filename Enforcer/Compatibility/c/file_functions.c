// open and its relatives with modes, flags and errors; streams; libraries loaded at run time; variables.

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

extern char** environ;

static void opened(const char* name, int descriptor) {
  struct stat status = {0};
  int problem = errno;
  if (descriptor < 0) {
    printf("%s: errno %d\n", name, problem);
    return;
  }
  fstat(descriptor, &status);
  printf("%s: descriptor %d, mode %o, flags %x, close on exec %d\n", name, descriptor, status.st_mode,
         fcntl(descriptor, F_GETFL), fcntl(descriptor, F_GETFD));
  close(descriptor);
}

static void files(const char* folder) {
  umask(022);
  if (chdir(folder) != 0) exit(1);
  opened("create", open("a", O_CREAT | O_WRONLY, 0666));
  opened("create, strict", open("b", O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600));
  opened("create, again", open("b", O_CREAT | O_EXCL | O_RDWR, 0600));
  opened("creat", creat("c", 0640));
  opened("open64", open64("d", O_CREAT | O_APPEND | O_WRONLY, 0604));
  opened("openat", openat(AT_FDCWD, "e", O_CREAT | O_RDWR, 0644));
  opened("nameless", open(".", O_TMPFILE | O_RDWR, 0600));
  opened("folder", open(".", O_RDONLY | O_DIRECTORY));
  opened("path only", open("a", O_PATH));
  opened("missing", open("none", O_RDONLY));
  opened("folder to write", open(".", O_WRONLY));
  opened("bad pointer", open((char*)16, O_RDONLY));
  opened("bad folder", openat(-2, "a", O_RDONLY));
  opened("empty", open("", O_RDONLY));
  opened("null device", open("/dev/null", O_RDWR));
  opened("own program", open("/proc/self/exe", O_RDONLY));
  char pattern[] = "tXXXXXX", suffixed[] = "tXXXXXX.txt";
  opened("mkstemp", mkstemp(pattern));
  opened("mkstemps", mkstemps(suffixed, 4));
  opened("mkostemp", mkostemp(strcpy(pattern, "uXXXXXX"), O_CLOEXEC));
}

static void streams(void) {
  const char* modes[] = {"r", "w", "a", "r+", "w+", "rb", "we", "wx", "q"};
  for (unsigned index = 0; index < sizeof modes / sizeof *modes; index++) {
    errno = 0;
    FILE* stream = fopen("a", modes[index]);
    printf("fopen %s: %d, errno %d\n", modes[index], stream != NULL, errno);
    if (stream) {
      printf("close on exec %d, written %d\n", fcntl(fileno(stream), F_GETFD), fputs("text\n", stream) >= 0);
      fclose(stream);
    }
  }
  FILE* stream = fopen64("a", "r");
  stream = freopen("b", "w", stream);
  printf("freopen %d\n", stream != NULL && fputs("text", stream) >= 0 && fclose(stream) == 0);
  stream = tmpfile();
  printf("tmpfile %d\n", stream != NULL && fclose(stream) == 0);
  printf("missing: %d", fopen("none", "r") == NULL);
  printf(", errno %d\n", errno);
  DIR* listing = opendir(".");
  int entries = 0;
  while (readdir(listing)) entries++;
  closedir(listing);
  printf("entries %d\n", entries);
}

static void libraries(void) {
  void* mathematics = dlopen("libm.so.6", RTLD_NOW);
  double (*cosine)(double) = (double (*)(double))dlsym(mathematics, "cos");
  printf("cos %.1f, again the same %d\n", cosine(0),
         dlopen("libm.so.6", RTLD_NOW | RTLD_NOLOAD) == mathematics);
  printf("missing %d: ", dlopen("/nonexistent/x.so", RTLD_NOW) == NULL);
  printf("%s\n", dlerror());
  printf("no error left %d\n", dlerror() == NULL);
  char text[512];
  snprintf(text, sizeof text, "%s/key.pem", getenv("COMPATIBILITY_TLS"));
  printf("not a library %d: ", dlopen(text, RTLD_NOW) == NULL);
  printf("%s\n", dlerror());
  printf("the program %d, no symbol %d\n", dlopen(NULL, RTLD_NOW) != NULL,
         dlsym(mathematics, "none") == NULL);
  printf("closed %d\n", dlclose(mathematics));
  Dl_info place;
  printf("execve is in %s\n", dladdr(dlsym(RTLD_DEFAULT, "getpid"), &place) ? "a library" : "nothing");
  int memory = memfd_create("data", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  printf("memfd %d, sealed %d\n", memory,
         write(memory, "abc", 3) == 3 && fcntl(memory, F_ADD_SEALS, F_SEAL_WRITE) == 0);
  close(memory);
}

static int ordered(const void* left, const void* right) { return strcmp(*(char**)left, *(char**)right); }

static void environment(void) {
  int count = 0;
  while (environ[count]) count++;
  qsort(environ, count, sizeof *environ, ordered);
  for (int index = 0; index < count; index++) printf("variable %s\n", environ[index]);
  setenv("ADDED", "later", 1);
  unsetenv("HOME");
  printf("%s %d %d\n", getenv("ADDED"), getenv("HOME") == NULL, clearenv());
  printf("cleared %d\n", environ == NULL || *environ == NULL);
}

int main(void) {
  files(getenv("TMPDIR"));
  streams();
  libraries();
  environment();
  printf("next descriptor %d\n", open("/dev/null", O_RDONLY));
  return 0;
}
