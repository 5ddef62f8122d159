import Foundation
import Synchronization
import Testing

/// A git repository of two commits: what a fixture's folder `past` holds, and then the other files.
enum FixtureRepository {
  private static let folders = Mutex<[String]>([])
  /// Set up once, before the first folder is made.
  private static let removal: Int32 = atexit {
    for folder in FixtureRepository.folders.withLock({ $0 }) {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  /// - Returns: A folder that stays until the process of the tests ends: a scan outlives the options it is given.
  static func path(of fixture: String) throws -> String {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "parapet-fixture-\(UUID().uuidString)").path()
    try #require(removal == 0)
    folders.withLock { $0.append(folder) }
    try files.copyItem(atPath: fixture + "/past", toPath: folder)
    try git(["init", "-q", "-b", "main"], in: folder)
    try commit(in: folder)
    for name in try files.contentsOfDirectory(atPath: folder) where name != ".git" {
      try files.removeItem(atPath: folder + "/" + name)
    }
    for name in try files.contentsOfDirectory(atPath: fixture) where name != "past" {
      try files.copyItem(atPath: fixture + "/" + name, toPath: folder + "/" + name)
    }
    try commit(in: folder)
    return folder
  }

  private static func commit(in folder: String) throws {
    try git(["add", "-A"], in: folder)
    try git(["commit", "-q", "-m", "Change"], in: folder)
  }

  private static func git(_ arguments: [String], in folder: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let identity = ["-c", "user.name=Someone", "-c", "user.email=someone@example.com"]
    process.arguments = ["git", "-C", folder] + identity + arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin", "HOME": folder,
      "GIT_CONFIG_NOSYSTEM": "1",
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
