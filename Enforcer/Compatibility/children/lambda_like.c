// Runs a program as the platform is reported to: prctl, seccomp, ptrace and process_vm_* fail with EPERM,
// Landlock does not exist, and nothing is privileged.
//   lambda_like USER PROGRAM ARGUMENT...
// USER 0 keeps the user and only gives its privileges up.

#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// First in the table of both architectures that the C library here may not name yet.
enum {
  LANDLOCK_CREATE_RULESET = 444,
  LANDLOCK_ADD_RULE = 445,
  LANDLOCK_RESTRICT_SELF = 446,
  LAST_CAPABILITY = 63
};

#define FAILS(number, code) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (code))

static const struct sock_filter rules[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    FAILS(SYS_prctl, EPERM),
    FAILS(SYS_seccomp, EPERM),
    FAILS(SYS_ptrace, EPERM),
    FAILS(SYS_process_vm_readv, EPERM),
    FAILS(SYS_process_vm_writev, EPERM),
    FAILS(LANDLOCK_CREATE_RULESET, ENOSYS),
    FAILS(LANDLOCK_ADD_RULE, ENOSYS),
    FAILS(LANDLOCK_RESTRICT_SELF, ENOSYS),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

static void give_up_privileges(uid_t user) {
  for (int capability = 0; capability <= LAST_CAPABILITY; capability++)
    prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  if (user == 0 || getuid() != 0) return;
  if (setgroups(0, NULL) != 0 || setgid(user) != 0 || setuid(user) != 0) {
    perror("lambda_like: changing the user");
    exit(125);
  }
}

int main(int count, char** arguments) {
  if (count < 3) return 125;
  give_up_privileges((uid_t)atoi(arguments[1]));
  const struct sock_fprog program = {sizeof rules / sizeof *rules, (struct sock_filter*)rules};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
    perror("lambda_like: installing the filter");
    return 125;
  }
  execv(arguments[2], arguments + 2);
  perror(arguments[2]);
  return 125;
}
