// libmicrohttpd, found when it is first needed; and its functions of variable arguments, which Swift cannot call.
#include <dlfcn.h>
#include <microhttpd.h>
#include <stddef.h>

struct cmhd_functions {
  void *start_daemon;
  void *stop_daemon;
  void *create_response;
  void *add_header;
  void *queue_response;
  void *destroy_response;
  void *lookup;
};

/// Loads the library; NULL if it worked, else what is wrong.
static inline const char *cmhd_load(struct cmhd_functions *functions) {
  void *library = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return dlerror();
  functions->start_daemon = dlsym(library, "MHD_start_daemon");
  functions->stop_daemon = dlsym(library, "MHD_stop_daemon");
  functions->create_response = dlsym(library, "MHD_create_response_from_buffer");
  functions->add_header = dlsym(library, "MHD_add_response_header");
  functions->queue_response = dlsym(library, "MHD_queue_response");
  functions->destroy_response = dlsym(library, "MHD_destroy_response");
  functions->lookup = dlsym(library, "MHD_lookup_connection_value");
  void **all = (void **)functions;
  for (size_t i = 0; i < sizeof *functions / sizeof *all; i++)
    if (all[i] == NULL) return "libmicrohttpd.so.12 lacks a function";
  return NULL;
}

/// A daemon with a thread for each connection, so that a request may wait; NULL if it cannot start.
///
/// \param listener a listening socket, which the daemon closes.
static inline struct MHD_Daemon *cmhd_start(
  const struct cmhd_functions *functions, int listener, unsigned connections,
  MHD_AccessHandlerCallback handler, MHD_RequestCompletedCallback completed, void *context) {
  unsigned flags = MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL | MHD_USE_ITC;
  return ((struct MHD_Daemon * (*)(unsigned, uint16_t, MHD_AcceptPolicyCallback, void *,
                                   MHD_AccessHandlerCallback, void *, ...)) functions->start_daemon)(
    flags, 0, NULL, NULL, handler, context, MHD_OPTION_LISTEN_SOCKET, listener,
    MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_NOTIFY_COMPLETED, completed, context,
    MHD_OPTION_THREAD_STACK_SIZE, (size_t)(512 << 10), MHD_OPTION_END);
}

/// Closes all connections and waits for their threads.
static inline void cmhd_stop(const struct cmhd_functions *functions, struct MHD_Daemon *daemon) {
  ((void (*)(struct MHD_Daemon *))functions->stop_daemon)(daemon);
}

/// An answer whose bytes are copied.
static inline struct MHD_Response *cmhd_response(
  const struct cmhd_functions *functions, const void *bytes, size_t count) {
  return ((struct MHD_Response * (*)(size_t, void *, enum MHD_ResponseMemoryMode)) functions->create_response)(
    count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

static inline void cmhd_add_header(
  const struct cmhd_functions *functions, struct MHD_Response *response, const char *name, const char *value) {
  ((enum MHD_Result(*)(struct MHD_Response *, const char *, const char *))functions->add_header)(
    response, name, value);
}

/// Queues the answer and gives up our hold on it.
static inline enum MHD_Result cmhd_answer(
  const struct cmhd_functions *functions, struct MHD_Connection *connection, unsigned status,
  struct MHD_Response *response) {
  enum MHD_Result result =
    ((enum MHD_Result(*)(struct MHD_Connection *, unsigned, struct MHD_Response *))functions->queue_response)(
      connection, status, response);
  ((void (*)(struct MHD_Response *))functions->destroy_response)(response);
  return result;
}

/// A header or trailer of the request, which lives as long as the request; NULL if there is none.
static inline const char *cmhd_header(
  const struct cmhd_functions *functions, struct MHD_Connection *connection, const char *name, int trailer) {
  return ((const char *(*)(struct MHD_Connection *, enum MHD_ValueKind, const char *))functions->lookup)(
    connection, trailer ? MHD_FOOTER_KIND : MHD_HEADER_KIND, name);
}
