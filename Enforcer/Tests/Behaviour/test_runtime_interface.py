"""Requests are recognised in what passes between a runtime and the Runtime API, whatever client it uses."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unittest

from hooked import HookedTestCase, Run
from policy_encoder import Policy
from runtime_api import RuntimeAPI

REQUESTS = ["8476a536-e9f4-11e8-9739-2dfe598c3fcd", "8476a536-e9f4-11e8-9739-2dfe598c3fce"]

#: Each opens a decoy before the first request and during each, so that the events tell what was known.
PYTHON = """
import http.client, os, sys
open(sys.argv[1]).close()
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    answer = api.getresponse()
    answer.read()
    if answer.status != 200: break
    open(sys.argv[1]).close()
    api.request("POST", f"/2018-06-01/runtime/invocation/{answer.headers['Lambda-Runtime-Aws-Request-Id']}/response", b"{}")
    api.getresponse().read()
"""
NODE = """
const http = require("http"), fs = require("fs");
const agent = new http.Agent({keepAlive: true, maxSockets: 1});
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const call = (method, path, body) => new Promise((done) => {
  const request = http.request({host, port, method, path: "/2018-06-01/runtime/invocation/" + path, agent}, (answer) => {
    answer.resume();
    answer.on("end", () => done(answer));
  });
  request.end(body);
});
fs.readFileSync(process.argv[1]);
(async () => {
  for (;;) {
    const next = await call("GET", "next");
    if (next.statusCode !== 200) process.exit(0);
    fs.readFileSync(process.argv[1]);
    await call("POST", next.headers["lambda-runtime-aws-request-id"] + "/response", "{}");
  }
})();
"""
RUBY = """
require "net/http"
File.read(ARGV[0])
host, port = ENV["AWS_LAMBDA_RUNTIME_API"].split(":")
Net::HTTP.start(host, port.to_i) do |api|
  loop do
    answer = api.get("/2018-06-01/runtime/invocation/next")
    break if answer.code != "200"
    File.read(ARGV[0])
    api.post("/2018-06-01/runtime/invocation/#{answer["Lambda-Runtime-Aws-Request-Id"]}/response", "{}")
  end
end
"""
JAVA = """
import java.net.*; import java.nio.file.*;
class Client {
  public static void main(String[] arguments) throws Exception {
    Files.readString(Path.of(arguments[0]));
    String base = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
    while (true) {
      var next = (HttpURLConnection) new URL(base + "next").openConnection();
      if (next.getResponseCode() != 200) break;
      next.getInputStream().readAllBytes();
      Files.readString(Path.of(arguments[0]));
      var answer = (HttpURLConnection) new URL(base + next.getHeaderField("Lambda-Runtime-Aws-Request-Id") + "/response").openConnection();
      answer.setDoOutput(true);
      answer.setRequestMethod("POST");
      answer.getOutputStream().write("{}".getBytes());
      answer.getInputStream().readAllBytes();
    }
  }
}
"""
BASH = """
exec 3<>/dev/tcp/${AWS_LAMBDA_RUNTIME_API/:/\\/}
printf 'GET /2018-06-01/runtime/invocation/next HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n' >&3
while read -r line <&3; do [[ $line == $'\\r' ]] && break; done
read -r line < "$1"
"""


class RuntimeInterfaceTests(HookedTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.decoy = self.folder / "decoy"
        self.decoy.write_text("x")

    def serve(self, *arguments: str) -> Run:
        policy = Policy(modes={"honeypots": "alert"}, decoy_files=[str(self.decoy)])
        with RuntimeAPI(REQUESTS) as api:
            return self.run_hooked([*arguments, str(self.decoy)], policy, AWS_LAMBDA_RUNTIME_API=api.address)

    def assert_follows(self, run: Run, requests: list[str] = REQUESTS) -> None:
        known = [event["metadata"].get("correlation_uid") for event in run.events]
        self.assertEqual(known, [None, *requests], run.errors)

    def test_python(self) -> None:
        self.assert_follows(self.serve(sys.executable, "-c", PYTHON))

    def test_node(self) -> None:
        self.assert_follows(self.serve("node", "-e", NODE))

    def test_ruby(self) -> None:
        self.assert_follows(self.serve("ruby", "-e", RUBY))

    def test_java(self) -> None:
        source = self.folder / "Client.java"
        source.write_text(JAVA)
        subprocess.run(["javac", "-d", self.folder, source], check=True)
        self.assert_follows(self.serve("java", "-Xshare:auto", "-cp", str(self.folder), "Client"))

    def test_curl_as_a_library(self) -> None:
        """As the native clients of the managed runtimes do it."""
        source = self.folder / "client.c"
        source.write_text("""
#include <curl/curl.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
int main(int count, char **arguments) {
  char next[200];
  snprintf(next, 200, "http://%s/2018-06-01/runtime/invocation/next", getenv("AWS_LAMBDA_RUNTIME_API"));
  CURL *curl = curl_easy_init();
  close(open(arguments[count - 1], O_RDONLY));
  for (int i = 0; i < 2; i++) {
    curl_easy_setopt(curl, CURLOPT_URL, next);
    curl_easy_perform(curl);
    close(open(arguments[count - 1], O_RDONLY));
  }
}
""")
        client = self.folder / "client"
        subprocess.run(["cc", "-o", client, source, "-lcurl"], check=True)
        self.assert_follows(self.serve(str(client)))

    @unittest.skipUnless(shutil.which("bash"), "needs bash")
    def test_bash_that_reads_byte_by_byte(self) -> None:
        run = self.serve("bash", "-c", BASH, "bash")
        self.assertEqual([event["metadata"].get("correlation_uid") for event in run.events], REQUESTS[:1], run.errors)

    def test_the_last_request_is_known_in_children(self) -> None:
        code = PYTHON.replace("open(sys.argv[1]).close()", "__import__('subprocess').run(['cat', sys.argv[1]])")
        self.assert_follows(self.serve(sys.executable, "-c", code))

    def test_other_servers_are_not_believed(self) -> None:
        with RuntimeAPI(REQUESTS) as other:
            code = PYTHON.replace('os.environ["AWS_LAMBDA_RUNTIME_API"]', repr(other.address))
            run = self.serve(sys.executable, "-c", code)
        self.assert_follows(run, [None, None])


if __name__ == "__main__":
    unittest.main()
