import TestSupport
import Testing

@testable import Archives

@Suite struct ArchiveReaderTests {
  @Test(arguments: ArchiveMaker.Format.allCases)
  func readsEveryFormat(format: ArchiveMaker.Format) throws {
    let bytes = ArchiveMaker.make(
      format,
      [
        .file("a.txt", "first"), ArchiveMaker.Item(path: "lib/", isFolder: true),
        .file("./lib/ä.txt", "second"),
      ])
    var found: [String: String] = [:]
    let summary = try ArchiveReader.visit(.bytes(bytes)) { entry, read throws(ArchiveError) in
      found[entry.path] = String(decoding: try read(), as: UTF8.self)
    }
    #expect(found == ["a.txt": "first", "lib/ä.txt": "second"])
    #expect(summary.problems.isEmpty && summary.isComplete)
    #expect(summary.files == 2 && summary.bytes == 11)
  }
}
