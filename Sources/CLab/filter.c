// The filter of the Lambda-like mode: what public reports say that functions cannot do on the platform.
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CLab.h"

#define FIELD(name) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, name))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define REFUSE(number) RETURN(SECCOMP_RET_ERRNO | (number))
// A call that is refused: two instructions, so that no jump has to know where the end is.
#define REFUSED(call, number) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), REFUSE(number)
#define ALLOWED(value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, 1), RETURN(SECCOMP_RET_ALLOW)

// Landlock has the same numbers everywhere.
#define LANDLOCK REFUSED(444, ENOSYS), REFUSED(445, ENOSYS), REFUSED(446, ENOSYS)

// What runtimes need of prctl: names of threads and memory, and questions. Nothing here lowers or raises rights.
#define PRCTL_ARGUMENTS                                                                                       \
  FIELD(args[0]), ALLOWED(PR_SET_NAME), ALLOWED(PR_GET_NAME), ALLOWED(PR_SET_PDEATHSIG),                      \
    ALLOWED(PR_GET_PDEATHSIG), ALLOWED(PR_GET_DUMPABLE), ALLOWED(PR_GET_KEEPCAPS), ALLOWED(PR_GET_SECCOMP),   \
    ALLOWED(PR_CAPBSET_READ), ALLOWED(PR_GET_SECUREBITS), ALLOWED(PR_SET_TIMERSLACK),                         \
    ALLOWED(PR_GET_TIMERSLACK), ALLOWED(PR_GET_CHILD_SUBREAPER), ALLOWED(PR_GET_NO_NEW_PRIVS),                \
    ALLOWED(PR_SET_THP_DISABLE), ALLOWED(PR_GET_THP_DISABLE), ALLOWED(PR_GET_SPECULATION_CTRL),               \
    ALLOWED(0x53564d41 /* PR_SET_VMA */), ALLOWED(0x41555856 /* PR_GET_AUXV */), REFUSE(EPERM)

#if defined(__x86_64__)
#define NATIVE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE AUDIT_ARCH_AARCH64
#else
#error "the filter knows x86-64 and arm64"
#endif

#if defined(__x86_64__)
// The x32 numbers: kernels for servers do not have them.
#define NO_X32 BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), REFUSE(ENOSYS),
#else
#define NO_X32
#endif

#define NATIVE_RULES                                                                                          \
  FIELD(nr), NO_X32 LANDLOCK, REFUSED(SYS_seccomp, EPERM), REFUSED(SYS_ptrace, EPERM),                        \
    REFUSED(SYS_process_vm_readv, EPERM), REFUSED(SYS_process_vm_writev, EPERM),                              \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 1, 0), RETURN(SECCOMP_RET_ALLOW), PRCTL_ARGUMENTS

// Programs of 32 bits on x86-64: seccomp, ptrace, process_vm_readv, process_vm_writev and prctl by their numbers.
#define NARROW_RULES                                                                                          \
  FIELD(nr), LANDLOCK, REFUSED(354, EPERM), REFUSED(26, EPERM), REFUSED(347, EPERM), REFUSED(348, EPERM),     \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 172, 1, 0), RETURN(SECCOMP_RET_ALLOW), PRCTL_ARGUMENTS

static const struct sock_filter native_rules[] = {NATIVE_RULES};

static struct sock_filter filter[] = {
  FIELD(arch),
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 1, 0),
  // A conditional jump does not reach that far.
  BPF_STMT(BPF_JMP | BPF_JA, sizeof native_rules / sizeof *native_rules),
  NATIVE_RULES,
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_I386, 1, 0),
  RETURN(SECCOMP_RET_ALLOW),
  NARROW_RULES,
};

int clab_install_filter(int with_no_new_privileges) {
  struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  // A caller with rights over its namespace needs no promise, and functions on the platform have not given it.
  if (with_no_new_privileges && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0 ? 0 : errno;
}
