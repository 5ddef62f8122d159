import Archives
import EnforcerLayer
import Foundation
import FunctionProtection
import Testing

@Suite struct EnforcerLayerTests {
  private static let policy = EnforcerLayer.Policy(name: "default", bytes: Array("PARAPET\0policy".utf8))

  private struct Unpacked {
    var files: [String: [UInt8]] = [:]
    var executables: Set<String> = []
    var order: [String] = []
  }

  private func unpacked(_ layer: EnforcerLayer) throws -> Unpacked {
    var unpacked = Unpacked()
    let summary = try ArchiveReader.visit(.bytes(try layer.archive())) { entry, read throws(ArchiveError) in
      unpacked.order.append(entry.path)
      unpacked.files[entry.path] = try read()
      if entry.isExecutable { unpacked.executables.insert(entry.path) }
    }
    #expect(summary.problems.isEmpty && summary.isComplete)
    return unpacked
  }

  @Test func holdsProgramsOfBothArchitecturesPolicyAndLicence() throws {
    let layer = try unpacked(EnforcerLayer(policies: [Self.policy]))
    #expect(
      layer.order == [
        "parapet/LICENSE", "parapet/aarch64/launch", "parapet/aarch64/libparapet.so",
        "parapet/policies/default", "parapet/x86_64/launch", "parapet/x86_64/libparapet.so",
      ])
    #expect(layer.files["parapet/policies/default"] == Self.policy.bytes)
    #expect(
      layer.executables == [
        "parapet/aarch64/launch", "parapet/aarch64/libparapet.so", "parapet/x86_64/launch",
        "parapet/x86_64/libparapet.so",
      ])
    for path in layer.executables {
      #expect(layer.files[path]?.starts(with: Array("\u{7F}ELF".utf8)) == true)
    }
    let licence = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "LICENSE")
    #expect(layer.files["parapet/LICENSE"] == Array(try Data(contentsOf: licence)))
  }

  /// Machine types of ELF: 62 is x86-64, 183 is AArch64.
  @Test func eachFolderHoldsProgramsOfItsOwnMachine() throws {
    let layer = try unpacked(EnforcerLayer(policies: [Self.policy]))
    for (path, machine) in [("x86_64", UInt8(62)), ("aarch64", 183)] {
      for name in ["launch", "libparapet.so"] {
        let program = try #require(layer.files["parapet/\(path)/\(name)"])
        #expect(program.count > 20 && program[18] == machine, "\(path)/\(name)")
      }
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    var layer = EnforcerLayer(policies: [Self.policy, .init(name: "Orders", bytes: [1, 2, 3])])
    let first = try layer.archive()
    #expect(try layer.archive() == first)
    layer.policies.reverse()
    #expect(try layer.archive() == first, "the order of policies says nothing")
    layer.policies[0] = .init(name: "Orders", bytes: [1, 2, 4])
    #expect(try layer.archive() != first)
  }

  /// The format's first day and one mode for each kind of file: nothing of this machine or moment.
  @Test func timesAndModesAreFixed() throws {
    let bytes = try EnforcerLayer(policies: [Self.policy]).archive()
    var seen = 0
    for offset in bytes.indices.dropLast(46)
    where Array(bytes[offset..<offset + 4]) == Array("PK\u{1}\u{2}".utf8) {
      seen += 1
      #expect(Array(bytes[offset + 12..<offset + 16]) == [0, 0, 0x21, 0])
      let mode = UInt32(bytes[offset + 40]) | UInt32(bytes[offset + 41]) << 8
      #expect(bytes[offset + 38] == 0 && bytes[offset + 39] == 0)
      #expect([0o100755, 0o100644].contains(mode))
    }
    #expect(seen == 6)
  }

  @Test func staysBelowTwoHundredKilobytes() throws {
    #expect(try EnforcerLayer(policies: [Self.policy]).archive().count < 200_000)
  }

  @Test func oneArchitectureLeavesTheOtherOut() throws {
    var layer = EnforcerLayer(policies: [Self.policy])
    layer.architectures = [.arm64]
    let files = try unpacked(layer).files.keys
    #expect(files.contains("parapet/aarch64/launch"))
    #expect(!files.contains { $0.hasPrefix("parapet/x86_64") })
  }

  @Test func markerBootstrapAndDecoysAreThereWhenAskedFor() throws {
    var layer = EnforcerLayer(policies: [Self.policy])
    layer.failsClosed = true
    layer.bootstrap = .arm64
    layer.decoyFiles = [.init(path: "/opt/.aws/credentials", bytes: Array("[default]\n".utf8))]
    let unpacked = try unpacked(layer)
    #expect(unpacked.files["parapet/fail-closed"] == [])
    #expect(unpacked.files["bootstrap"] == unpacked.files["parapet/aarch64/launch"])
    #expect(unpacked.executables.contains("bootstrap"))
    #expect(unpacked.files[".aws/credentials"] == Array("[default]\n".utf8))
  }

  @Test(arguments: ["", "a/b", "../default", "a b", "ü", String(repeating: "n", count: 65)])
  func refusesNamesThatFunctionsCannotAskFor(name: String) {
    #expect(throws: LayerError.unusableName(name)) {
      try EnforcerLayer(policies: [.init(name: name, bytes: [0])]).archive()
    }
  }

  @Test func takesTheLongestName() throws {
    let name = String(repeating: "n", count: PolicyName.byteLimit)
    #expect(try unpacked(EnforcerLayer(policies: [.init(name: name, bytes: [0])])).files.count == 6)
  }

  @Test(
    arguments: [
      "/tmp/x", "/opt", "/opt/", "/opt/parapet/launch", "/opt/../etc/passwd", "/opt//x", "opt/x", "/opt/x/.",
    ])
  func refusesDecoysElsewhere(path: String) {
    var layer = EnforcerLayer(policies: [Self.policy])
    layer.decoyFiles = [.init(path: path, bytes: [])]
    #expect(throws: LayerError.unusableDecoy(path: path)) { try layer.archive() }
  }

  @Test func refusesTwoFilesOfOneName() {
    let layer = EnforcerLayer(policies: [Self.policy, Self.policy])
    #expect(throws: LayerError.duplicate(path: "parapet/policies/default")) { try layer.archive() }
  }

  @Test func needsAPolicyAndBoundsTheirNumber() throws {
    #expect(throws: LayerError.noPolicy) { try EnforcerLayer(policies: []).archive() }
    let limit = EnforcerLayer.policyLimit
    let many = (0...limit).map { EnforcerLayer.Policy(name: "p\($0)", bytes: [0]) }
    #expect(try unpacked(EnforcerLayer(policies: many.dropLast())).files.count == limit + 5)
    #expect(throws: LayerError.tooManyPolicies(count: limit + 1, limit: limit)) {
      try EnforcerLayer(policies: many).archive()
    }
  }
}
