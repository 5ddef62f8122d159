// Runs two runtimes beside each other as the platform does, without and with the enforcer, and times both in
// turn.
//   runtime_driver INVOCATIONS WARM-UPS -- [NAME=VALUE ...] PROGRAM ARGUMENT ... -- [NAME=VALUE ...] PROGRAM
//   ARGUMENT ...
// The value of CGROUP is no variable: it is the file that takes the process into a control group.
// Prints, one line for each of the two, as nanoseconds and bytes:
//   cold start, its CPU time, warm minimum, p50, p99, CPU time for one invocation, private dirty memory, PSS
// A cold start lasts from the fork to the first request for an event; an invocation from the event's last
// byte to the next such request. The events of the two alternate, so that what disturbs one disturbs the
// other.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CONNECTIONS = 8, REQUEST = 65536, PATIENCE = 30000 /* ms */ };

typedef struct {
  pid_t process;
  int port, waiting;                       // the connection whose request for an event has no answer yet
  struct pollfd sockets[1 + CONNECTIONS];  // the listener first
  char request[REQUEST];
  long cold, cold_cpu, warm_cpu, *durations;
} Side;

static void fail(const char* what) {
  perror(what);
  exit(1);
}

static long now(clockid_t clock) {
  struct timespec time;
  if (clock_gettime(clock, &time) != 0) fail("clock_gettime");
  return time.tv_sec * 1000000000L + time.tv_nsec;
}

static long cpu(const Side* side) {
  clockid_t clock;
  if (clock_getcpuclockid(side->process, &clock) != 0) fail("clock_getcpuclockid");
  return now(clock);
}

static void listen_on(Side* side) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (bind(listener, (struct sockaddr*)&address, length) != 0 || listen(listener, CONNECTIONS) != 0)
    fail("listen");
  getsockname(listener, (struct sockaddr*)&address, &length);
  side->port = ntohs(address.sin_port);
  for (int index = 0; index <= CONNECTIONS; index++) side->sockets[index] = (struct pollfd){-1, POLLIN, 0};
  side->sockets[0].fd = listener;
}

static void join(const char* group) {
  FILE* file = fopen(group, "w");
  if (!file || fprintf(file, "%d\n", getpid()) < 0 || fclose(file) != 0) fail(group);
}

static void start(Side* side, char** command) {
  char endpoint[32];
  snprintf(endpoint, sizeof endpoint, "127.0.0.1:%d", side->port);
  side->process = fork();
  if (side->process != 0) return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setenv("AWS_LAMBDA_RUNTIME_API", endpoint, 1);
  for (; *command && strchr(*command, '='); command++)
    if (strncmp(*command, "CGROUP=", 7) == 0)
      join(*command + 7);
    else
      putenv(*command);
  execv(*command, command);
  fail(*command);
}

static void accept_connection(Side* side) {
  int one = 1, connection = accept4(side->sockets[0].fd, NULL, NULL, SOCK_CLOEXEC);
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  for (int index = 1; index <= CONNECTIONS; index++) {
    if (side->sockets[index].fd >= 0) continue;
    side->sockets[index].fd = connection;
    return;
  }
  fail("too many connections");
}

// Whether all of the body is there; one runtime says its length, another sends chunks.
static int is_complete(const char* request, long have) {
  const char* end = strstr(request, "\r\n\r\n");
  if (!end) return 0;
  const char* length = strcasestr(request, "\r\ncontent-length:");
  if (length && length < end) return have >= end + 4 - request + atol(length + 17);
  const char* chunks = strcasestr(request, "\r\ntransfer-encoding: chunked");
  return !(chunks && chunks < end) || strstr(end, "\r\n0\r\n\r\n") != NULL;
}

// The connection that a whole request came by.
static int receive(Side* side) {
  for (;;) {
    if (poll(side->sockets, 1 + CONNECTIONS, PATIENCE) <= 0) fail("no request came");
    if (side->sockets[0].revents) accept_connection(side);
    for (int index = 1; index <= CONNECTIONS; index++) {
      struct pollfd* connection = &side->sockets[index];
      if (connection->fd < 0 || !connection->revents) continue;
      long have = 0, count;
      side->request[0] = 0;
      while (!is_complete(side->request, have)) {
        count = read(connection->fd, side->request + have, REQUEST - 1 - have);
        if (count <= 0) break;
        side->request[have += count] = 0;
      }
      if (have > 0) return connection->fd;
      close(connection->fd);
      connection->fd = -1;
    }
  }
}

static void send_all(int connection, const char* text) {
  if (write(connection, text, strlen(text)) != (ssize_t)strlen(text)) fail("write");
}

// Takes what the runtime sends until it asks for an event.
static void await_next(Side* side) {
  for (;;) {
    int connection = receive(side);
    if (strncmp(side->request, "GET ", 4) == 0 && strstr(side->request, "/invocation/next")) {
      side->waiting = connection;
      return;
    }
    if (strstr(side->request, "/error ")) {
      fprintf(stderr, "the runtime reports an error: %s\n", side->request);
      exit(1);
    }
    send_all(connection,
             "HTTP/1.1 202 Accepted\r\nContent-Length: 16\r\nContent-Type: "
             "application/json\r\n\r\n{\"status\":\"OK\"}\n");
  }
}

static void invoke(Side* side, int number) {
  char response[1024];
  const char* event = "{\"document\":\"hello\"}";
  snprintf(response, sizeof response,
           "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n"
           "Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-%012d\r\nLambda-Runtime-Deadline-Ms: "
           "4102444800000\r\n"
           "Lambda-Runtime-Invoked-Function-Arn: "
           "arn:aws:lambda:eu-central-1:123456789012:function:bench\r\n\r\n%s",
           strlen(event), number, event);
  send_all(side->waiting, response);
  await_next(side);
}

static long memory(const Side* side, const char* field) {
  char path[64], line[256];
  long kilobytes = 0;
  snprintf(path, sizeof path, "/proc/%d/smaps_rollup", side->process);
  FILE* file = fopen(path, "r");
  if (!file) fail(path);
  while (fgets(line, sizeof line, file))
    if (strncmp(line, field, strlen(field)) == 0) kilobytes = atol(line + strlen(field));
  fclose(file);
  return kilobytes * 1024;
}

static int ascending(const void* left, const void* right) {
  long difference = *(const long*)left - *(const long*)right;
  return (difference > 0) - (difference < 0);
}

static void report(Side* side, int invocations) {
  long* sorted = side->durations;
  qsort(sorted, invocations, sizeof *sorted, ascending);
  int last = invocations > 0 ? invocations - 1 : 0;
  printf("%ld %ld %ld %ld %ld %ld %ld %ld\n", side->cold, side->cold_cpu, sorted[0], sorted[last / 2],
         sorted[last * 99L / 100], side->warm_cpu, memory(side, "Private_Dirty:"), memory(side, "Pss:"));
}

int main(int count, char** arguments) {
  static Side sides[2];
  char** commands[2] = {0};
  int found = 0;
  if (count < 5) return 64;
  int invocations = atoi(arguments[1]), warm_ups = atoi(arguments[2]);
  for (int index = 3; index < count; index++) {
    if (strcmp(arguments[index], "--") != 0 || found == 2) continue;
    arguments[index] = NULL;
    commands[found++] = arguments + index + 1;
  }
  signal(SIGPIPE, SIG_IGN);
  for (int index = 0; index < 2; index++) {
    Side* side = &sides[index];
    side->durations = calloc(invocations + 1, sizeof(long));
    listen_on(side);
    long started = now(CLOCK_MONOTONIC);
    start(side, commands[index]);
    await_next(side);
    side->cold = now(CLOCK_MONOTONIC) - started;
    side->cold_cpu = cpu(side);
  }
  for (int number = 0; number < warm_ups; number++)
    for (int index = 0; index < 2; index++) invoke(&sides[index], number);
  for (int index = 0; index < 2; index++) sides[index].warm_cpu = -cpu(&sides[index]);
  for (int number = 0; number < invocations; number++) {
    for (int turn = 0; turn < 2; turn++) {
      Side* side = &sides[(number + turn) % 2];
      long started = now(CLOCK_MONOTONIC);
      invoke(side, number);
      side->durations[number] = now(CLOCK_MONOTONIC) - started;
    }
  }
  for (int index = 0; index < 2; index++) {
    Side* side = &sides[index];
    side->warm_cpu = invocations > 0 ? (side->warm_cpu + cpu(side)) / invocations : 0;
    report(side, invocations);
  }
  for (int index = 0; index < 2; index++) {
    kill(sides[index].process, SIGKILL);
    waitpid(sides[index].process, NULL, 0);
  }
  return 0;
}
