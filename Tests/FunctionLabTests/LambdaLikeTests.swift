import Foundation
import Testing

@testable import FunctionLab

/// System calls that the Lambda-like mode refuses and allows, tried from inside a function.
@Suite struct LambdaLikeTests {
  /// Calls by name, with what each returned: 0 or the name of the error.
  private func results(isLambdaLike: Bool, hasNamespaces: Bool = true) throws -> [String: String] {
    let bench = try LabBench([
      "app.py": """
      import ctypes, errno, os, platform
      libc = ctypes.CDLL(None, use_errno=True)
      numbers = {"x86_64": dict(seccomp=317, ptrace=101, readv=310, writev=311, prctl=157),
                 "aarch64": dict(seccomp=277, ptrace=117, readv=270, writev=271, prctl=167)}[platform.machine()]
      def call(number, *values):
          ctypes.set_errno(0)
          value = libc.syscall(number, *[ctypes.c_ulong(v) for v in values])
          return "ok" if value >= 0 else errno.errorcode[ctypes.get_errno()]
      def handler(event, context):
          prctl = lambda *values: call(numbers["prctl"], *values)
          name = ctypes.create_string_buffer(b"worker")
          return {
              "landlock_create": call(444, 0, 0, 1), "landlock_add": call(445, 0, 0, 0, 0), "landlock_restrict": call(446, 0, 0),
              "seccomp": call(numbers["seccomp"], 2, 0, 0), "ptrace": call(numbers["ptrace"], 2, 0, 0, 0),
              "readv": call(numbers["readv"], os.getpid(), 0, 0, 0, 0, 0),
              "writev": call(numbers["writev"], os.getpid(), 0, 0, 0, 0, 0),
              "set_no_new_privs": prctl(38, 1, 0, 0, 0), "set_seccomp": prctl(22, 2, 0, 0, 0),
              "set_dumpable": prctl(4, 0, 0, 0, 0), "set_subreaper": prctl(36, 1, 0, 0, 0),
              "set_ptracer": prctl(0x59616d61, 1, 0, 0, 0), "drop_bound": prctl(24, 0, 0, 0, 0),
              "set_name": prctl(15, ctypes.addressof(name)), "get_name": prctl(16, ctypes.addressof(name)),
              "get_no_new_privs": str(libc.prctl(39, 0, 0, 0, 0)), "get_dumpable": prctl(3, 0, 0, 0, 0),
              "uid": str(os.getuid()),
          }

      """
    ])
    var options = LabOptions()
    options.isLambdaLike = isLambdaLike
    options.hasNoNamespaces = !hasNamespaces
    return try #require(try bench.python(options: options).json() as? [String: String])
  }

  @Test func refusesWhatThePlatformIsReportedToRefuse() throws {
    let results = try results(isLambdaLike: true)
    for name in ["landlock_create", "landlock_add", "landlock_restrict"] {
      #expect(results[name] == "ENOSYS", "\(name)")
    }
    for name in [
      "seccomp", "ptrace", "readv", "writev", "set_no_new_privs", "set_seccomp", "set_dumpable",
      "set_subreaper",
      "set_ptracer", "drop_bound",
    ] { #expect(results[name] == "EPERM", "\(name)") }
  }

  @Test func allowsWhatRuntimesNeed() throws {
    let results = try results(isLambdaLike: true)
    for name in ["set_name", "get_name", "get_dumpable"] { #expect(results[name] == "ok", "\(name)") }
  }

  @Test(.enabled(if: Runtimes.hasNamespaces)) func makesNoPromiseOnTheFunctionsBehalf() throws {
    let results = try results(isLambdaLike: true)
    #expect(results["get_no_new_privs"] == "0")
    #expect(results["uid"] == "993")
  }

  @Test func refusesWithoutNamespacesToo() throws {
    let results = try results(isLambdaLike: true, hasNamespaces: false)
    #expect(results["set_no_new_privs"] == "EPERM")
    #expect(results["seccomp"] == "EPERM")
    #expect(results["landlock_create"] == "ENOSYS")
  }

  /// Otherwise the tests above prove nothing.
  @Test func allowsThemOtherwise() throws {
    let results = try results(isLambdaLike: false)
    #expect(results["set_no_new_privs"] == "ok")
    #expect(results["set_dumpable"] == "ok")
    #expect(results["readv"] == "ok")
    #expect(results["landlock_create"] != "EPERM")
  }

  @Test(.enabled(if: Runtimes.hasNode)) func runsNode() throws {
    let bench = try LabBench(["index.js": "exports.handler = async () => process.version;"])
    var options = LabOptions()
    options.isLambdaLike = true
    let result = try bench.run(try bench.function("nodejs20.x", "index.handler"), ["{}"], options: options)[0]
    #expect(result.status == .ok)
  }
}
