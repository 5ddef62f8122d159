import TestSupport
import Testing

@testable import Archives

/// Archives that are broken or made to harm: what is named, and that the rest is read.
@Suite struct HostileArchiveTests {
  private typealias Item = ArchiveMaker.Item

  private func read(
    _ bytes: [UInt8], limits: ArchiveLimits = .standard
  ) throws -> (paths: [String], summary: ArchiveSummary) {
    var paths: [String] = []
    let summary = try ArchiveReader.visit(.bytes(bytes), limits: limits) { entry, read throws(ArchiveError) in
      _ = try read()
      paths.append(entry.path)
    }
    return (paths, summary)
  }

  @Test(arguments: [
    "../up", "a/../../up", "/etc/passwd", "C:/x", "c:x", "..\\up", "\\\\host\\x", "a\\..\\..\\b",
  ])
  func namesPathsThatLeadOut(path: String) throws {
    let archive = RawZip.make([
      .init(name: Array(path.utf8), content: [1]), .init(name: Array("good".utf8), content: [2]),
    ])
    let result = try read(archive)
    #expect(result.paths == ["good"])
    #expect(result.summary.problems.map(\.endsReading) == [false])
    guard case .escapes = result.summary.problems.first else {
      Issue.record("\(result.summary.problems)")
      return
    }
  }

  @Test(arguments: [
    ("a/../b", "b"), ("./a", "a"), ("a//b", "a/b"), ("...", "..."), ("a..b/c", "a..b/c"), ("ab:c", "ab:c"),
  ])
  func keepsPathsThatStayInside(path: String, expected: String) {
    #expect(EntryPath.normalised(path) == expected)
  }

  @Test func namesNamesThatAreCutAtNUL() throws {
    let archive = RawZip.make([
      .init(name: Array("lib/a.jar\0.txt".utf8), content: [1]), .init(name: Array("good".utf8), content: [2]),
    ])
    let result = try read(archive)
    #expect(result.paths == ["good"])
    #expect(result.summary.problems == [.escapes(entry: "lib/a.jar")])
  }

  @Test func doesNotFollowLinks() throws {
    let archive = ArchiveMaker.make(.tar, [Item(path: "a", link: "/etc/passwd"), .file("b", "x")])
    let result = try read(archive)
    #expect(result.paths == ["b"])
    #expect(result.summary.problems == [.link(entry: "a", target: "/etc/passwd")])
  }

  @Test func namesDuplicates() throws {
    let result = try read(ArchiveMaker.make(.zip, [.file("a", "x"), .file("./a", "y"), .file("b", "z")]))
    #expect(result.paths == ["a", "a", "b"])
    #expect(result.summary.problems == [.duplicate(entry: "./a")])
  }

  @Test func namesEncryptedEntries() throws {
    let archive = ArchiveMaker.make(
      .zip, [.file("secret", "x")], options: "zip:encryption=aes256", password: "open")
    let result = try read(archive)
    #expect(result.paths.isEmpty)
    #expect(result.summary.problems == [.encrypted(entry: "secret")])
  }

  @Test func stopsAtEntriesThatShareBytes() throws {
    let kernel = [UInt8](repeating: 7, count: 5000)
    let archive = RawZip.make([
      .init(name: Array("a".utf8), content: kernel),
      .init(name: Array("b".utf8), content: [], offset: 0, packed: 5000),
    ])
    let result = try read(archive)
    #expect(result.paths.isEmpty)
    #expect(result.summary.problems == [.overlapping(entry: "b", other: "a")])
    #expect(!result.summary.isComplete)
  }

  @Test func namesSizesThatLie() throws {
    let archive = RawZip.make([
      .init(name: Array("a".utf8), content: [1, 2, 3], declaredSize: 1000),
      .init(name: Array("b".utf8), content: [1]),
    ])
    let result = try read(archive)
    #expect(result.paths == ["b"])
    #expect(result.summary.problems.count == 1 && result.summary.isComplete)
  }

  @Test(arguments: [ArchiveMaker.Format.zip, .tar, .gzip])
  func givesWhatComesBeforeTheCut(format: ArchiveMaker.Format) throws {
    // Bytes that do not compress, so that the cut falls into the third file.
    var seed: UInt32 = 1
    let items = ["a", "b", "c"].map { path in
      let noise = (0..<200_000).map { _ in
        seed = seed &* 1_664_525 &+ 1_013_904_223
        return UInt8(seed >> 24)
      }
      return Item(path: path, content: noise)
    }
    let archive = ArchiveMaker.make(format, items)
    let cut = Array(archive.prefix(archive.count * 5 / 6))
    let result = try read(cut)
    #expect(result.paths == ["a", "b"])
    #expect(!result.summary.isComplete)
    #expect(result.summary.problems.last?.description.contains("damaged") == true)
  }

  @Test func refusesWhatIsNoArchive() {
    for bytes in [[], Array("hello, world".utf8), [UInt8](repeating: 0, count: 100), Array("PK".utf8)] {
      #expect(throws: ArchiveError.notAnArchive) { try read(bytes) }
    }
  }

  @Test func refusesWhatIsNoFile() {
    for path in ["/nowhere/at/all.zip", "/tmp", "/dev/zero"] {
      #expect(throws: ArchiveError.self) {
        try ArchiveReader.visit(.file(path)) { _, _ throws(ArchiveError) in }
      }
    }
  }
}
