import Foundation
import GitHistory
import Testing

/// What a repository must not be able to do.
@Suite struct RepositoryTests {
  private func count(_ path: String) throws -> Int {
    try History(of: Repository(holding: path), isWanted: { _, _ in true }).versions.count
  }

  @Test func aFolderWithoutOneSaysSo() throws {
    let folder = try TemporaryFolder()
    #expect(throws: GitError.noRepository) { _ = try Repository(holding: folder.path) }
  }

  @Test func itIsFoundFromAFolderBelow() throws {
    let repository = try TemporaryRepository()
    try repository.commit(["deep/down/a": "x"], day: 1)
    #expect(try Repository(holding: repository.path + "/deep/down").top == repository.path)
  }

  @Test func itsConfigurationStartsNothing() throws {
    let repository = try TemporaryRepository()
    try repository.commit(["a.txt": "x", ".gitattributes": "*.txt filter=trap diff=trap"], day: 1)
    let trace = repository.path + "/trace"
    for key in [
      "core.fsmonitor", "filter.trap.smudge", "diff.trap.textconv", "core.pager", "core.sshCommand",
    ] {
      try repository.git("config", key, "touch \(trace)")
    }
    #expect(try count(repository.path) == 2)
    #expect(!FileManager.default.fileExists(atPath: trace))
  }

  @Test func aWorkTreeIsReadWhereItsRepositoryNamesIt() throws {
    let repository = try TemporaryRepository()
    try repository.commit(["a": "x"], day: 1)
    let folder = try TemporaryFolder()
    try repository.git("worktree", "add", "-q", "--detach", folder.path + "/tree")
    #expect(try count(folder.path + "/tree") == 1)
  }

  @Test func aFileCannotChooseAnotherRepository() throws {
    let repository = try TemporaryRepository()
    try repository.commit(["a": "x"], day: 1)
    let folder = try TemporaryFolder()
    try Data("gitdir: \(repository.path)/.git\n".utf8).write(to: URL(filePath: folder.path + "/.git"))
    #expect(throws: GitError.foreignRepository) { _ = try Repository(holding: folder.path) }
  }

  @Test func nothingIsBorrowedFromAnotherRepository() throws {
    let other = try TemporaryRepository()
    try other.commit(["a": "x"], day: 1)
    let repository = try TemporaryRepository()
    try repository.commit(["b": "y"], day: 1)
    let git = repository.path + "/.git"
    try Data("\(other.path)/.git\n".utf8).write(to: URL(filePath: git + "/commondir"))
    try Data("\(other.path)/.git/objects\n".utf8).write(to: URL(filePath: git + "/objects/info/alternates"))
    let history = try History(of: Repository(holding: repository.path), isWanted: { _, _ in true })
    #expect(history.versions.map(\.path) == ["b"])
    #expect(history.problems.contains { $0.contains("alternates") })
  }

  @Test func sha256IsSaidToBeUnsupported() throws {
    let folder = try TemporaryFolder()
    try Git.run(["init", "-q", "--object-format=sha256", folder.path], in: folder.path)
    #expect(throws: GitError.unsupported("SHA-256 for the names of objects")) {
      _ = try Repository(holding: folder.path)
    }
  }

  /// Any byte of a pack or its index may be wrong: something is missing then, and nothing else happens.
  @Test(arguments: 0..<24)
  func damageIsSurvived(seed: Int) throws {
    let repository = try TemporaryRepository()
    for day in 1...4 { try repository.commit(["a": String(repeating: "text \(day) ", count: 90)], day: day) }
    try repository.git("gc", "--quiet")
    var random = SystemRandomNumberGenerator()
    let folder = repository.path + "/.git/objects/pack"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(seed % 2 == 0 ? ".pack" : ".idx") {
      let url = URL(filePath: folder + "/" + name)
      var bytes = Array(try Data(contentsOf: url))
      if seed % 3 == 0 { bytes.removeLast(bytes.count / 2) }
      for _ in 0..<12 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255) }
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: url.path())
      try Data(bytes).write(to: url)
    }
    // It ends, whatever it gives.
    if let opened = try? Repository(holding: repository.path),
      let history = try? History(of: opened, isWanted: { _, _ in true })
    {
      for version in history.versions { _ = try? history.bytes(of: version) }
      #expect(history.versions.count <= 4)
    }
  }
}
