// Starts a program again and again and times fork, exec and wait together, or reports its own memory.
//   exec_driver time ROUNDS PROGRAM    minimum, p25, p50, p99 in nanoseconds of wall time; CPU time for one
//   round exec_driver memory PROGRAM         private dirty memory and PSS in bytes, after one child

#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char** environ;

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000L + time.tv_nsec;
}

static long cpu(int who) {
  struct rusage usage;
  getrusage(who, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000000L +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1000L;
}

static void once(char* program) {
  char* arguments[] = {program, NULL};
  int status = 0;
  pid_t child = fork();
  if (child == 0) {
    execve(program, arguments, environ);
    _exit(127);
  }
  waitpid(child, &status, 0);
  if (status != 0) {
    fprintf(stderr, "%s ended with status %x\n", program, status);
    exit(1);
  }
}

static int ascending(const void* left, const void* right) {
  long difference = *(const long*)left - *(const long*)right;
  return (difference > 0) - (difference < 0);
}

static void measure(int rounds, char* program) {
  // On one processor: where a child runs otherwise decides about more than what is measured.
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(sched_getcpu(), &one);
  sched_setaffinity(0, sizeof one, &one);
  long* durations = calloc(rounds, sizeof *durations);
  for (int round = 0; round < 10; round++) once(program);
  long used = cpu(RUSAGE_SELF) + cpu(RUSAGE_CHILDREN);
  for (int round = 0; round < rounds; round++) {
    long started = now();
    once(program);
    durations[round] = now() - started;
  }
  used = cpu(RUSAGE_SELF) + cpu(RUSAGE_CHILDREN) - used;
  qsort(durations, rounds, sizeof *durations, ascending);
  printf("%ld %ld %ld %ld %ld\n", durations[0], durations[rounds / 4], durations[rounds / 2],
         durations[rounds * 99L / 100], used / rounds);
}

static void report_memory(char* program) {
  char line[256];
  long dirty = 0, proportional = 0;
  once(program);
  FILE* file = fopen("/proc/self/smaps_rollup", "r");
  while (fgets(line, sizeof line, file)) {
    sscanf(line, "Private_Dirty: %ld", &dirty);
    sscanf(line, "Pss: %ld", &proportional);
  }
  printf("%ld %ld\n", dirty * 1024, proportional * 1024);
}

int main(int count, char** arguments) {
  if (count == 4 && strcmp(arguments[1], "time") == 0 && atoi(arguments[2]) > 0) {
    measure(atoi(arguments[2]), arguments[3]);
  } else if (count == 3 && strcmp(arguments[1], "memory") == 0) {
    report_memory(arguments[2]);
  } else {
    return 64;
  }
  return 0;
}
