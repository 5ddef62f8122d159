// libcurl, found when it is first needed; and its functions of variable arguments, which Swift cannot call.
#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>
#include <dlfcn.h>
#include <stddef.h>

struct ccurl_functions {
  void *global_init;
  void *easy_init;
  void *easy_cleanup;
  void *easy_setopt;
  void *easy_getinfo;
  void *easy_perform;
  void *easy_strerror;
  void *slist_append;
  void *slist_free_all;
};

/// Loads the library; NULL if it worked, else what is wrong.
static inline const char *ccurl_load(struct ccurl_functions *functions) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return dlerror();
  functions->global_init = dlsym(library, "curl_global_init");
  functions->easy_init = dlsym(library, "curl_easy_init");
  functions->easy_cleanup = dlsym(library, "curl_easy_cleanup");
  functions->easy_setopt = dlsym(library, "curl_easy_setopt");
  functions->easy_getinfo = dlsym(library, "curl_easy_getinfo");
  functions->easy_perform = dlsym(library, "curl_easy_perform");
  functions->easy_strerror = dlsym(library, "curl_easy_strerror");
  functions->slist_append = dlsym(library, "curl_slist_append");
  functions->slist_free_all = dlsym(library, "curl_slist_free_all");
  void **all = (void **)functions;
  for (size_t i = 0; i < sizeof *functions / sizeof *all; i++)
    if (all[i] == NULL) return "libcurl.so.4 lacks a function";
  return ((CURLcode(*)(long))functions->global_init)(CURL_GLOBAL_DEFAULT) == CURLE_OK
           ? NULL
           : "libcurl could not be initialised";
}

static inline CURL *ccurl_init(const struct ccurl_functions *functions) {
  return ((CURL * (*)(void)) functions->easy_init)();
}

static inline void ccurl_cleanup(const struct ccurl_functions *functions, CURL *handle) {
  ((void (*)(CURL *))functions->easy_cleanup)(handle);
}

static inline CURLcode ccurl_perform(const struct ccurl_functions *functions, CURL *handle) {
  return ((CURLcode(*)(CURL *))functions->easy_perform)(handle);
}

static inline const char *ccurl_error(const struct ccurl_functions *functions, CURLcode code) {
  return ((const char *(*)(CURLcode))functions->easy_strerror)(code);
}

static inline CURLcode ccurl_set_long(
  const struct ccurl_functions *functions, CURL *handle, CURLoption option, long value) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))functions->easy_setopt)(handle, option, value);
}

/// Texts, lists and contexts; libcurl copies texts only.
static inline CURLcode ccurl_set_pointer(
  const struct ccurl_functions *functions, CURL *handle, CURLoption option, const void *value) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))functions->easy_setopt)(handle, option, value);
}

static inline CURLcode ccurl_set_callback(
  const struct ccurl_functions *functions, CURL *handle, CURLoption option,
  size_t (*callback)(char *, size_t, size_t, void *)) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))functions->easy_setopt)(handle, option, callback);
}

/// A text that lives as long as the handle, or NULL.
static inline const char *ccurl_text(
  const struct ccurl_functions *functions, CURL *handle, CURLINFO information) {
  char *text = NULL;
  ((CURLcode(*)(CURL *, CURLINFO, ...))functions->easy_getinfo)(handle, information, &text);
  return text;
}

static inline struct curl_slist *ccurl_append(
  const struct ccurl_functions *functions, struct curl_slist *list, const char *text) {
  return ((struct curl_slist * (*)(struct curl_slist *, const char *)) functions->slist_append)(list, text);
}

static inline void ccurl_free(const struct ccurl_functions *functions, struct curl_slist *list) {
  ((void (*)(struct curl_slist *))functions->slist_free_all)(list);
}
