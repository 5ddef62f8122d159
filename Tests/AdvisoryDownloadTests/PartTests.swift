import Foundation
import Testing

@testable import AdvisoryDownload

/// The parts that need no server.
struct PartTests {
  private func crc(_ text: String) -> [UInt8] {
    var crc = CRC32C()
    Array(text.utf8).withUnsafeBytes { crc.update($0) }
    return crc.bytes
  }

  /// The check value that RFC 3720 and every catalogue of such checks give for these nine digits.
  @Test func theCyclicCheckHasItsKnownValue() {
    #expect(crc("123456789") == [0xE3, 0x06, 0x92, 0x83])
    #expect(crc("") == [0, 0, 0, 0])
  }

  private func headers(_ lines: [String]) -> ResponseHeaders {
    lines.reduce(into: ResponseHeaders()) { $0.take($1 + "\r\n") }
  }

  @Test func headersAreRead() {
    let headers = headers([
      "HTTP/2 206", "ETAG: \"a b\"", "content-range: bytes 5-9/10", "Content-Length: 5",
      "x-goog-hash: crc32c=i67GjA==", "X-Goog-Hash: md5=Ql15uc9uNKRlT8/uAEh95g==",
    ])
    #expect(headers.status == 206)
    #expect(headers.entityTag == "\"a b\"")
    #expect(headers.rangeStart == 5 && headers.total == 10)
    #expect(headers.digests == ["crc32c": "i67GjA==", "md5": "Ql15uc9uNKRlT8/uAEh95g=="])
  }

  @Test func theHeadersOfARedirectAreForgotten() {
    let headers = headers(["HTTP/1.1 302 Found", "ETag: \"x\"", "Content-Length: 3", "", "HTTP/1.1 200 OK"])
    #expect(headers.status == 200 && headers.entityTag == nil && headers.total == nil)
  }

  @Test(
    arguments: [
      "Content-Length: -1", "Content-Length: x", "Content-Range: bytes */10", "Content-Range: 1", "nothing",
      ":",
      "x-goog-hash: md5", "Content-Length: 99999999999999999999",
    ]) func malformedHeadersSayNothing(_ line: String)
  {
    var expected = headers(["HTTP/1.1 206 Partial"])
    #expect(headers(["HTTP/1.1 206 Partial", line]) == expected)
    expected.take("ETag: " + String(repeating: "a", count: ResponseHeaders.lineLimit))
    #expect(expected.entityTag == nil)
  }

  @Test func validatorsAreReadBack() throws {
    let headers = headers(["HTTP/1.1 200 OK", "ETag: \"x\"", "Last-Modified: Mon, 30 Nov 2026 08:00:00 GMT"])
    let validator = try #require(Validator(address: "https://h/a", headers))
    #expect(Validator(text: validator.text) == validator)
    #expect(validator.rest(from: 7) == ["Range: bytes=7-", "If-Range: \"x\""])
    #expect(Validator(address: "https://h/a", self.headers(["HTTP/1.1 200 OK"])) == nil)
  }

  @Test(
    arguments: [
      "", "a", "a\n\n\n", "a\nb\nc", "\nb\nc\n", "a\nb\nc\nd\n", "a\nb\rX-Evil: 1\nc\n", "a\nb\u{7F}\n\n",
    ]) func whatIsNoValidatorIsRefused(_ text: String)
  {
    #expect(Validator(text: text) == nil)
  }

  @Test func namesInAddressesAreEncoded() {
    let files = AdvisorySources.files(
      ecosystems: ["npm", "crates.io", "GitHub Actions"], from: "https://h/x//")
    #expect(
      files.map(\.address) == [
        "https://h/x/npm/all.zip", "https://h/x/crates.io/all.zip", "https://h/x/GitHub%20Actions/all.zip",
      ])
    #expect(files.map(\.name) == ["npm.zip", "crates.io.zip", "GitHub Actions.zip"])
    for file in files + AdvisorySources.exploits { #expect(HTTPSAddress.isAcceptable(file.address)) }
  }

  @Test func longFilesOfOursSayNothing() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "parapet-small-\(UUID())")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(repeating: 0x61, count: FileSystem.smallFileLimit).write(to: file)
    #expect(FileSystem.text(of: file.path())?.utf8.count == FileSystem.smallFileLimit)
    try Data(repeating: 0x61, count: FileSystem.smallFileLimit + 1).write(to: file)
    #expect(FileSystem.text(of: file.path()) == nil)
  }
}
