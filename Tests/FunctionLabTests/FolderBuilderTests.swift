import Foundation
import Testing

@testable import FunctionLab

/// Layers are other people's: merging them must not leave the folder that they are merged into.
@Suite struct FolderBuilderTests {
  private let bench: LabBench
  private let outside: LabBench

  init() throws {
    bench = try LabBench(["root/.keep": ""])
    outside = try LabBench(["victim": "safe"])
  }

  private var root: String { bench.path + "/root" }

  private func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func replacesLinksInsteadOfFollowingThem() throws {
    let first = try LabBench()
    try FileManager.default.createSymbolicLink(
      atPath: first.path + "/folder", withDestinationPath: outside.path)
    try FileManager.default.createSymbolicLink(
      atPath: first.path + "/file", withDestinationPath: outside.path + "/victim")
    let second = try LabBench(["folder/victim": "taken", "file": "taken"])
    var builder = FolderBuilder(root)
    try builder.copy(first.path)
    try builder.copy(second.path)
    #expect(try read(outside.path + "/victim") == "safe")
    #expect(try read(root + "/folder/victim") == "taken")
    #expect(try read(root + "/file") == "taken")
  }

  @Test func writesOfArchivesStayInside() throws {
    let first = try LabBench()
    try FileManager.default.createSymbolicLink(
      atPath: first.path + "/deep", withDestinationPath: outside.path)
    var builder = FolderBuilder(root)
    try builder.copy(first.path)
    try builder.write(Array("taken".utf8), to: "deep/victim", isExecutable: false)
    #expect(try read(outside.path + "/victim") == "safe")
  }

  @Test func letsAFileReplaceAFolderAndTheOtherWayRound() throws {
    var builder = FolderBuilder(root)
    try builder.write([65], to: "a/b", isExecutable: false)
    try builder.write([66], to: "a", isExecutable: true)
    #expect(try read(root + "/a") == "B")
    try builder.write([67], to: "a/c", isExecutable: false)
    #expect(try read(root + "/a/c") == "C")
  }

  @Test func passesOverWhatIsNoFile() throws {
    let layer = try LabBench(["file": "x"])
    mkfifo(layer.path + "/pipe", 0o644)
    var builder = FolderBuilder(root)
    try builder.copy(layer.path)
    #expect(!FileManager.default.fileExists(atPath: root + "/pipe"))
    #expect(FileManager.default.fileExists(atPath: root + "/file"))
  }

  @Test func boundsBytesAndFiles() throws {
    var bytes = FolderBuilder(root, byteLimit: 3)
    try bytes.write([1, 2, 3], to: "a", isExecutable: false)
    #expect(throws: LabError.self) { try bytes.write([1], to: "b", isExecutable: false) }
    var entries = FolderBuilder(root, entryLimit: 2)
    try entries.write([], to: "c", isExecutable: false)
    try entries.write([], to: "d", isExecutable: false)
    #expect(throws: LabError.self) { try entries.write([], to: "e", isExecutable: false) }
  }
}
