import Foundation
import Testing

/// A folder that is removed with the last reference to it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "parapet-git-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // The path as the kernel tells it, without links.
    path = try #require(realpath(folder.path(), nil).map { String(cString: $0) })
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

enum Git {
  @discardableResult
  static func run(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws
    -> String
  {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", folder, "-c", "user.name=Someone", "-c", "user.email=a@example.com"] + arguments
    var all = ["GIT_CONFIG_NOSYSTEM": "1", "HOME": folder]
    all["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    process.environment = all.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments): \(String(decoding: data, as: UTF8.self))")
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// A repository that git itself makes.
final class TemporaryRepository {
  private let folder: TemporaryFolder

  var path: String { folder.path }

  init() throws {
    folder = try TemporaryFolder()
    try git("init", "-q", "-b", "main")
  }

  static func time(day: Int) -> Int { 1_760_000_000 + day * 86_400 }

  @discardableResult
  func git(_ arguments: String...) throws -> String { try Git.run(arguments, in: path) }

  func commit(_ files: [String: String], day: Int) throws {
    for (name, text) in files {
      let url = URL(filePath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try git("add", "-A")
    let time = "\(Self.time(day: day)) +0000"
    try Git.run(
      ["commit", "-q", "-m", "Day \(day)"], in: path,
      environment: ["GIT_COMMITTER_DATE": time, "GIT_AUTHOR_DATE": time])
  }
}
