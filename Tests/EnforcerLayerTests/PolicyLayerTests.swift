import Archives
import EnforcementPolicy
import FunctionProtection
import Testing

@testable import EnforcerLayer

/// From policies as users write them to a layer, and back to what it says.
@Suite struct PolicyLayerTests {
  private func files(_ layer: EnforcerLayer) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try ArchiveReader.visit(.bytes(try layer.archive())) { entry, read throws(ArchiveError) in
      files[entry.path] = try read()
    }
    return files
  }

  @Test func aSinglePolicyIsTheDefaultToo() throws {
    let files = try files(try EnforcerLayer(for: [EnforcementPolicy(function: "Orders")]))
    #expect(files["parapet/policies/Orders"] == files["parapet/policies/default"])
    #expect(files["parapet/policies/Orders"]?.isEmpty == false)
  }

  @Test func severalPoliciesAreUnderTheirFunctionsNames() throws {
    let layer = try EnforcerLayer(for: [.init(function: "Orders"), .init(function: "shop.stock")])
    #expect(layer.policies.map(\.name) == ["Orders", "shop-stock"])
    #expect(throws: LayerError.sameName("a-b")) {
      try EnforcerLayer(for: [.init(function: "a.b"), .init(function: "a/b")])
    }
  }

  @Test func decoyFilesOfThePolicyAreInTheLayer() throws {
    var policy = EnforcementPolicy(function: "Orders")
    policy.decoys.files = [Annotated("/opt/.aws/credentials"), Annotated("/home/user/.aws/credentials")]
    let layer = try EnforcerLayer(for: [policy])
    #expect(layer.decoyFiles.map(\.path) == ["/opt/.aws/credentials"], "other paths are only watched")
    let text = try String(decoding: #require(files(layer)[".aws/credentials"]), as: UTF8.self)
    #expect(text.contains("aws_secret_access_key"))
    #expect(
      try EnforcerLayer(for: [policy]).archive() == layer.archive(), "decoys are made from the policy alone")
  }

  @Test func onePolicyThatFailsClosedClosesTheLayer() throws {
    var closed = EnforcementPolicy(function: "b")
    closed.onInvalidPolicy = .closed
    #expect(try !EnforcerLayer(for: [.init(function: "a")]).failsClosed)
    #expect(try EnforcerLayer(for: [.init(function: "a"), closed]).failsClosed)
  }

  @Test func tooLargePoliciesAreTold() {
    var policy = EnforcementPolicy(function: "Orders")
    policy.sourceFiles = (0...5_000).map { Annotated("/var/task/\($0)") }
    #expect(throws: LayerError.self) { try EnforcerLayer(for: [policy]) }
  }

  @Test func withoutPolicyTheLayerWatchesAndBlocksNothing() throws {
    let layer = try EnforcerLayer(for: [EnforcerLayer.watchingPolicy])
    #expect(layer.policies.map(\.name) == ["default"])
    let policy = try CompiledPolicy(#require(layer.policies.first).bytes)
    #expect(!policy.modes.values.contains(.block) && policy.modes.values.contains(.alert))
  }

  @Test func contentsAreReadBack() throws {
    var layer = try EnforcerLayer(for: [.init(function: "Orders"), .init(function: "Stock")])
    var contents = try #require(LayerContents.read(layer.archive()))
    #expect(contents.policies.keys.sorted() == ["Orders", "Stock"] && !contents.hasBootstrap)
    #expect(contents.policies["Orders"]??.function == "Orders")
    #expect(contents.architectures == [.x86_64, .arm64])
    layer.bootstrap = .x86_64
    layer.architectures = [.x86_64]
    layer.policies.append(.init(name: "broken", bytes: [1, 2, 3]))
    contents = try #require(LayerContents.read(layer.archive()))
    #expect(contents.architectures == [.x86_64])
    #expect(contents.hasBootstrap && contents.policies.keys.contains("broken"))
    #expect(contents.policies["broken"] == .some(nil))
  }

  @Test func otherArchivesAreNoLayers() throws {
    #expect(LayerContents.read([]) == nil)
    #expect(LayerContents.read(Array("no archive".utf8)) == nil)
    #expect(LayerContents.read(try ProbePackage.archive()) == nil)
    let layer = try EnforcerLayer(for: [.init(function: "Orders")]).archive()
    #expect(LayerContents.read(Array(layer.prefix(100))) == nil)
  }
}
