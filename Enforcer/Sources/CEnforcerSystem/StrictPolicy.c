// The policy for functions that shall rather not work than be unprotected, when theirs cannot be used: nothing is
// executed but the runtime, nothing is loaded from where the function can write, and no child gets credentials.
#include <stddef.h>
#include <stdint.h>

struct section {
  uint32_t kind, offset, count, size;
};

struct strict_policy {
  char magic[8];
  uint16_t version, header_size;
  uint32_t size;
  uint64_t checksum;
  uint32_t flags, zero;
  int64_t enforce_after;
  uint8_t modes[24];
  uint32_t function_name, identifier, section_count, section_table;
  uint8_t zeros[16];
  struct section sections[2];
  uint32_t writable[3], zero2;
  struct {
    char function_name[8], identifier[17], temporary[5], temporary2[9], memory[9];
  } strings;
};

#define STRING(member) (uint32_t)offsetof(struct strict_policy, strings.member)

const struct strict_policy parapet_strict_policy = {
    .magic = "PARAPET",
    .version = 1,
    .header_size = 96,
    .size = sizeof(struct strict_policy),
    // executables, forbidden executables, tmp execution, libraries and scripts, fileless, loader, injection, setuid
    .modes = {2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 0, 0, 0, 0, 2},
    .function_name = STRING(function_name),
    .identifier = STRING(identifier),
    .section_count = 2,
    .section_table = offsetof(struct strict_policy, sections),
    .sections = {{1, STRING(function_name), sizeof(((struct strict_policy *)0)->strings),
                  sizeof(((struct strict_policy *)0)->strings)},
                 {5, offsetof(struct strict_policy, writable), 3, 12}},
    .writable = {STRING(temporary), STRING(temporary2), STRING(memory)},
    .strings = {"unknown", "0000000000000000", "/tmp", "/var/tmp", "/dev/shm"},
};

const void *strict_policy(void) { return &parapet_strict_policy; }
