import Foundation
import Testing

/// Imports point down only: the manifest, the architecture page and the sources say the same.
@Suite struct LayeringTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What stands at the bottom and depends on nothing: libraries of the system, and three made at set-up.
  private static let libraries: Set<String> = [
    "CArchive", "CCrypto", "CCurl", "CEnforcer", "CExpat", "CLibYAML", "CMicroHTTPD", "CSQLite",
    "CServiceData", "CTreeSitter", "CZLib",
  ]

  private struct Manifest: Decodable {
    struct Target: Decodable {
      /// `{"byName": ["FindingModel", null]}` or `{"product": [...]}`.
      struct Dependency: Decodable {
        let byName: [String?]?
        let target: [String?]?
        var name: String? { (byName?.first ?? target?.first) ?? nil }
      }
      let name: String
      let type: String
      /// Written in the manifest for what lies elsewhere than usual.
      let path: String?
      let dependencies: [Dependency]
    }
    let targets: [Target]
  }

  private func targets() throws -> [Manifest.Target] {
    // The test runs inside a build: a second package manager needs a folder of its own to work in.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "parapet-layering-\(getpid())")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "package", "--scratch-path", scratch.path(), "dump-package"]
    process.currentDirectoryURL = Self.root
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Manifest.self, from: data).targets
  }

  /// Dependencies of each room, by the manifest.
  private func manifest() throws -> [String: Set<String>] {
    let targets = try targets()
    let own = Set(targets.map(\.name))
    let rooms = targets.filter {
      ["regular", "executable"].contains($0.type) && $0.path?.hasPrefix("Tests/") != true
    }
    return Dictionary(
      uniqueKeysWithValues: rooms.map { ($0.name, Set($0.dependencies.compactMap(\.name)).intersection(own)) }
    )
  }

  /// Dependencies of each room, by the `layers` block of docs/architecture.md.
  private func page() throws -> [String: Set<String>] {
    let text = try String(contentsOf: Self.root.appending(path: "docs/architecture.md"), encoding: .utf8)
    let parts = text.components(separatedBy: "```layers\n")
    try #require(parts.count == 2, "docs/architecture.md has one block named layers")
    let block = parts[1].components(separatedBy: "```")[0]
    var rooms: [String: Set<String>] = [:]
    for line in block.split(separator: "\n") {
      let words = line.split(whereSeparator: { ":, ".contains($0) }).map(String.init)
      if let room = words.first { rooms[room] = Set(words.dropFirst()) }
    }
    return rooms
  }

  @Test func theArchitecturePageListsWhatTheManifestSays() throws {
    let written = try page()
    for (room, dependencies) in try manifest() {
      #expect(written[room] == dependencies, "docs/architecture.md, block layers: \(room)")
    }
    #expect(Set(written.keys).subtracting(Self.libraries) == Set(try manifest().keys))
  }

  @Test func theTableHasOneRowForEachRoom() throws {
    let text = try String(contentsOf: Self.root.appending(path: "docs/architecture.md"), encoding: .utf8)
    let parts = text.components(separatedBy: "| room | what it is for |\n|---|---|\n")
    try #require(parts.count == 2, "docs/architecture.md has one table of rooms")
    let rows = parts[1].split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }
    let names = rows.compactMap { $0.split(separator: "|").first }.flatMap { $0.split(separator: ",") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(names.sorted() == (Set(try manifest().keys).union(Self.libraries)).sorted())
  }

  /// A folder that is no target is built and run by nobody, and nothing says so.
  @Test func everyFolderOfTestsIsATarget() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Tests").path())
    let tests = try targets().filter { $0.type == "test" }.map(\.name)
    #expect(Set(folders.filter { $0.hasSuffix("Tests") }) == Set(tests))
  }

  @Test func noArrowPointsUp() throws {
    let rooms = try manifest()
    // A room that can be put on the pile only after all it needs: what is left over is a cycle.
    var placed = Self.libraries
    while let next = rooms.keys.sorted().first(where: { room in
      !placed.contains(room) && rooms[room, default: []].isSubset(of: placed)
    }) {
      placed.insert(next)
    }
    #expect(Set(rooms.keys).subtracting(placed).isEmpty)
  }

  @Test func ruleRoomsNeverImportEachOther() throws {
    let siblings: Set<String> = ["ConfigurationRules", "DependencyRules", "IdentityRules", "SecretRules"]
    for (room, dependencies) in try manifest() where siblings.contains(room) {
      #expect(dependencies.isDisjoint(with: siblings), "\(room)")
    }
  }

  /// A scan is offline: one room opens connections, and only the verb that downloads imports it.
  @Test func onlyTheDownloadOpensConnections() throws {
    for (room, dependencies) in try manifest() {
      #expect(!dependencies.contains("CCurl") || room == "AdvisoryDownload")
      #expect(!dependencies.contains("AdvisoryDownload") || room == "parapet", "\(room)")
    }
    let sources = Self.root.appending(path: "Sources")
    let names = FileManager.default.enumerator(atPath: sources.path())?.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      // Without the system's library, such a name is one of a scanned program's.
      if text.contains("import Glibc") {
        #expect(!text.contains(/\b(?:socket|getaddrinfo|gethostbyname)\(/), "\(name)")
      }
      if text.contains("import AdvisoryDownload") { #expect(name.hasPrefix("parapet/AdvisoriesCommand")) }
    }
  }

  /// Libraries of others stay at the edges; Foundation counts, because it costs start-up time.
  @Test func onlyTheEdgesImportWhatOthersWrote() throws {
    let allowed: [String: Set<String>] = [
      "parapet": ["ArgumentParser", "Glibc", "Synchronization"],
      "Documents": ["CExpat", "CLibYAML", "Glibc"],
      "Archives": ["CArchive", "Glibc"], "DependencyInventory": ["Glibc", "Synchronization"],
      "AdvisoryDatabase": ["CSQLite", "Glibc", "Synchronization"],
      "AdvisoryDownload": ["CCurl", "Glibc"], "BillsOfMaterials": ["Glibc"],
      "DependencyAnalysis": ["Synchronization"], "Digests": ["CCrypto"], "EnforcementPolicy": ["Glibc"],
      "EnforcerLayer": ["CEnforcer", "CZLib"], "SecretDetection": ["Glibc"],
      "SecretFiles": ["Glibc", "Synchronization"], "GitHistory": ["CZLib", "Glibc", "Synchronization"],
      "FunctionLab": ["CLab", "CMicroHTTPD", "Glibc", "Synchronization"],
      "LanguageFrontends": ["CTreeSitter"], "CodeAnalysis": ["Dispatch", "Synchronization"],
      "RuleModel": ["Synchronization"], "TaintEngine": ["Darwin", "Glibc", "Musl", "Synchronization"],
      "PolicyEngine": ["CServiceData"],
      "parapet-fuzz": ["Glibc"], "parapet-bench": ["CTreeSitter", "Glibc"],
      "ScanPipeline": ["Dispatch", "Glibc", "Synchronization"],
    ]
    let rooms = try manifest()
    for room in rooms.keys {
      let folder = Self.root.appending(path: "Sources/\(room)")
      let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
      for name in names where name.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let imports = Set(text.matches(of: /(?m)^(?:\w+ )?import (\w+)/).map { String($0.1) })
        let foreign = imports.subtracting(rooms.keys).subtracting(allowed[room, default: []])
        #expect(foreign.isEmpty, "\(room)/\(name) imports \(foreign.sorted())")
      }
    }
  }
}
