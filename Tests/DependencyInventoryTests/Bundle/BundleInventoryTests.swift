import Archives
import FindingModel
import PackageModel
import TestSupport
import Testing

@testable import DependencyInventory

@Suite struct BundleInventoryTests {
  private func manifest(_ name: String, _ version: String, _ rest: String = "") -> [UInt8] {
    Array("{\"name\": \"\(name)\", \"version\": \"\(version)\"\(rest)}".utf8)
  }

  private func metadata(_ name: String, _ version: String, needs: String...) -> [UInt8] {
    Array(
      "Metadata-Version: 2.1\nName: \(name)\nVersion: \(version)\n\(needs.map { "Requires-Dist: \($0)\n" }.joined())\n"
        .utf8)
  }

  private func properties(_ group: String, _ artifact: String, _ version: String) -> [UInt8] {
    Array("groupId=\(group)\nartifactId=\(artifact)\nversion=\(version)\n".utf8)
  }

  /// The same files as an archive and as an unpacked folder.
  private func both(_ files: [(path: String, content: [UInt8])]) -> [BundleInventory] {
    var collector = BundleCollector(path: "src")
    for file in files where collector.wants(file.path, size: file.content.count) {
      collector.add(file.path, file.content)
    }
    return [BundleInventory.read(.bytes(ArchiveMaker.zip(files)), path: "app.zip"), collector.finish()]
  }

  @Test func findsWhichNodePackageContainsAndNeedsWhich() {
    let inventories = both([
      (
        "package.json",
        manifest(
          "app", "1.0.0",
          ", \"dependencies\": {\"a\": \"^1\", \"@s/c\": \"*\"}, \"devDependencies\": {\"t\": \"1\"}")
      ),
      (
        "node_modules/a/package.json",
        manifest("a", "1.1.0", ", \"dependencies\": {\"b\": \"2\"}, \"license\": \"MIT\"")
      ),
      (
        "node_modules/a/node_modules/b/package.json",
        manifest("b", "2.0.0", ", \"scripts\": {\"postinstall\": \"x\"}")
      ),
      ("node_modules/b/package.json", manifest("b", "1.0.0")),
      (
        "node_modules/@s/c/package.json",
        manifest(
          "@s/c", "3.0.0", ", \"dependencies\": {\"b\": \"1\"}, \"optionalDependencies\": {\"o\": \"1\"}")
      ),
      ("node_modules/o/package.json", manifest("o", "1.0.0")), ("node_modules/o/binding.gyp", [0x7B, 0x7D]),
      ("node_modules/t/package.json", manifest("t", "1.0.0")),
      ("node_modules/a/lib/package.json", manifest("no package", "0")),
      ("node_modules/broken/package.json", Array("{".utf8)),
    ])
    for inventory in inventories {
      guard let list = inventory.lists.first(where: { $0.format == .npmBundle }) else {
        Issue.record("no list")
        continue
      }
      #expect(list.lines == ["@s/c 3.0.0", "a 1.1.0", "b 1.0.0", "b 2.0.0", "o 1.0.0", "t 1.0.0"])
      func needs(_ name: String) -> [String] {
        let entry = list.packages.first { $0.name == name }
        return entry?.dependencies.map { "\(list.packages[$0].name) \(list.packages[$0].version ?? "")" }
          ?? []
      }
      #expect(needs("a") == ["b 2.0.0"] && needs("@s/c") == ["b 1.0.0", "o 1.0.0"])
      #expect(list.packages.filter(\.isDirect).map(\.name).sorted() == ["@s/c", "a", "t"])
      let scopes = Dictionary(list.packages.map { ("\($0.name) \($0.version ?? "")", $0.scope) }) { $1 }
      #expect(
        scopes["t 1.0.0"] == .development && scopes["o 1.0.0"] == .optional
          && scopes["b 2.0.0"] == .production)
      #expect(list.packages.filter(\.hasInstallScript).map(\.name).sorted() == ["b", "o"])
      #expect(list.packages.allSatisfy { $0.bundledPath?.contains("node_modules/\($0.name)") == true })
      #expect(
        list.problems.count == 1
          && list.problems.first?.path.hasSuffix("node_modules/broken/package.json") == true)
    }
    #expect(inventories.map(\.lists.count) == [2, 1])
    #expect(inventories[0].lists.map(\.path).contains("app.zip!/node_modules"))
    #expect(inventories[1].lists[0].path == "src/node_modules")
  }

  @Test(arguments: ["python/lib/python3.12/site-packages/", "python/", ""])
  func findsPythonPackages(folder: String) {
    let record: (String, [UInt8]) = (
      folder + "PyYAML-6.0.dist-info/top_level.txt", Array("_yaml\nyaml\n".utf8)
    )
    for inventory in both([
      // What belongs together may come in any order.
      (folder + "PyYAML-6.0.dist-info/METADATA", metadata("PyYAML", "6.0")), record,
      (
        folder + "boto3-1.0.dist-info/METADATA",
        metadata("boto3", "1.0", needs: "botocore (>=1.0)", "pyyaml; extra == 'yaml'")
      ),
      (folder + "botocore-1.1.egg-info/PKG-INFO", metadata("botocore", "1.1")),
    ]) {
      let list = inventory.lists.first
      #expect(list?.format == .pythonBundle && inventory.lists.count == 1)
      #expect(list?.lines == ["PyYAML 6.0", "boto3 1.0", "botocore 1.1"])
      #expect(list?.packages.first { $0.name == "PyYAML" }?.importNames == ["_yaml", "yaml"])
      #expect(list?.packages.filter(\.isDirect).map(\.name) == ["boto3"])
      #expect(list?.packages.first { $0.name == "PyYAML" }?.scope == .optional)
    }
  }

  @Test func whatAnExtraAsksForAsWellIsNeededAllTheSame() {
    for inventory in both([
      (
        "requests-2.19.dist-info/METADATA",
        metadata("requests", "2.19", needs: "idna (>=2.5)", "idna; extra == 'security'")
      ),
      ("idna-2.7.dist-info/METADATA", metadata("idna", "2.7")),
    ]) {
      let packages = inventory.lists.first?.packages ?? []
      #expect(packages.first { $0.name == "idna" }?.scope == .production)
      #expect(packages.first { $0.name == "requests" }?.dependencies.count == 1)
    }
  }

  @Test func findsJarsProgramsAndBinaries() {
    let jar = ArchiveMaker.zip([("META-INF/maven/g/a/pom.properties", properties("g", "a", "1"))])
    let deps = "{\"targets\": {\"t\": {}}, \"libraries\": {\"N/1.0.0\": {\"type\": \"package\"}}}"
    let catdoc = ELFMaker(sections: [
      .init(name: ".rodata", type: 1, content: Array("0.94\0Catdoc Version %s\0".utf8))
    ])
    let magic = [0xFF] + Array(" Go buildinf:".utf8) + [8, 2] + [UInt8](repeating: 0, count: 16)
    let go = ELFMaker(sections: [
      .init(name: ".go.buildinfo", type: 1, content: magic + [8] + Array("go1.20.4".utf8) + [0])
    ])
    for inventory in both([
      ("java/lib/a-1.jar", jar), ("META-INF/maven/own/app/pom.properties", properties("own", "app", "2")),
      ("App.deps.json", Array(deps.utf8)), ("bin/catdoc", catdoc.bytes), ("bootstrap", go.bytes),
      ("bin/run", Array("#!/bin/sh\nexec catdoc\n".utf8)), ("notes.txt", catdoc.bytes),
    ]) {
      #expect(
        inventory.lists.flatMap(\.lines).sorted() == ["N 1.0.0", "g:a 1", "own:app 2", "stdlib 1.20.4"])
      #expect(
        inventory.binaries.map { $0.path.split(separator: "/").last.map(String.init) } == [
          "catdoc", "bootstrap",
        ])
      #expect(inventory.binaries.first?.version == "0.94" && inventory.files == 7 && inventory.isComplete)
    }
  }

  @Test func readsAJarThatIsTheBundle() {
    let jar = ArchiveMaker.zip([
      ("META-INF/maven/g/app/pom.properties", properties("g", "app", "1")),
      ("lib/b.jar", ArchiveMaker.zip([("META-INF/maven/g/b/pom.properties", properties("g", "b", "2"))])),
    ])
    #expect(
      BundleInventory.read(.bytes(jar), path: "target/app.jar").lists.flatMap(\.lines) == [
        "g:app 1", "g:b 2",
      ])
  }

  @Test func readsManifestsOnlyWhereNobodyElseCan() {
    let lock = Array(
      "{\"lockfileVersion\": 3, \"packages\": {\"node_modules/a\": {\"version\": \"1.0.0\"}}}".utf8)
    let inventories = both([("package-lock.json", lock), ("node_modules/x/package-lock.json", lock)])
    #expect(inventories.map { $0.lists.map(\.path) } == [["app.zip!/package-lock.json"], []])
  }

  @Test func showsCallersWhatTheyWantOfTheSameReading() {
    let archive = ArchiveMaker.zip([
      ("index.js", Array("secret".utf8)), ("node_modules/a/package.json", manifest("a", "1.0.0")),
      ("b.png", [1]),
    ])
    var seen: [String: Int] = [:]
    let inventory = BundleInventory.read(
      .bytes(archive), path: "a.zip", wants: { !$0.path.hasSuffix(".png") }, see: { seen[$0.path] = $1.count }
    )
    #expect(seen.keys.sorted() == ["index.js", "node_modules/a/package.json"] && seen["index.js"] == 6)
    #expect(inventory.lists.flatMap(\.lines) == ["a 1.0.0"])
  }

  @Test func namesWhatWasNotRead() {
    var limits = ArchiveLimits.standard
    limits.entries = 1
    let archive = ArchiveMaker.zip([("a", "x"), ("b", "y")])
    let short = BundleInventory.read(.bytes(archive), path: "a.zip", limits: limits)
    #expect(!short.isComplete && short.problems.map(\.path) == ["a.zip"])
    let broken = BundleInventory.read(.bytes(Array("PK".utf8)), path: "a.zip")
    #expect(
      !broken.isComplete && broken.problems.map(\.reason) == ["The file is neither a ZIP nor a tar archive."])
    #expect(!BundleInventory.read(.file("/nowhere.zip"), path: "a.zip").isComplete)
  }

  @Test func jarsInABundleSpendTheBundlesBudget() {
    let inner = ArchiveMaker.zip([("a", "x"), ("b", "y")])
    var limits = ArchiveLimits.standard
    limits.entries = 3
    let archive = ArchiveMaker.zip([("1.jar", inner), ("2.jar", inner)])
    let inventory = BundleInventory.read(.bytes(archive), path: "a.zip", limits: limits)
    #expect(!inventory.isComplete || inventory.lists.contains { !$0.problems.isEmpty })
  }
}
