import Testing

@testable import EnforcerLogic

@Suite struct PathNormalizationTests {
  private func normalized(_ path: String, below base: String = "/var/task", capacity: Int = 4096) -> String? {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    defer { buffer.deallocate() }
    return withText(path) { path in
      withText(base) { base in
        normalize(path, below: base, into: buffer, capacity: capacity).map { length in
          #expect(buffer[length] == 0)
          return Text(start: buffer, count: length).string
        }
      }
    }
  }

  @Test(arguments: [
    ("/", "/"), ("//", "/"), ("/a", "/a"), ("/a/", "/a"), ("/a//b", "/a/b"), ("/a/./b/.", "/a/b"),
    ("/a/../b", "/b"), ("/../..", "/"), ("/a/b/../../c", "/c"), ("app.py", "/var/task/app.py"),
    ("./app.py", "/var/task/app.py"), ("../app.py", "/var/app.py"), ("", "/var/task"), ("..", "/var"),
    ("/...", "/..."), ("/.a/..b", "/.a/..b"), ("/a/.../b", "/a/.../b"),
  ])
  func makesOneFormOfMany(_ path: String, _ expected: String) {
    #expect(normalized(path) == expected)
  }

  @Test func refusesWhatDoesNotFit() {
    #expect(normalized("/abc", capacity: 5) == "/abc")
    #expect(normalized("/abc", capacity: 4) == nil)
    #expect(normalized("abc", below: "/xyz", capacity: 9) == "/xyz/abc")
    #expect(normalized("abc", below: "/xyz", capacity: 8) == nil)
  }

  @Test(arguments: ["/", "/a", "/a/b.c", "/var/task/app.py"])
  func recognisesNormalPaths(_ path: String) {
    #expect(withText(path) { isNormalized($0) })
  }

  @Test(arguments: ["", "a", "/a/", "//", "/a//b", "/./a", "/a/.", "/a/../b", "/a/.."])
  func recognisesOtherPaths(_ path: String) {
    #expect(withText(path) { !isNormalized($0) })
  }
}
