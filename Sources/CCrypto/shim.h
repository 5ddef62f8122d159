// libcrypto, found when it is first needed.
#include <dlfcn.h>
#include <openssl/evp.h>
#include <stddef.h>

#define CCRYPTO_EACH(function)                                                              \
  function(EVP_Digest) function(EVP_sha256) function(EVP_md5) function(EVP_MD_CTX_new)      \
  function(EVP_MD_CTX_free) function(EVP_DigestInit_ex) function(EVP_DigestUpdate)          \
  function(EVP_DigestFinal_ex)

/// The functions that are used, each under its own name and with its own type.
struct ccrypto_functions {
#define CCRYPTO_FIELD(name) __typeof__(name) *name;
  CCRYPTO_EACH(CCRYPTO_FIELD)
#undef CCRYPTO_FIELD
};

/// Loads the library; whether it worked.
static inline int ccrypto_load(struct ccrypto_functions *functions, const char *name) {
  void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) return 0;
#define CCRYPTO_FIND(function)                                                      \
  functions->function = (__typeof__(functions->function))dlsym(library, #function); \
  if (functions->function == NULL) return 0;
  CCRYPTO_EACH(CCRYPTO_FIND)
#undef CCRYPTO_FIND
  return 1;
}
