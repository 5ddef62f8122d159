import FindingModel
import Foundation
import PackageModel
import ScanPipeline
import TestSupport
import Testing

/// What is packaged with which function, and how the handler gets to it.
@Suite struct CarriedPackageTests {
  // MARK: Whose packages

  @Test func aLockfileBelongsToTheFunctionBesideIt() throws {
    let report = try Self.scan([
      "orders": Self.lock("needle", "1.0.0"), "bills": Self.lock("thread", "1.0.0"),
    ])
    let found = try #require(Self.vulnerable(report).first)
    #expect(Self.vulnerable(report).count == 1)
    #expect(found.functions == ["Orders"])
    #expect(found.location.path == "orders/package-lock.json")
    #expect(found.subject == .package(name: "needle", version: "1.0.0"))
  }

  @Test func oneManifestOfManyFunctionsIsOneFinding() throws {
    var files = Self.files(["orders": "", "bills": ""])
    files["package.json"] = #"{"name": "shop", "dependencies": {"needle": "^1.0.0"}}"#
    files["package-lock.json"] = Self.lock("needle", "1.0.0")
    let found = Self.vulnerable(try TemporaryTree(files).scan(advisories: Self.known))
    #expect(found.map(\.functions) == [["Bills", "Orders"]])
  }

  @Test func packagesForDevelopmentAreNotPackaged() throws {
    let lock = Self.lock("needle", "1.0.0", extra: #", "dev": true"#)
    #expect(Self.vulnerable(try Self.scan(["orders": lock, "bills": lock])).isEmpty)
  }

  @Test func aFrontEndBesideFunctionsIsNotJudgedAndThatIsSaid() throws {
    var files = Self.files(["orders": "", "bills": ""])
    files["web/package-lock.json"] = Self.lock("needle", "1.0.0")
    let report = try TemporaryTree(files).scan(advisories: Self.known)
    #expect(Self.vulnerable(report).isEmpty)
    #expect(report.notChecked.contains { $0.path == "web/package-lock.json" && !$0.isError })
  }

  @Test func aLockfileWithoutAnyFunctionIsJudged() throws {
    let report = try TemporaryTree(["package-lock.json": Self.lock("needle", "1.0.0")])
      .scan(advisories: Self.known)
    #expect(Self.vulnerable(report).map(\.functions) == [[]])
  }

  @Test func pythonTakesTheRequirementsOfTheCodeFolder() throws {
    let tree = try TemporaryTree([
      "template.yaml": Self.template("python3.13", "app.handler", ["orders"]),
      "orders/app.py": "import needle\ndef handler(event, context):\n    return needle.sew(event['x'])\n",
      "orders/requirements.txt": "# pinned\nneedle==1.0.0\n",
      "orders/requirements-dev.txt": "thread==1.0.0\n",
    ])
    let found = try #require(Self.vulnerable(try tree.scan(advisories: Self.known)).first)
    #expect(found.location.line == 2)
    #expect(found.message.contains("`needle.sew`, which has the flaw, is called at orders/app.py:3"))
  }

  @Test func aRangeThatOnlyLetsAffectedVersionsInCounts() throws {
    for (constraint, isVulnerable) in [
      ("~1.0.0", true), ("^1.0.0", false), ("^1.2.0", false), ("1.0.0", true),
    ] {
      let tree = try TemporaryTree([
        "template.yaml": Self.template("nodejs22.x", "app.handler", ["orders"]),
        "orders/app.js": Self.program("needle"),
        "orders/package.json": #"{"dependencies": {"needle": "\#(constraint)"}}"#,
      ])
      #expect(
        !Self.vulnerable(try tree.scan(advisories: Self.known)).isEmpty == isVulnerable, "\(constraint)")
    }
  }

  // MARK: Reach

  @Test func saysHowTheHandlerGetsToIt() throws {
    let direct = try #require(
      Self.vulnerable(try Self.scan(["orders": Self.lock("needle", "1.0.0"), "bills": ""])).first)
    #expect(direct.message.contains("orders/app.js:1 imports it"), "\(direct.message)")
    #expect(direct.severity == .high)
    #expect(direct.confidence == .high)
    #expect(direct.message.contains("Version 1.2.0 is free of it."), "\(direct.message)")
  }

  @Test func whatComesAlongIsReachedThroughWhatIsImported() throws {
    let lock = """
      {"lockfileVersion": 3, "packages": {
        "": {"dependencies": {"thimble": "1.0.0"}},
        "node_modules/thimble": {"version": "1.0.0", "dependencies": {"needle": "^1.0.0"}},
        "node_modules/needle": {"version": "1.0.0"}
      }}
      """
    var files = Self.files(["orders": lock, "bills": ""])
    files["orders/app.js"] = Self.program("thimble")
    let found = try #require(Self.vulnerable(try TemporaryTree(files).scan(advisories: Self.known)).first)
    #expect(found.message.contains("by way of 'thimble'"), "\(found.message)")
    #expect(found.message.contains("gets to it through 'thimble'"), "\(found.message)")
    #expect(found.location.line == 4)
    files["orders/app.js"] = Self.program("fs")
    let unreached = try #require(Self.vulnerable(try TemporaryTree(files).scan(advisories: Self.known)).first)
    #expect(unreached.message.contains("does not import it"), "\(unreached.message)")
    #expect(unreached.severity == .medium)
    #expect(unreached.confidence == .low)
  }

  @Test func whatTheCodeDoesNotCallWeighsLess() throws {
    let tree = try TemporaryTree([
      "template.yaml": Self.template("python3.13", "app.handler", ["orders"]),
      "orders/app.py": "import needle\ndef handler(event, context):\n    return needle.cut(event['x'])\n",
      "orders/requirements.txt": "needle==1.0.0\n",
    ])
    let found = try #require(Self.vulnerable(try tree.scan(advisories: Self.known)).first)
    #expect(found.severity == .medium)
    #expect(found.message.contains("calls nothing of what has the flaw"), "\(found.message)")
  }

  @Test func whatIsExploitedAndReachedFromOutsideIsCritical() throws {
    let source = KnownNeedle(exploit: KnownExploit(inKEV: true, dateAdded: "2025-02-03"))
    let files = Self.files(["orders": Self.lock("needle", "1.0.0"), "bills": ""])
    let found = try #require(Self.vulnerable(try TemporaryTree(files).scan(advisories: source)).first)
    #expect(found.severity == .critical)
    #expect(found.message.contains("known to be exploited since 2025-02-03"), "\(found.message)")
  }

  @Test func aMaliciousPackageIsCriticalWhateverReachesIt() throws {
    let files = Self.files(["orders": Self.lock("thorn", "6.6.6"), "bills": ""])
    let report = try TemporaryTree(files).scan(advisories: Self.known)
    let found = try #require(report.findings.first { $0.finding.rule == "sas6-malicious-package" }).finding
    #expect(found.severity == .critical)
    #expect(Self.vulnerable(report).isEmpty)
  }

  @Test func aMaliciousPackageForDevelopmentIsToldAsWell() throws {
    let lock = Self.lock("thorn", "6.6.6", extra: #", "dev": true"#)
    let report = try TemporaryTree(Self.files(["orders": lock, "bills": ""])).scan(advisories: Self.known)
    let found = try #require(report.findings.first { $0.finding.rule == "sas6-malicious-package" }).finding
    #expect(found.message.contains("It is not deployed"), "\(found.message)")
    #expect(found.functions == ["Orders"])
  }

  @Test(arguments: ["layer/nodejs/package-lock.json", "layer/nodejs/node_modules/needle/package.json"])
  func whatALayerBringsIsCarriedByTheFunctionsThatUseIt(path: String) throws {
    var files = Self.files(["orders": "", "bills": ""])
    files["template.yaml"] =
      (files["template.yaml"] ?? "").replacing(
        "CodeUri: orders/", with: "CodeUri: orders/\n      Layers: [!Ref Shared]") + """
          Shared:
            Type: AWS::Serverless::LayerVersion
            Properties: {ContentUri: layer/, CompatibleRuntimes: [nodejs22.x]}

        """
    files[path] =
      path.hasSuffix("lock.json") ? Self.lock("needle", "1.0.0") : #"{"name": "needle", "version": "1.0.0"}"#
    let found = Self.vulnerable(try TemporaryTree(files).scan(advisories: Self.known))
    #expect(found.map(\.functions) == [["Orders"]])
    #expect(found.first?.location.path == path)
  }

  // MARK: Installed packages

  private static func installed(_ extra: [String: String]) throws -> TemporaryTree {
    var files = [
      "template.yaml": template("python3.13", "app.handler", ["orders"]),
      "orders/app.py": "import thimble\ndef handler(event, context):\n    return thimble.sew(event['x'])\n",
    ]
    for (name, requires) in [("thimble", "Requires-Dist: needle\n"), ("needle", "")] {
      let folder = "orders/\(name)-1.0.0.dist-info/"
      files[folder + "METADATA"] = "Metadata-Version: 2.1\nName: \(name)\nVersion: 1.0.0\n\(requires)\n"
      files[folder + "top_level.txt"] = name + "\n"
      files["orders/\(name)/__init__.py"] =
        "import os\ndef sew(x):\n    os.system(x)\npassword = 'Zx81-kq77-Lm40-tyU9'\n"
    }
    return try TemporaryTree(files.merging(extra) { $1 })
  }

  @Test func whatIsInstalledInTheCodeFolderIsCarried() throws {
    let found = try #require(Self.vulnerable(try Self.installed([:]).scan(advisories: Self.known)).first)
    #expect(found.subject == .package(name: "needle", version: "1.0.0"))
    #expect(found.message.contains("gets to it through 'thimble'"), "\(found.message)")
  }

  @Test func installedModulesAreJudgedAsPackagesAndNotAsTheUsersCode() throws {
    let report = try Self.installed([:]).scan(advisories: Self.known)
    #expect(!report.findings.contains { $0.finding.location.path.hasPrefix("orders/thimble/") })
    #expect(report.functions.map(\.name) == ["Orders"])
    // A module of the user's own with the same code is.
    let own = try Self.installed([
      "orders/thimble-1.0.0.dist-info/METADATA": "",
      "orders/thimble-1.0.0.dist-info/top_level.txt": "other\n",
    ])
    .scan(advisories: Self.known)
    #expect(own.findings.contains { $0.finding.location.path == "orders/thimble/__init__.py" })
  }

  @Test func anInstalledVersionBeatsTheRangeOfTheManifest() throws {
    let tree = try TemporaryTree([
      "template.yaml": Self.template("nodejs22.x", "app.handler", ["orders"]),
      "orders/app.js": Self.program("needle"),
      "orders/package.json": #"{"dependencies": {"needle": "~1.0.0"}}"#,
      "orders/node_modules/needle/package.json": #"{"name": "needle", "version": "1.2.0"}"#,
    ])
    #expect(Self.vulnerable(try tree.scan(advisories: Self.known)).isEmpty)
    try tree.write("orders/node_modules/needle/package.json", #"{"name": "needle", "version": "1.0.4"}"#)
    let found = try #require(Self.vulnerable(try tree.scan(advisories: Self.known)).first)
    #expect(found.subject == .package(name: "needle", version: "1.0.4"))
  }

  @Test func anArchiveOfAFunctionSaysWhatItCarries() throws {
    let tree = try TemporaryTree([
      "template.yaml": Self.template("nodejs22.x", "app.handler", ["orders"])
        .replacing("CodeUri: orders/", with: "CodeUri: orders.zip")
    ])
    try tree.write(
      "orders.zip",
      Data(
        ArchiveMaker.zip([
          "app.js": Self.program("needle"), "package.json": #"{"dependencies": {"needle": "^1.0.0"}}"#,
          "node_modules/needle/package.json": #"{"name": "needle", "version": "1.0.4"}"#,
        ])))
    let found = try #require(Self.vulnerable(try tree.scan(advisories: Self.known)).first)
    #expect(found.location.path == "orders.zip!/node_modules/needle/package.json")
    #expect(found.message.contains("orders.zip!/app.js:1 imports it"), "\(found.message)")
  }

  @Test func aCodeFolderThatLinksOutOfTheTreeIsNotWalked() throws {
    let outside = try TemporaryTree([
      "node_modules/needle/package.json": #"{"name": "needle", "version": "1.0.4"}"#
    ])
    let tree = try TemporaryTree(["template.yaml": Self.template("nodejs22.x", "app.handler", ["orders"])])
    try tree.link("orders", to: outside.root)
    #expect(Self.vulnerable(try tree.scan(advisories: Self.known)).isEmpty)
  }

  // MARK: Material

  private static let known = KnownNeedle(exploit: nil)

  private static func scan(_ locks: [String: String]) throws -> ScanReport {
    try TemporaryTree(files(locks)).scan(advisories: known)
  }

  private static func vulnerable(_ report: ScanReport) -> [Finding] {
    report.findings.map(\.finding).filter { $0.rule == "sas6-known-vulnerability" }
  }

  /// Two functions with a lockfile each, unless it is empty; the code imports `needle`.
  private static func files(_ locks: [String: String]) -> [String: String] {
    var files = ["template.yaml": template("nodejs22.x", "app.handler", locks.keys.sorted())]
    for (folder, lock) in locks {
      files[folder + "/app.js"] = program("needle")
      if !lock.isEmpty { files[folder + "/package-lock.json"] = lock }
    }
    return files
  }

  private static func program(_ package: String) -> String {
    "const it = require('\(package)');\nexports.handler = async (event) => it.sew(event.body);\n"
  }

  private static func lock(_ name: String, _ version: String, extra: String = "") -> String {
    """
    {"lockfileVersion": 3, "packages": {
      "": {"dependencies": {"\(name)": "^\(version)"}},
      "node_modules/\(name)": {"version": "\(version)"\(extra)}
    }}
    """
  }

  private static func template(_ runtime: String, _ handler: String, _ folders: [String]) -> String {
    let functions = folders.map { folder in
      """
        \(folder.prefix(1).uppercased() + folder.dropFirst()):
          Type: AWS::Serverless::Function
          Properties:
            Runtime: \(runtime)
            Handler: \(handler)
            CodeUri: \(folder)/
            Events:
              Call: {Type: HttpApi, Properties: {Path: /\(folder), Method: post}}
      """
    }
    return "Transform: AWS::Serverless-2016-10-31\nResources:\n" + functions.joined(separator: "\n") + "\n"
  }
}

/// `needle` below 1.2.0 has a flaw in `sew`; `thorn` is malicious.
private struct KnownNeedle: AdvisoryProvider {
  let exploit: KnownExploit?

  func knownAdvisories(for identity: PackageIdentity) -> [Advisory] {
    var advisory = Advisory(id: identity.name == "thorn" ? "MAL-2025-1" : "GHSA-aaaa-bbbb-cccc")
    advisory.summary = "a test's flaw"
    advisory.vectors = ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"]
    var affected = AffectedPackage(identity)
    affected.ranges = [AffectedRange([.introduced("0"), .fixed("1.2.0")])]
    if identity.ecosystem == .pypi { affected.symbols = [AffectedSymbols(module: "needle", names: ["sew"])] }
    if identity.name == "thorn" { affected.ranges = [AffectedRange([.introduced("0")])] }
    advisory.affected = [affected]
    return ["needle", "thorn"].contains(identity.name) ? [advisory] : []
  }

  func knownExploit(of advisory: Advisory) -> KnownExploit? { exploit }

  func notice(asOf day: CalendarDate) -> String? { nil }
}

/// Tables that time overtakes say so.
@Suite struct StalenessTests {
  @Test(arguments: [("2026-11-20", 0), ("2027-02-19", 1), ("2028-01-01", 2)])
  func oldTablesAreTold(day: String, count: Int) throws {
    let report = try TemporaryTree().scan(asOf: day)
    #expect(report.notices.count == count, "\(report.notices)")
  }
}
