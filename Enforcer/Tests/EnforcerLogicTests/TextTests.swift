import Testing

@testable import EnforcerLogic

@Suite struct TextTests {
  @Test func aPathIsWithinItselfAndItsParents() {
    #expect(Text("/tmp").isWithin(Text("/tmp")))
    #expect(Text("/tmp/a").isWithin(Text("/tmp")))
    #expect(!Text("/tmpfile").isWithin(Text("/tmp")))
    #expect(!Text("/").isWithin(Text("/tmp")))
  }

  @Test(arguments: [("/bin/sh", "sh"), ("sh", "sh"), ("/", ""), ("", "")])
  func theLastComponentFollowsTheLastSlash(path: String, name: String) {
    let bytes = Array(path.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      let last = Text(start: start, count: bytes.count).lastComponent
      #expect(
        String(decoding: UnsafeBufferPointer(start: last.start, count: last.count), as: UTF8.self) == name)
    }
  }
}
