// The addon of node/native_addon.js.

#include <node_api.h>
#include <stdlib.h>
#include <sys/wait.h>

typedef struct {
  napi_async_work work;
  napi_deferred deferred;
  double value;
} Square;

static napi_value number(napi_env env, double value) {
  napi_value result;
  napi_create_double(env, value, &result);
  return result;
}

static napi_value sum(napi_env env, napi_callback_info info) {
  size_t count = 2;
  napi_value values[2];
  double left, right;
  napi_get_cb_info(env, info, &count, values, NULL, NULL);
  if (napi_get_value_double(env, values[0], &left) != napi_ok ||
      napi_get_value_double(env, values[1], &right) != napi_ok) {
    napi_throw_type_error(env, NULL, "two numbers are expected");
    return NULL;
  }
  return number(env, left + right);
}

static void execute(napi_env env, void* data) {
  (void)env;
  ((Square*)data)->value *= ((Square*)data)->value;
}

static void complete(napi_env env, napi_status status, void* data) {
  (void)status;
  Square* square = data;
  napi_resolve_deferred(env, square->deferred, number(env, square->value));
  napi_delete_async_work(env, square->work);
  free(square);
}

static napi_value square_later(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value value, promise, name;
  Square* square = calloc(1, sizeof *square);
  napi_get_cb_info(env, info, &count, &value, NULL, NULL);
  napi_get_value_double(env, value, &square->value);
  napi_create_promise(env, &square->deferred, &promise);
  napi_create_string_utf8(env, "square", NAPI_AUTO_LENGTH, &name);
  napi_create_async_work(env, NULL, name, execute, complete, square, &square->work);
  napi_queue_async_work(env, square->work);
  return promise;
}

static napi_value run_system(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value value;
  char command[256];
  napi_get_cb_info(env, info, &count, &value, NULL, NULL);
  napi_get_value_string_utf8(env, value, command, sizeof command, NULL);
  return number(env, WEXITSTATUS(system(command)));
}

NAPI_MODULE_INIT() {
  const napi_property_descriptor properties[] = {
      {"sum", NULL, sum, NULL, NULL, NULL, napi_enumerable, NULL},
      {"squareLater", NULL, square_later, NULL, NULL, NULL, napi_enumerable, NULL},
      {"system", NULL, run_system, NULL, NULL, NULL, napi_enumerable, NULL}};
  napi_define_properties(env, exports, 3, properties);
  return exports;
}
