// Layouts of the kernel and of the dynamic linker that the enforcer reads, and the constants that go with them.
// Written down here because the library is built without the headers of any C library.
#pragma once
#include <stdint.h>

// statx(2): the same layout on every architecture, unlike stat(2).
struct statx_time {
  int64_t seconds;
  uint32_t nanoseconds;
  int32_t unused;
};
struct file_status {
  uint32_t mask, blksize;
  uint64_t attributes;
  uint32_t nlink, uid, gid;
  uint16_t mode, unused1;
  uint64_t ino, size, blocks, attributes_mask;
  struct statx_time atime, btime, ctime, mtime;
  uint32_t rdev_major, rdev_minor, dev_major, dev_minor;
  uint64_t unused2[14];
};
static const long statx_basic = 0x7ff;

static const long at_current_directory = -100;
static const long at_symlink_nofollow = 0x100;
static const long at_empty_path = 0x1000;

static const uint32_t mode_type = 0170000;
static const uint32_t mode_regular = 0100000;
static const uint32_t mode_directory = 0040000;
static const uint32_t mode_link = 0120000;
static const uint32_t mode_set_user = 04000;
static const uint32_t mode_set_group = 02000;

static const long open_write_only = 1, open_read_write = 2, open_access_mode = 3;
static const long open_create = 0100, open_truncate = 01000, open_append = 02000;
static const long open_nonblocking = 04000, open_no_terminal = 0400;
struct open_how {
  uint64_t flags, mode, resolve;
};
// RESOLVE_NO_SYMLINKS, RESOLVE_NO_MAGICLINKS
static const uint64_t resolve_no_links = 0x04 | 0x02;
static const long open_close_on_exec = 02000000, open_path = 010000000;
#if defined(__aarch64__)
static const long open_directory = 040000, open_no_follow = 0100000, open_temporary = 020040000;
#else
static const long open_directory = 0200000, open_no_follow = 0400000, open_temporary = 020200000;
#endif

static const long protect_none = 0, protect_read = 1, protect_write = 2, protect_execute = 4;
static const long map_shared = 1, map_private = 2, map_anonymous = 0x20;

static const long error_no_entry = 2, error_io = 5, error_too_big = 7, error_no_exec = 8, error_bad_file = 9;
static const long error_no_memory = 12, error_access = 13, error_fault = 14, error_no_device = 19;
static const long error_not_directory = 20, error_invalid = 22, error_file_limit = 24, error_name_too_long = 36;
static const long error_not_implemented = 38, error_loop = 40, error_stale = 116, error_timed_out = 110;
static const long error_no_device_or_address = 6, error_system_file_limit = 23;
static const long error_permission = 1, error_range = 34;

static const long clock_realtime = 0, clock_monotonic = 1;
struct time_value {
  int64_t seconds, nanoseconds;
};

static const long clone_vm = 0x100, clone_thread = 0x10000;

// What ppoll(2) waits for; errors are told without being asked for.
struct poll_descriptor {
  int32_t descriptor;
  int16_t wanted, happened;
};
static const int16_t poll_in = 1, poll_out = 4;
static const long duplicate_close_on_exec = 1030;  // F_DUPFD_CLOEXEC
static const uint32_t memory_file_sealed = 8, memory_file_executable = 16;
static const uint32_t mode_socket = 0140000;

// Sockets.
static const long message_no_signal = 0x4000, message_do_not_wait = 0x40, socket_nonblocking = 04000;
static const uint16_t family_unix = 1, family_ipv4 = 2, family_ipv6 = 10;
static const long socket_stream = 1, socket_datagram = 2, socket_close_on_exec = 02000000;
static const long socket_level = 1, socket_option_type = 3, socket_option_domain = 39;
struct socket_address_ipv4 {
  uint16_t family, port;
  uint8_t address[4], zero[8];
};
struct socket_address_ipv6 {
  uint16_t family, port;
  uint32_t flow;
  uint8_t address[16];
  uint32_t scope;
};
struct socket_address_unix {
  uint16_t family;
  uint8_t path[108];
};

struct io_vector {
  uint8_t *start;
  uint64_t count;
};
struct message_header {
  void *name;
  uint32_t name_length, padding;
  struct io_vector *vectors;
  uint64_t vector_count;
  void *control;
  uint64_t control_length;
  int32_t flags, padding2;
};
// What sendmmsg(2) takes several of.
struct message_entry {
  struct message_header header;
  uint32_t length, padding;
};

// What getaddrinfo(3) and gethostbyname(3) give back.
struct address_information {
  int32_t flags, family, kind, protocol;
  uint32_t length;
  const uint8_t *address;
  char *name;
  struct address_information *next;
};
static const int32_t lookup_numeric_host = 4;
struct host_entry {
  char *name;
  char **aliases;
  int32_t family, length;
  uint8_t **addresses;
};

// Landlock; Debian 12's headers stop at ABI 2.
struct landlock_ruleset {
  uint64_t handled_file_access, handled_network_access, scoped;
};
struct __attribute__((packed)) landlock_path_rule {
  uint64_t allowed_access;
  int32_t parent;
};
static const uint64_t landlock_execute = 1, landlock_write_file = 2, landlock_read_file = 4;
static const long landlock_version_flag = 1, landlock_rule_path = 1;

// Seccomp.
struct filter_instruction {
  uint16_t code;
  uint8_t jump_true, jump_false;
  uint32_t value;
};
struct filter_program {
  uint16_t length;
  const struct filter_instruction *instructions;
};
static const long seccomp_set_mode_filter = 1;
static const uint32_t seccomp_allow = 0x7fff0000, seccomp_error = 0x00050000;
static const long seccomp_allow_speculation = 4;
#if defined(__aarch64__)
static const uint32_t own_audit_architecture = 0xc00000b7;
#else
static const uint32_t own_audit_architecture = 0xc000003e, audit_architecture_i386 = 0x40000003;
#endif
static const long prctl_no_new_privileges = 38;

// ELF, 64 bits, little endian.
struct elf_header {
  uint8_t ident[16];
  uint16_t type, machine;
  uint32_t version;
  uint64_t entry, program_headers, section_headers;
  uint32_t flags;
  uint16_t size, program_header_size, program_header_count, section_header_size, section_count, names;
};
struct elf_program_header {
  uint32_t type, flags;
  uint64_t offset, address, physical, file_size, memory_size, align;
};
struct elf_dynamic {
  int64_t tag;
  uint64_t value;
};
struct elf_symbol {
  uint32_t name;
  uint8_t info, other;
  uint16_t section;
  uint64_t value, size;
};
// What dl_iterate_phdr hands to its callback.
struct loaded_object {
  uint64_t base;
  const char *name;
  const struct elf_program_header *program_headers;
  uint16_t program_header_count;
};
static const long fcntl_set_flags = 2;

#if defined(__aarch64__)
static const uint16_t own_machine = 183;
#else
static const uint16_t own_machine = 62;
#endif
static const uint32_t segment_load = 1, segment_dynamic = 2, segment_interpreter = 3;
static const int64_t dynamic_strings = 5, dynamic_symbols = 6;
static const int64_t dynamic_gnu_hash = 0x6ffffef5, dynamic_versions = 0x6ffffff0;
