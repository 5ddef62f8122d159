#ifndef CLAB_INTERNAL_H
#define CLAB_INTERNAL_H

#include "CLab.h"

// The plain library functions are not used for these: in a copy of a process with threads, fork waits for locks
// that nobody gives back, and setuid for threads that are not there.
#define clab_fork() ((int)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0))

/// Tells the lab; `descriptor` goes with it unless it is negative.
void clab_report(int control, struct clab_report value, int descriptor);

/// Reports `errno` and ends the process.
void clab_fail(int control, int step) __attribute__((noreturn));

/// Builds the new root and moves into it.
void clab_build_root(const struct clab_sandbox *sandbox, int control);

/// Gives the caller its user and group inside its new user namespace.
void clab_map_users(const struct clab_sandbox *sandbox, int control);

/// Starts the command and reports it; its process id, or 0 if it did not start, which was reported then.
int clab_run_command(const struct clab_sandbox *sandbox, int control);

/// Ends every process that descends from the caller and takes their statuses.
void clab_end_descendants(void);

#endif
