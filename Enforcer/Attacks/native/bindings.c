// How each runtime loads the module: nothing for ctypes and Fiddle, an addon for Node, JNI for Java, a
// builtin for bash. One object serves all, so functions of the hosts are weak.
#include <stddef.h>
#include <string.h>

const char *attack_run(const char *name);

// Node: the four functions of Node-API that this needs.
typedef struct napi_env_ *napi_env;
typedef struct napi_value_ *napi_value;
typedef struct napi_info_ *napi_info;
typedef napi_value (*napi_callback)(napi_env, napi_info);
#define WEAK __attribute__((weak))
WEAK int napi_create_function(napi_env, const char *, size_t, napi_callback, void *, napi_value *);
WEAK int napi_get_cb_info(napi_env, napi_info, size_t *, napi_value *, napi_value *, void **);
WEAK int napi_get_value_string_utf8(napi_env, napi_value, char *, size_t, size_t *);
WEAK int napi_create_string_utf8(napi_env, const char *, size_t, napi_value *);

static napi_value node_attack(napi_env env, napi_info info) {
  char name[128];
  size_t count = 1, length = 0;
  napi_value argument, result = NULL;
  napi_get_cb_info(env, info, &count, &argument, NULL, NULL);
  napi_get_value_string_utf8(env, argument, name, sizeof name, &length);
  const char *output = attack_run(name);
  napi_create_string_utf8(env, output, strlen(output), &result);
  return result;
}

napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  napi_value function = exports;
  napi_create_function(env, "attack", 6, node_attack, NULL, &function);
  return function;
}

#if __has_include(<jni.h>)
#include <jni.h>
JNIEXPORT jstring JNICALL Java_Bootstrap_attack(JNIEnv *env, jclass type, jstring name) {
  (void)type;
  const char *text = (*env)->GetStringUTFChars(env, name, NULL);
  const char *output = attack_run(text);
  (*env)->ReleaseStringUTFChars(env, name, text);
  return (*env)->NewStringUTF(env, output);
}
#endif

// bash: `enable -f attacks.so attack`, then `attack NAME` sets the variable `output`.
struct word_description {
  char *word;
  int flags;
};
struct word_list {
  struct word_list *next;
  struct word_description *word;
};
struct builtin {
  char *name;
  int (*function)(struct word_list *);
  int flags;
  char *const *long_documentation;
  const char *short_documentation;
  char *handle;
};
WEAK void *bind_variable(const char *name, char *value, int flags);

static int bash_attack(struct word_list *list) {
  if (list == NULL)
    return 2;
  bind_variable("output", (char *)attack_run(list->word->word), 0);
  return 0;
}

static char *const documentation[] = {"Runs one native attack.", NULL};
struct builtin attack_struct = {"attack", bash_attack, 1, documentation, "attack NAME", 0};
