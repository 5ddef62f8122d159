// What has to happen between fork and exec of a sandbox: plain C, because a process with threads may only call
// async-signal-safe functions there. Everything is prepared by the caller; nothing here allocates.
#ifndef CLAB_H
#define CLAB_H

#include <stddef.h>
#include <stdint.h>

/// One thing to do while the new root is built; all paths are absolute, below the old root.
struct clab_step {
  enum clab_step_kind {
    CLAB_FOLDER,     ///< make `target`
    CLAB_FILE,       ///< make the empty file `target`
    CLAB_LINK,       ///< make `target` a symbolic link with the text `source`
    CLAB_READ_ONLY,  ///< show `source` with all below it at `target`, read-only, without set-uid and devices
    CLAB_DEVICE,     ///< show the device `source` at `target`
    CLAB_MEMORY,     ///< mount a fresh tmpfs with the options `source` at `target`
    CLAB_PROCESSES,  ///< mount /proc of the new process namespace at `target`
  } kind;
  const char *source;
  const char *target;
};

enum clab_flags {
  CLAB_NAMESPACES = 1,       ///< own mounts, processes, IPC and host name; without it, the steps are not taken
  CLAB_USER_NAMESPACE = 2,   ///< also own users: for callers who are not root
  CLAB_NO_NETWORK = 4,       ///< also an own, empty network, with its loopback interface up
  CLAB_LAMBDA_LIKE = 8,      ///< install the system call filter
  CLAB_CHANGE_USER = 16,     ///< run the command as `user` and `group`; needs root
};

struct clab_sandbox {
  uint32_t flags;
  uint32_t user, group;
  uint32_t outer_user, outer_group;  ///< who `user` and `group` are outside the user namespace
  const char *root;                  ///< an empty folder, over which the new root is mounted
  const struct clab_step *steps;
  size_t step_count;
  const char *folder;  ///< working folder of the command
  char *const *arguments;
  char *const *environment;
  uint16_t port;  ///< with an own network: where its first process listens for the lab
  int output;     ///< descriptor for the command's standard output and error
};

/// What the sandbox's first process tells through its control socket; one datagram each.
struct clab_report {
  enum clab_report_kind {
    CLAB_READY = 1,      ///< the sandbox is built; with an own network, a listening socket comes with it
    CLAB_FAILED = 2,     ///< `value` is errno, `step` what was tried: an index, or a negative clab_failure
    CLAB_STARTED = 3,    ///< the command runs; `value` is its process id inside
    CLAB_EXITED = 4,     ///< `value` is the command's wait status
    CLAB_NOT_RUN = 5,    ///< the command could not be executed; `value` is errno
  } kind;
  int32_t value;
  int32_t step;
  int64_t peak_bytes;  ///< largest resident set of the command, with CLAB_EXITED
};

enum clab_failure {
  CLAB_FAILED_CLONE = -1,
  CLAB_FAILED_USERS = -2,
  CLAB_FAILED_ROOT = -3,
  CLAB_FAILED_LISTENER = -4,
  CLAB_FAILED_FILTER = -5,
  CLAB_FAILED_SOCKET = -6,
};

/// Orders to the first process; one byte each. Closing the socket ends everything in the sandbox.
enum clab_order {
  CLAB_RUN = 'R',   ///< start the command
  CLAB_KILL = 'K',  ///< kill the command and whatever it started
};

/// Starts the first process of a sandbox; its process id and control socket, or a negative errno in `process`.
struct clab_process {
  int32_t process;
  int control;
};
struct clab_process clab_start(const struct clab_sandbox *sandbox);

/// Waits for a report.
///
/// \param listener set to the descriptor that came with it, or -1.
/// \return 1, 0 at the end of the sandbox or after `milliseconds`, which may be -1 for ever.
int clab_receive(int control, struct clab_report *report, int *listener, int milliseconds);

/// A pipe that programs do not inherit; 0, or -1 with errno.
int clab_pipe(int ends[2]);

/// Gives an order; 0, or errno.
int clab_order(int control, char order);

/// A listening socket on the loopback interface, which is brought up first if the network is new; -1 with errno.
///
/// \param port 0 for one that is free, which is written there.
int clab_listen(uint16_t *port, int with_new_network);

/// Installs the filter of the Lambda-like mode into the calling process; 0, or errno.
int clab_install_filter(int with_no_new_privileges);

#endif
