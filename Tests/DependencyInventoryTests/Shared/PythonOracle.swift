import Foundation
import Testing

/// A Python with the libraries that pip brings along, to compare our readers with.
enum PythonOracle {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let candidates = [root.appending(path: ".deps/venv/bin/python3").path(), "/usr/bin/python3"]

  /// `nil` where no Python has them; the tests that need it are then skipped.
  static let python = candidates.first { path in
    (try? run(path, "import tomllib, pip._vendor.packaging.requirements", input: ""))?.status == 0
  }

  static var isThere: Bool { python != nil }

  /// - Returns: What the script prints for the input.
  static func answer(_ script: String, input: String) throws -> String {
    let result = try run(try #require(python), script, input: input)
    try #require(result.status == 0, "the script ran")
    return result.output
  }

  private static func run(
    _ path: String, _ script: String, input: String
  ) throws -> (status: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A file instead of a pipe, which both sides might wait for.
    let file = folder.appending(path: "input")
    try Data(input.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-c", script]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

/// A generator of numbers that are the same in every run.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
