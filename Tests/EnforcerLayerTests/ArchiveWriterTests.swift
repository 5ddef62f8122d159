import Testing

@testable import EnforcerLayer

/// Every bound, at it and above.
@Suite struct ArchiveWriterTests {
  private func entries(_ count: Int, of size: Int) -> [ArchiveWriter.Entry] {
    (0..<count).map { .init(path: "\($0)", bytes: [UInt8](repeating: 1, count: size), isExecutable: false) }
  }

  @Test func files() throws {
    let limit = ArchiveWriter.entryLimit
    #expect(try ArchiveWriter.archive(of: entries(limit, of: 1)).count > limit)
    #expect(throws: LayerError.tooManyFiles(count: limit + 1, limit: limit)) {
      try ArchiveWriter.archive(of: entries(limit + 1, of: 1))
    }
  }

  @Test func bytes() throws {
    let limit = ArchiveWriter.byteLimit
    #expect(try ArchiveWriter.archive(of: entries(1, of: limit)).count < limit)
    #expect(throws: LayerError.tooLarge(bytes: limit + 1, limit: limit)) {
      try ArchiveWriter.archive(of: entries(1, of: limit + 1))
    }
  }

  @Test func nothingIsAnArchiveToo() throws {
    #expect(try ArchiveWriter.archive(of: []).count == 22)
  }
}
