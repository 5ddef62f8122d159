import Testing

@testable import EnforcerLogic

@Suite struct PathBeginningsTests {
  private func fit(_ path: String, _ patterns: [String]) -> Bool {
    let storage = UnsafeMutablePointer<UInt64>.allocate(capacity: 48)
    storage.initialize(repeating: 0, count: 48)
    defer { storage.deallocate() }
    var beginnings = PathBeginnings(storage: storage)
    for pattern in patterns { withText(pattern) { beginnings.insert($0) } }
    return path.withCString { beginnings.fit($0) }
  }

  static let patterns = ["/tmp", "/var/task/**.py", "/opt/.aws/credentials", "/dev"]

  @Test(arguments: [
    "/tmp/x", "/tmp", "/var/task/app.js", "/opt/.aws/x", "/dev/null", "relative", "", "/usr/../tmp/x",
    "/usr//tmp",
    "/usr/./x", "/usr/.hidden",
  ])
  func takesWhatMayBeGuarded(_ path: String) {
    #expect(fit(path, Self.patterns))
  }

  @Test(arguments: ["/usr/lib/x.so", "/var/lang/x.py", "/etc/hosts", "/opt/python/x.py", "/"])
  func leavesOutWhatCannotBe(_ path: String) {
    #expect(!fit(path, Self.patterns))
  }

  @Test func takesEverythingForPatternsWithoutBeginning() {
    #expect(fit("/usr/x", ["**/secret"]))
    #expect(fit("/usr/x", (0..<25).map { "/a\($0)" }))
    #expect(!fit("/usr/x", (0..<24).map { "/a\($0)" }))
    #expect(!fit("/usr/x", []))
  }
}
