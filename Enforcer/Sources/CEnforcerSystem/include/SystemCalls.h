// System calls by number, without a C library: no errno, no cancellation, results as the kernel gives them.
#pragma once

#if defined(__x86_64__)
static inline __attribute__((always_inline)) long raw_system_call(
    long number, long a, long b, long c, long d, long e, long f) {
  long result;
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}
// The first number is x86-64's, the second the generic table's, which aarch64 uses.
#define NUMBER(name, x86, generic) static const long number_##name = x86;
#elif defined(__aarch64__)
static inline __attribute__((always_inline)) long raw_system_call(
    long number, long a, long b, long c, long d, long e, long f) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  register long x4 __asm__("x4") = e;
  register long x5 __asm__("x5") = f;
  __asm__ volatile("svc 0"
                   : "+r"(x0)
                   : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                   : "memory");
  return x0;
}
#define NUMBER(name, x86, generic) static const long number_##name = generic;
#else
#error "only x86-64 and aarch64 are known"
#endif

// -1 where an architecture does not have the call: no program can make it.
NUMBER(read, 0, 63)
NUMBER(write, 1, 64)
NUMBER(open, 2, -1)
NUMBER(close, 3, 57)
NUMBER(lseek, 8, 62)
NUMBER(mmap, 9, 222)
NUMBER(mprotect, 10, 226)
NUMBER(munmap, 11, 215)
NUMBER(pread64, 17, 67)
NUMBER(dup3, 292, 24)
NUMBER(ppoll, 271, 73)
NUMBER(madvise, 28, 233)
NUMBER(getpid, 39, 172)
NUMBER(socket, 41, 198)
NUMBER(connect, 42, 203)
NUMBER(sendto, 44, 206)
NUMBER(recvfrom, 45, 207)
NUMBER(sendmsg, 46, 211)
NUMBER(recvmsg, 47, 212)
NUMBER(bind, 49, 200)
NUMBER(getsockname, 51, 204)
NUMBER(getpeername, 52, 205)
NUMBER(getsockopt, 55, 209)
NUMBER(clone, 56, 220)
NUMBER(fork, 57, -1)
NUMBER(vfork, 58, -1)
NUMBER(execve, 59, 221)
NUMBER(kill, 62, 129)
NUMBER(uname, 63, 160)
NUMBER(fcntl, 72, 25)
NUMBER(truncate, 76, 45)
NUMBER(getcwd, 79, 17)
NUMBER(rename, 82, -1)
NUMBER(mkdir, 83, -1)
NUMBER(creat, 85, -1)
NUMBER(link, 86, -1)
NUMBER(symlink, 88, -1)
NUMBER(readlink, 89, -1)
NUMBER(ptrace, 101, 117)
NUMBER(getuid, 102, 174)
NUMBER(getgid, 104, 176)
NUMBER(setuid, 105, 146)
NUMBER(setgid, 106, 144)
NUMBER(geteuid, 107, 175)
NUMBER(getegid, 108, 177)
NUMBER(getppid, 110, 173)
NUMBER(setreuid, 113, 145)
NUMBER(setregid, 114, 143)
NUMBER(setresuid, 117, 147)
NUMBER(setresgid, 119, 149)
NUMBER(prctl, 157, 167)
NUMBER(gettid, 186, 178)
NUMBER(clock_gettime, 228, 113)
NUMBER(exit_group, 231, 94)
NUMBER(openat, 257, 56)
NUMBER(newfstatat, 262, 79)
NUMBER(renameat, 264, 38)
NUMBER(readlinkat, 267, 78)
NUMBER(faccessat, 269, 48)
NUMBER(prlimit64, 302, 261)
NUMBER(sendmmsg, 307, 269)
NUMBER(process_vm_readv, 310, 270)
NUMBER(process_vm_writev, 311, 271)
NUMBER(seccomp, 317, 277)
NUMBER(getrandom, 318, 278)
NUMBER(memfd_create, 319, 279)
NUMBER(execveat, 322, 281)
NUMBER(statx, 332, 291)
NUMBER(io_uring_setup, 425, 425)
NUMBER(clone3, 435, 435)
NUMBER(openat2, 437, 437)
NUMBER(landlock_create_ruleset, 444, 444)
NUMBER(landlock_add_rule, 445, 445)
NUMBER(landlock_restrict_self, 446, 446)
#undef NUMBER
