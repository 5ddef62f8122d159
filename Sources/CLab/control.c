// The lab's end of the control socket, and the socket on which the Runtime API is served.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "internal.h"

int clab_listen(uint16_t *port, int with_new_network) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (listener < 0) return -1;
  struct ifreq interface = {.ifr_name = "lo"};
  interface.ifr_flags = IFF_UP | IFF_RUNNING;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  address.sin_port = htons(*port);
  socklen_t size = sizeof address;
  if ((with_new_network && ioctl(listener, SIOCSIFFLAGS, &interface) != 0) ||
      bind(listener, (struct sockaddr *)&address, sizeof address) != 0  || listen(listener, 64) != 0 ||
      getsockname(listener, (struct sockaddr *)&address, &size) != 0) {
    int problem = errno;
    close(listener);
    errno = problem;
    return -1;
  }
  *port = ntohs(address.sin_port);
  return listener;
}

int clab_receive(int control, struct clab_report *value, int *listener, int milliseconds) {
  *listener = -1;
  struct pollfd source = {control, POLLIN, 0};
  int ready;
  while ((ready = poll(&source, 1, milliseconds)) < 0 && errno == EINTR) {
  }
  if (ready <= 0) return 0;
  struct iovec bytes = {value, sizeof *value};
  union {
    char space[CMSG_SPACE(sizeof(int))];
    struct cmsghdr header;
  } passed;
  struct msghdr message = {
    .msg_iov = &bytes, .msg_iovlen = 1, .msg_control = passed.space, .msg_controllen = sizeof passed.space};
  ssize_t count;
  while ((count = recvmsg(control, &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR) {
  }
  if (count != sizeof *value) return 0;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header != NULL && header->cmsg_type == SCM_RIGHTS) memcpy(listener, CMSG_DATA(header), sizeof *listener);
  return 1;
}

int clab_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int clab_order(int control, char order) {
  ssize_t count;
  while ((count = send(control, &order, 1, MSG_NOSIGNAL)) < 0 && errno == EINTR) {
  }
  return count == 1 ? 0 : errno;
}
