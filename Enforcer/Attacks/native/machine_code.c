// Attacks that bring their own instructions or use those of libc beside its functions.
#include "attack.h"

#include <dlfcn.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#define TARGET "/tmp/x"

static char *arguments[] = {TARGET, NULL};

#if defined(__x86_64__)
// mov rax, rdi; mov rdi, rsi; mov rsi, rdx; mov rdx, rcx; mov r10, r8; syscall; ret
static const unsigned char code[] = {0x48, 0x89, 0xf8, 0x48, 0x89, 0xf7, 0x48, 0x89, 0xd6,
                                     0x48, 0x89, 0xca, 0x4d, 0x89, 0xc2, 0x0f, 0x05, 0xc3};
#else
// mov x8, x0; mov x0, x1; mov x1, x2; mov x2, x3; mov x3, x4; svc 0; ret
static const unsigned char code[] = {0xe8, 0x03, 0x00, 0xaa, 0xe0, 0x03, 0x01, 0xaa, 0xe1, 0x03,
                                     0x02, 0xaa, 0xe2, 0x03, 0x03, 0xaa, 0xe3, 0x03, 0x04, 0xaa,
                                     0x01, 0x00, 0x00, 0xd4, 0xc0, 0x03, 0x5f, 0xd6};
#endif

typedef long (*call)(long, long, long, long, long);

static call entry;

static void execute_by_entry(void) { entry(SYS_execve, (long)TARGET, (long)arguments, (long)environ, 0); }

ATTACK(writable_executable_memory) {
  drop(STATIC, TARGET);
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED)
    return;
  memcpy(page, code, sizeof code);
  __builtin___clear_cache(page, (char *)page + sizeof code);
  entry = (call)page;
  in_child(execute_by_entry);
  munmap(page, 4096);
}

ATTACK(mapped_code_file) {
  drop(STATIC, TARGET);
  int file = open("/tmp/code", O_RDWR | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || write(file, code, sizeof code) != sizeof code)
    return;
  void *page = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0);
  close(file);
  if (page == MAP_FAILED)
    return;
  entry = (call)page;
  in_child(execute_by_entry);
  munmap(page, 4096);
}

#if defined(__x86_64__)
// The instruction `syscall; ret` inside of libc, reached past all its functions.
static const unsigned char *gadget(void) {
  const unsigned char *byte = dlsym(RTLD_DEFAULT, "getpid");
  for (size_t index = 0; byte != NULL && index < 65536; index++) {
    if (byte[index] == 0x0f && byte[index + 1] == 0x05 && byte[index + 2] == 0xc3)
      return byte + index;
  }
  return NULL;
}

static void execute_by_gadget(void) {
  const unsigned char *target = gadget();
  long result;
  if (target == NULL)
    return;
  __asm__ volatile("call *%5"
                   : "=a"(result)
                   : "a"((long)SYS_execve), "D"(TARGET), "S"(arguments), "d"(environ), "r"(target)
                   : "rcx", "r11", "memory");
}

ATTACK(libc_gadget) {
  drop(STATIC, TARGET);
  in_child(execute_by_gadget);
}

// The entry for 32-bit programs takes pointers of 32 bits, so everything moves below 4 GB.
static void execute_by_interrupt(void) {
  char *low = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
  if (low == MAP_FAILED)
    return;
  strcpy(low, TARGET);
  uint32_t *vector = (uint32_t *)(low + 64);
  vector[0] = (uint32_t)(uintptr_t)low;
  vector[1] = 0;
  long result;
  __asm__ volatile("push %%rbx; mov %%esi, %%ebx; int $0x80; pop %%rbx"
                   : "=a"(result)
                   : "a"(11L), "S"(low), "c"(vector), "d"(vector + 1)
                   : "memory", "r8", "r9", "r10", "r11");
}

ATTACK(interrupt_80_execve) {
  drop(STATIC, TARGET);
  in_child(execute_by_interrupt);
}

static void execute_by_x32(void) {
  uint32_t *vector = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
  if (vector == MAP_FAILED)
    return;
  strcpy((char *)(vector + 16), TARGET);
  vector[0] = (uint32_t)(uintptr_t)(vector + 16);
  inline_syscall(0x40000000 + 520, (long)(vector + 16), (long)vector, (long)(vector + 1), 0, 0, 0);
}

ATTACK(x32_execve) {
  drop(STATIC, TARGET);
  in_child(execute_by_x32);
}
#endif
