import Foundation
import GitHistory
import Testing

/// Repositories are made with git itself, so that its own files are what is read.
@Suite struct HistoryTests {
  private func texts(
    in repository: TemporaryRepository, since: String? = nil, limits: History.Limits = History.Limits()
  ) throws -> [String: String] {
    let history = try History(
      of: Repository(holding: repository.path), since: since, limits: limits,
      isWanted: { path, _ in !path.hasSuffix(".png") })
    var texts: [String: String] = [:]
    for version in history.versions where !version.isOlder {
      texts[String(decoding: try history.bytes(of: version), as: UTF8.self)] = version.path
    }
    return texts
  }

  @Test(arguments: [false, true])
  func everyContentIsListedOnceWithItsFirstCommit(isPacked: Bool) throws {
    let repository = try TemporaryRepository()
    try repository.commit(["src/app.py": "one", "logo.png": "picture"], day: 1)
    try repository.commit(["src/app.py": "two"], day: 2)
    try repository.commit(["src/app.py": "one", "copy.py": "two"], day: 3)
    if isPacked { try repository.git("gc", "--quiet", "--aggressive") }
    let history = try History(
      of: Repository(holding: repository.path), isWanted: { path, _ in path != "logo.png" })
    #expect(history.problems.isEmpty)
    #expect(history.commits == 3)
    let told = try history.versions.map { version in
      "\(String(decoding: try history.bytes(of: version), as: UTF8.self)) \(version.path) \(version.time)"
    }
    #expect(
      told == [
        "one src/app.py \(TemporaryRepository.time(day: 1))",
        "two src/app.py \(TemporaryRepository.time(day: 2))",
      ])
    let first = try repository.git("rev-list", "--max-parents=0", "HEAD")
    #expect(history.versions.first?.commit.description == first)
  }

  @Test func deltasGiveWhatGitGives() throws {
    let repository = try TemporaryRepository()
    var lines = (0..<400).map { "line \($0) of a text that packs well \($0 * 7_919)" }
    var all: Set<String> = []
    for day in 1...25 {
      lines[day * 11] = "changed on day \(day)"
      lines.insert("added on day \(day)", at: day * 3)
      all.insert(lines.joined(separator: "\n"))
      try repository.commit(["long.txt": lines.joined(separator: "\n")], day: day)
    }
    try repository.git("repack", "-adfq", "--depth=50", "--window=50")
    #expect(Set(try texts(in: repository).keys) == all)
  }

  @Test func branchesAndTagsCountThatHeadDoesNotReach() throws {
    let repository = try TemporaryRepository()
    try repository.commit(["a": "main"], day: 1)
    try repository.git("checkout", "-q", "-b", "side")
    try repository.commit(["a": "side"], day: 2)
    try repository.git("tag", "-a", "v1", "-m", "first")
    try repository.git("checkout", "-q", "main")
    try repository.git("branch", "-qD", "side")
    #expect(try texts(in: repository).keys.sorted() == ["main", "side"])
    try repository.git("pack-refs", "--all")
    #expect(try texts(in: repository).keys.sorted() == ["main", "side"])
  }

  @Test(arguments: ["old", "HEAD~"])
  func sinceLeavesOutWhatWasThere(name: String) throws {
    let repository = try TemporaryRepository()
    try repository.commit(["a": "first", "b": "kept"], day: 1)
    try repository.git("tag", "old")
    try repository.commit(["a": "second"], day: 2)
    let since = name == "old" ? name : try repository.git("rev-parse", name)
    #expect(try texts(in: repository, since: since) == ["second": "a"])
  }

  @Test(arguments: [
    "nothing", "../../etc/passwd", "", "refs/heads/none", "0123456789012345678901234567890123456789",
  ])
  func anUnknownRevisionIsSaid(name: String) throws {
    let repository = try TemporaryRepository()
    try repository.commit(["a": "first"], day: 1)
    let opened = try Repository(holding: repository.path)
    #expect(throws: GitError.unknownRevision(name)) {
      _ = try History(of: opened, since: name, isWanted: { _, _ in true })
    }
  }

  @Test(arguments: [(3, false), (2, true)])
  func commitsAreBounded(limit: Int, isHit: Bool) throws {
    let repository = try TemporaryRepository()
    for day in 1...3 { try repository.commit(["a": "\(day)"], day: day) }
    let history = try History(
      of: Repository(holding: repository.path), limits: .init(commits: limit), isWanted: { _, _ in true })
    #expect(history.problems.contains { $0.contains("more than \(limit) commits") } == isHit)
  }

  @Test(arguments: [(3, false), (2, true)])
  func versionsAreBounded(limit: Int, isHit: Bool) throws {
    let repository = try TemporaryRepository()
    for day in 1...3 { try repository.commit(["a": "\(day)"], day: day) }
    let history = try History(
      of: Repository(holding: repository.path), limits: .init(versions: limit), isWanted: { _, _ in true })
    #expect(history.problems.contains { $0.contains("more than \(limit) versions") } == isHit)
  }

  @Test func foldersThatNobodyWantsAreNotWalked() throws {
    let repository = try TemporaryRepository()
    try repository.commit(["node_modules/x/index.js": "package", "a.js": "own"], day: 1)
    let history = try History(
      of: Repository(holding: repository.path),
      isWanted: { path, isFolder in !(isFolder && path.hasSuffix("node_modules")) })
    #expect(history.versions.map(\.path) == ["a.js"])
  }
}
