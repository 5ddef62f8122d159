import FindingModel
import PackageModel
import Testing

@Suite struct SwiftTests {
  private static let manifest = """
    // swift-tools-version: 5.9
    import PackageDescription
    // .package(url: "https://github.com/no/comment", from: "1.0.0")
    let package = Package(
      name: "shop",
      dependencies: [
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.0.0"),
        .package(url: "https://github.com/o/exact", exact: "1.2.3"),
        .package(url: "https://github.com/o/range", "1.0.0"..<"2.0.0"),
        .package(url: "https://github.com/o/branch", branch: "main"),
        .package(name: "Old", url: "https://github.com/o/old", .exact("3.0.0")),
        .package(url: "https://github.com/o/minor", .upToNextMinor(from: "1.1.0")),
        .package(path: "../local"),
        .package(id: "mona.LinkedList", from: "1.0.0"),
        .package(url: address, from: "1.0.0"),
      ],
      targets: [.target(name: "a", dependencies: [.product(name: "NIO", package: "swift-nio")])])
    """

  @Test func readsPlainCallsOfManifests() throws {
    let list = try read(Self.manifest, "Package.swift")
    let found = list.requirements.map { "\($0.identity.name) \($0.constraint ?? "-")" }
    #expect(
      found == [
        "github.com/apple/swift-nio from 2.0.0", "github.com/o/exact exact 1.2.3",
        "github.com/o/range 1.0.0..<2.0.0",
        "github.com/o/branch -", "github.com/o/old exact 3.0.0", "github.com/o/minor from 1.1.0", "local -",
        "mona.linkedlist from 1.0.0",
      ])
    #expect(list.requirements[3].source == .repository("https://github.com/o/branch", revision: "main"))
    #expect(list.requirements[6].source == .path("../local"))
    #expect(list.requirements[0].location.line == 7)
    #expect(list.packages.map(\.version) == ["1.2.3", "3.0.0"])
  }

  @Test(arguments: [1, 2, 3]) func readsResolvedVersions(_ version: Int) throws {
    let commit = String(repeating: "a", count: 40)
    let pin =
      version == 1
      ? #"{"package": "swift-nio", "repositoryURL": "https://github.com/apple/swift-nio.git", "state": {"branch": null, "revision": "\#(commit)", "version": "2.1.0"}}"#
      : #"{"identity": "swift-nio", "kind": "remoteSourceControl", "location": "https://u:secret@github.com/apple/swift-nio.git", "state": {"revision": "\#(commit)", "version": "2.1.0"}}"#
    let more =
      #"{"identity": "other", "kind": "remoteSourceControl", "location": "https://github.com/o/other", "repositoryURL": "https://github.com/o/other", "state": {"branch": "main", "revision": "\#(commit)"}}"#
    let pins = "\"pins\": [\(pin), \(more)]"
    let list = try read(
      version == 1 ? "{\"object\": {\(pins)}, \"version\": 1}" : "{\(pins), \"version\": \(version)}",
      "Package.resolved", with: ["Package.swift": Self.manifest])
    #expect(list.problems.isEmpty)
    #expect(list.packages.map(\.identity.name) == ["github.com/apple/swift-nio", "github.com/o/other"])
    #expect(list.packages.map(\.version) == ["2.1.0", nil])
    #expect(list.packages.map(\.isDirect) == [true, false])
    #expect(
      list.packages[0].source == .repository("https://github.com/apple/swift-nio.git", revision: commit))
    #expect(list.packages[0].integrity == [IntegrityHash(algorithm: "sha1", hexadecimal: commit)])
  }

  @Test func registriesHaveIdentities() throws {
    let list = try read(
      #"{"pins": [{"identity": "mona.LinkedList", "kind": "registry", "location": "", "state": {"version": "1.0.0"}}], "version": 3}"#,
      "Package.resolved")
    #expect(list.packages.map(\.source) == [.registry(nil)])
    #expect(list.packages.map(\.name) == ["mona.LinkedList"])
  }

  @Test(arguments: ["{}", "[", "{\"pins\": [{}]}"]) func brokenOnesSayWhatIsWrong(_ text: String) throws {
    #expect(try read(text, "Package.resolved").problems.count == 1)
  }
}
