import Foundation
import Testing

@testable import EnforcerLogic

@Suite struct SHA256Tests {
  private func digest(_ bytes: [UInt8], pieces: [Int] = []) -> String {
    var hash = SHA256()
    var rest = bytes[...]
    for piece in pieces {
      withText(rest.prefix(piece)) { hash.update($0) }
      rest = rest.dropFirst(piece)
    }
    withText(rest) { hash.update($0) }
    let result = UnsafeMutablePointer<UInt8>.allocate(capacity: 32)
    defer { result.deallocate() }
    hash.finish(into: result)
    return (0..<32).map { String(format: "%02x", result[$0]) }.joined()
  }

  /// FIPS 180-4, examples of the standard's author.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func givesTheExamplesOfTheStandard(_ text: String, _ expected: String) {
    #expect(digest(Array(text.utf8)) == expected)
  }

  @Test func givesTheSameInPieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let whole = digest(bytes)
    for pieces in [[1], [63, 1, 64], [64, 64], [65, 127, 3], Array(repeating: 1, count: 300)] {
      #expect(digest(bytes, pieces: pieces) == whole)
    }
  }

  /// Python's hashlib, for every length around the borders of blocks.
  @Test func givesWhatHashlibGives() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import hashlib\nfor n in range(0, 300): print(hashlib.sha256(bytes(i * 31 % 256 for i in range(n))).hexdigest())",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    try #require(lines.count == 300)
    for length in 0..<300 {
      #expect(digest((0..<length).map { UInt8(truncatingIfNeeded: $0 * 31 % 256) }) == lines[length])
    }
  }
}
