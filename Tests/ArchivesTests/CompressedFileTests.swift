import Archives
import Foundation
import Testing

@Suite struct CompressedFileTests {
  /// "cve,epss" and one line, 28 bytes, by gzip.
  private func table() throws -> [UInt8] {
    [UInt8](
      try #require(
        Data(base64Encoded: "H4sIAAAAAAACA0suS9VJLSgu5nIOc9U1MjAy0TU0MDDQMdAzMeUCAMQYFWEcAAAA")))
  }

  @Test func expandsUpToTheLimit() throws {
    let text = try CompressedFile.expand(table(), limit: 28)
    #expect(String(decoding: text, as: UTF8.self) == "cve,epss\nCVE-2024-1000,0.45\n")
    #expect(throws: ArchiveError.tooManyBytes(limit: 27)) { try CompressedFile.expand(table(), limit: 27) }
  }

  @Test(arguments: ["", "plain text is not compressed"])
  func refusesWhatIsNotCompressed(text: String) {
    #expect(throws: ArchiveError.notAnArchive) { try CompressedFile.expand(Array(text.utf8), limit: 100) }
  }

  @Test func namesDamage() throws {
    let cut = try Array(table().prefix(30))
    #expect(throws: ArchiveError.self) { try CompressedFile.expand(cut, limit: 100) }
  }
}
