import Foundation
import Testing

@testable import FunctionLab

/// What a function sees and may do, asked from inside.
@Suite(
  .enabled(
    if: Runtimes.hasNamespaces, "the system gives sandboxes no namespaces; a plain machine or root does"))
struct SandboxTests {
  /// Evaluates a Python expression, or several, in a function.
  private func ask(
    _ code: String, options: LabOptions = LabOptions(), change: (inout LabFunction) -> Void = { _ in }
  ) throws -> [String: Any] {
    let bench = try LabBench([
      "data.txt": "data",
      "app.py": """
      import os, subprocess, socket, time, ctypes
      def attempt(action):
          try:
              value = action()
              return value if isinstance(value, (int, str, list, bool)) else "done"
          except OSError as error:
              return error.strerror
      def handler(event, context):
          \(code.replacing("\n", with: "\n    "))

      """,
    ])
    let result = try bench.python(options: options, change: change)
    #expect(result.status == .ok, "\(result.text)\(String(decoding: result.payload, as: UTF8.self))")
    return try result.object()
  }

  @Test func runsAsThePlatformsUser() throws {
    let answer = try ask(
      """
      import pwd
      return {"uid": os.getuid(), "gid": os.getgid(), "name": pwd.getpwuid(os.getuid()).pw_name,
              "cwd": os.getcwd(), "root": attempt(lambda: os.setuid(0)), "groups": os.getgroups()}
      """)
    #expect(answer["uid"] as? Int == 993)
    #expect(answer["gid"] as? Int == 990)
    #expect(answer["name"] as? String == "sbx_user1051")
    #expect(answer["cwd"] as? String == "/var/task")
    // In a user namespace there is no such user.
    #expect(["Operation not permitted", "Invalid argument"].contains(answer["root"] as? String))
  }

  @Test func writesToTmpAlone() throws {
    let answer = try ask(
      """
      def write(path):
          return attempt(lambda: open(path, "w").write("x"))
      return {path: write(path + "/x") for path in
              ("/tmp", "/var/task", "/opt", "/var/runtime", "/usr", "/etc", "/", "/dev", "/var", "/home")}
      """)
    #expect(answer["/tmp"] as? Int == 1)
    for (path, value) in answer where path != "/tmp" {
      #expect(["Read-only file system", "Permission denied"].contains(value as? String), "\(path): \(value)")
    }
  }

  @Test func seesItsCodeAndNothingOfTheUsers() throws {
    let home = NSHomeDirectory()
    let answer = try ask(
      """
      return {"task": sorted(os.listdir("/var/task")), "tmp": os.listdir("/tmp"), "root": attempt(lambda: os.listdir("/root")),
              "home": attempt(lambda: sorted(os.listdir("/home"))), "shadow": attempt(lambda: open("/etc/shadow").read()),
              "keys": os.path.exists("\(home)/.aws"), "shm": os.path.exists("/dev/shm"),
              "parent": attempt(lambda: open("/proc/1/environ").read()), "memory": attempt(lambda: open("/proc/1/mem").read())}
      """)
    #expect(answer["task"] as? [String] == ["app.py", "data.txt"])
    #expect(answer["keys"] as? Bool == false)
    #expect(answer["shm"] as? Bool == false)
    #expect(["Permission denied", ""].contains(answer["shadow"] as? String))
    for name in ["parent", "memory"] { #expect(answer[name] as? String == "Permission denied", "\(name)") }
  }

  @Test func hasProcessesOfItsOwn() throws {
    let answer = try ask(
      """
      return {"pid": os.getpid(), "all": sorted(int(n) for n in os.listdir("/proc") if n.isdigit()),
              "kill": attempt(lambda: os.kill(1, 9)), "host": attempt(lambda: open("/proc/1/comm").read())}
      """)
    #expect(answer["pid"] as? Int == 2)
    #expect(answer["all"] as? [Int] == [1, 2])
    // Of the same user outside in a user namespace, and still deaf: that there is an answer proves it.
    #expect(["Operation not permitted", "done"].contains(answer["kill"] as? String))
  }

  @Test func boundsTheTemporaryFolder() throws {
    let answer = try ask(
      """
      def fill():
          with open("/tmp/fill", "wb") as file:
              for _ in range(600): file.write(bytes(1 << 20))
      return {"fill": attempt(fill), "size": os.statvfs("/tmp").f_blocks * os.statvfs("/tmp").f_bsize >> 20}
      """
    ) { $0.timeout = .seconds(30) }
    #expect(answer["fill"] as? String == "No space left on device")
    #expect(answer["size"] as? Int == 512)
  }

  @Test func keepsTheTemporaryFolderWhileTheSandboxLives() throws {
    let bench = try LabBench([
      "app.py": """
      import os
      def handler(event, context):
          # Besides, an interpreter that lies below /tmp outside has its folder there.
          found = [name for name in os.listdir("/tmp") if name.isdigit()]
          open("/tmp/%d" % len(found), "w").close()
          if event == "exit": os._exit(1)
          return found
      """
    ])
    let function = try bench.function("python\(Runtimes.pythonVersion)", "app.handler")
    let results = try bench.run(function, ["1", #""exit""#, "2"])
    #expect(try results[0].json() as? [String] == [])
    // As on the platform, a runtime that is replaced finds what the last one left.
    #expect(Set(try #require(try results[2].json() as? [String])) == ["0", "1"])
    #expect(try bench.run(function, ["1"])[0].json() as? [String] == [])
  }

  @Test func takesAllItsProcessesWithIt() throws {
    let bench = try LabBench([
      "app.py": """
      import os, subprocess, time
      def handler(event, context):
          # In a session of its own, and with a name that can be looked for outside.
          subprocess.Popen(["sleep", event], start_new_session=True)
          time.sleep(30)
      """
    ])
    let mark = "98765.\(Int.random(in: 100_000...999_999))"
    let function = try bench.function("python\(Runtimes.pythonVersion)", "app.handler")
    var slow = function
    slow.timeout = .milliseconds(500)
    let result = try bench.run(slow, ["\"\(mark)\""])[0]
    #expect(result.status == .timeout)
    let processes = try #require(
      HostProgram.run("/bin/sh", ["-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"]))
    #expect(!processes.output.contains("sleep \(mark)"))
  }

  @Test(arguments: [true, false])
  func hasTheNetworkUnlessToldOtherwise(hasNone: Bool) throws {
    var options = LabOptions()
    options.hasNoNetwork = hasNone
    let answer = try ask(
      """
      api = os.environ["AWS_LAMBDA_RUNTIME_API"]
      names = [name for _, name in socket.if_nameindex()]
      return {"names": names, "api": api}
      """, options: options)
    if hasNone {
      #expect(answer["names"] as? [String] == ["lo"])
      #expect(answer["api"] as? String == "127.0.0.1:9001")
    } else {
      #expect((answer["names"] as? [String])?.contains("lo") == true)
    }
  }

  @Test func reopensItsOutputByName() throws {
    let bench = try LabBench([
      "app.py": """
      def handler(event, context):
          with open("/dev/stderr", "w") as stream: stream.write("by its name\\n")
          with open("/proc/self/fd/1", "w") as stream: stream.write("by its number\\n")
      """
    ])
    let result = try bench.python()
    #expect(result.status == .ok)
    #expect(result.text.contains("by its name\n"))
    #expect(result.text.contains("by its number\n"))
  }

  @Test func readsCodeOfAPrivateFolder() throws {
    let bench = try LabBench([
      "app.py": "def handler(event, context): return open('deep/file').read()", "deep/file": "x",
    ])
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: bench.path)
    #expect(try bench.python().json() as? String == "x")
  }
}
