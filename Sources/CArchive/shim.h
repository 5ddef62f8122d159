// libarchive, found when it is first needed.
#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <stddef.h>

#define CARCHIVE_EACH(function)                                                                                \
  function(archive_read_new) function(archive_read_free) function(archive_read_open_fd)                        \
  function(archive_read_open_memory) function(archive_read_next_header) function(archive_read_data)            \
  function(archive_read_data_block) function(archive_read_support_filter_gzip)                                 \
  function(archive_read_support_filter_bzip2) function(archive_read_support_filter_xz)                         \
  function(archive_read_support_filter_zstd) function(archive_read_support_format_raw)                         \
  function(archive_read_support_format_tar) function(archive_read_support_format_zip_seekable)                 \
  function(archive_read_support_format_zip_streamable) function(archive_format) function(archive_filter_bytes) \
  function(archive_filter_count) function(archive_error_string) function(archive_entry_pathname)               \
  function(archive_entry_size) function(archive_entry_size_is_set) function(archive_entry_is_data_encrypted)   \
  function(archive_entry_perm) function(archive_entry_filetype) function(archive_entry_hardlink)               \
  function(archive_entry_symlink)

/// The functions that are used, each under its own name and with its own type.
struct carchive_functions {
#define CARCHIVE_FIELD(name) __typeof__(name) *name;
  CARCHIVE_EACH(CARCHIVE_FIELD)
#undef CARCHIVE_FIELD
};

/// Loads the library; NULL if it worked, else what is wrong.
static inline const char *carchive_load(struct carchive_functions *functions, const char *name) {
  void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) return dlerror();
#define CARCHIVE_FIND(function)                                              \
  functions->function = (__typeof__(functions->function))dlsym(library, #function); \
  if (functions->function == NULL) return "it lacks the function " #function;
  CARCHIVE_EACH(CARCHIVE_FIND)
#undef CARCHIVE_FIND
  return NULL;
}
