import DependencyAnalysis
import FindingModel
import PackageModel
import RuleModel
import SourceModel
import TaintEngine
import Testing

@testable import CodeAnalysis
@testable import DependencyRules

/// What is said of single packages and binaries.
@Suite struct PackageTests {
  private func locked(_ packages: [(String, String)], wanted: String) -> [String: String] {
    [
      "src/package.json": "{\"dependencies\": \(wanted)}",
      "src/package-lock.json": Project.lock(packages.map { (name: $0.0, fields: $0.1) }, wanted: wanted),
    ]
  }

  // MARK: Install scripts

  @Test func unfamiliarScriptsWeighMore() throws {
    let script = "\"hasInstallScript\": true"
    let sharp = ("sharp", Project.registry("sharp", "0.33.0", script))
    let odd = ("odd-thing", Project.registry("odd-thing", "1.0.0", script))
    let calm = ("lodash", Project.registry("lodash", "4.17.21"))
    let both = try Project(
      locked([sharp, odd, calm], wanted: "{\"sharp\": \"*\", \"odd-thing\": \"*\", \"lodash\": \"*\"}")
    ).findings(PackageInstallScript())
    #expect(both.map(\.severity) == [.medium])
    #expect(both.first?.message.contains("'odd-thing' is not known") == true)
    let one = try Project(locked([sharp, calm], wanted: "{\"sharp\": \"*\", \"lodash\": \"*\"}"))
      .findings(PackageInstallScript())
    #expect(one.map(\.severity) == [.low])
    #expect(
      try Project(locked([calm], wanted: "{\"lodash\": \"*\"}")).findings(PackageInstallScript()).isEmpty)
  }

  @Test func scriptsOfDevelopmentDoNotCount() throws {
    let tool = (
      "odd-thing", Project.registry("odd-thing", "1.0.0", "\"hasInstallScript\": true, \"dev\": true")
    )
    #expect(try Project(locked([tool], wanted: "{}")).findings(PackageInstallScript()).isEmpty)
  }

  // MARK: Support

  @Test func supportEndsOnADay() throws {
    var project = Project(
      locked([("aws-sdk", Project.registry("aws-sdk", "2.1000.0"))], wanted: "{\"aws-sdk\": \"^2.0.0\"}"))
    let found = try project.findings(EndOfLifePackage())
    #expect(found.first?.message.contains("got its last fixes on 2025-09-08") == true)
    #expect(found.first?.remediation.contains("@aws-sdk/client-") == true)
    project.asOf = "2025-09-08"
    #expect(try project.findings(EndOfLifePackage()).isEmpty)
    project.asOf = "2025-09-09"
    #expect(try project.findings(EndOfLifePackage()).count == 1)
  }

  @Test(arguments: [("3.2.25", true), ("4.2.30", true), ("5.2.1", false), ("6.0", false), ("1.11.29", true)])
  func linesOfDjango(version: String, isOver: Bool) throws {
    let project = Project(["src/requirements.txt": "django==\(version)\n"], runtime: "python3.13")
    #expect(try project.findings(EndOfLifePackage()).count == (isOver ? 1 : 0))
  }

  @Test func aFamilyIsOneFinding() throws {
    let project = Project(
      locked(
        [
          ("request", Project.registry("request", "2.88.2")),
          ("request-promise", Project.registry("request-promise", "4.2.6")),
        ], wanted: "{\"request\": \"*\", \"request-promise\": \"*\"}"))
    let found = try project.findings(EndOfLifePackage())
    #expect(found.count == 1)
    #expect(
      found.first?.message.hasPrefix("'request' 2.88.2, 'request-promise' 4.2.6, which 'Orders'") == true)
  }

  @Test func deprecationNoticesAreForTheStrict() throws {
    let entry = Project.registry(
      "glob", "7.2.3", "\"deprecated\": \"Versions prior to v9 are no longer supported\"")
    let found = try Project(locked([("glob", entry)], wanted: "{\"glob\": \"^7.0.0\"}")).findings(
      EndOfLifePackage())
    #expect(found.map(\.profile) == [.strict])
    #expect(found.first?.message.contains("no longer supported") == true)
  }

  @Test func theTableIsSound() {
    let table = SupportCalendar.packages
    #expect(Set(table.lines.map { $0.product + "\($0.names)" }).count == table.lines.count)
    for line in table.lines {
      #expect(line.reference.hasPrefix("https://"), "\(line.product)")
      #expect(!line.names.isEmpty && !line.successor.isEmpty)
      for name in line.names where !name.hasSuffix("*") {
        #expect(PackageIdentity(line.ecosystem, name).name == name, "\(name) is not the registry's form")
      }
    }
  }

  @Test(arguments: [("v1.44.0", [1, 44, 0]), ("5.3.39.RELEASE", [5, 3, 39]), ("2.0rc1", [2, 0]), ("", [])])
  func versionsBeginWithNumbers(text: String, numbers: [Int]) {
    #expect(SupportCalendar.Line.numbers(of: text) == numbers)
  }

  // MARK: Licences

  private func licensed(_ licence: String, _ settings: RuleSettings) throws -> Int {
    var project = Project(
      locked(
        [("library", Project.registry("library", "1.0.0", "\"license\": \"\(licence)\""))],
        wanted: "{\"library\": \"^1.0.0\"}"))
    project.settings = settings
    return try project.findings(DisallowedLicence()).count
  }

  @Test func withoutAPolicyNothingIsSaid() throws {
    #expect(try licensed("AGPL-3.0-only", RuleSettings()) == 0)
  }

  @Test func whatIsAllowedIsAllThatComesIn() throws {
    let policy = RuleSettings(allowedLicences: ["MIT", "Apache-2.0"])
    #expect(try licensed("MIT", policy) == 0)
    #expect(try licensed("(MIT OR GPL-3.0-only)", policy) == 0)
    #expect(try licensed("GPL-3.0-only", policy) == 1)
    #expect(try licensed("MIT AND GPL-3.0-only", policy) == 1)
  }

  @Test func whatIsDeniedStaysOut() throws {
    let policy = RuleSettings(deniedLicences: ["AGPL-3.0-only"])
    #expect(try licensed("MIT", policy) == 0)
    #expect(try licensed("AGPL-3.0-only", policy) == 1)
    #expect(try licensed("AGPL-3.0-only OR MIT", policy) == 0)
    #expect(try licensed("AGPL-3.0-only AND MIT", policy) == 1)
  }

  // MARK: Binaries

  private func binary(_ path: String, _ kind: NativeBinary.Kind = .executable) -> NativeBinary {
    NativeBinary(
      path: path, kind: kind, architecture: "x86_64", product: "catdoc", version: "0.94.2", isStatic: false,
      sha256: String(repeating: "3f", count: 32), size: 210_000)
  }

  @Test func programsThatNoPackageBrought() throws {
    var project = Project(["src/package.json": "{}"])
    project.binaries = [
      binary("src/bin/catdoc"), binary("src/node_modules/tool/bin/tool"), binary("src/lib/libx.so", .library),
    ]
    project.others = ["Bills"]
    let found = try project.findings(BundledBinary())
    #expect(found.map(\.location.path) == ["src/bin/catdoc"])
    #expect(found.map(\.severity) == [.low])
    #expect(found.first?.functions == ["Bills", "Orders"])
    let message = try #require(found.first?.message)
    #expect(message.contains("is catdoc 0.94.2, a program for x86_64 of 210 kB (SHA-256 3f3f3f3f3f3f3f3f…)"))
  }

  @Test func theFunctionItselfIsNoStrayProgram() throws {
    var project = Project([:], runtime: "provided.al2023")
    project.binaries = [binary("src/bootstrap")]
    #expect(try project.findings(BundledBinary()).isEmpty)
  }

  @Test func aProgramThatTheCodeStartsWeighsMore() throws {
    var command = ValueFact()
    command.texts = [TextPattern([.literal("./bin/catdoc -"), .open])]
    var project = Project(["src/package.json": "{}"])
    project.binaries = [binary("src/bin/catdoc"), binary("src/bin/other")]
    project.code = code(calls: [("child_process.execSync", command)])
    let found = try project.findings(BundledBinary())
    #expect(found.map(\.severity) == [.medium, .low])
    #expect(found.first?.message.contains("'Orders' starts it at src/app.js:7") == true)
    #expect(found.first?.trace.count == 1)
    project.code = code(calls: [("console.log", command)])
    #expect(try project.findings(BundledBinary()).map(\.severity) == [.low, .low])
  }

  // MARK: Unused

  private func code(
    importing names: [String] = [], _ language: SourceLanguage = .javaScript,
    calls: [(String, ValueFact)] = []
  ) -> FunctionCode {
    var code = FunctionCode()
    code.entry = EntryPoint(
      module: "src/app.js", names: ["handler"], parameters: [.event], answersCaller: true, events: [])
    let place = SourceLocation(path: "src/app.js", line: 7, column: 1)
    code.externalImports = names.map { ExternalImport(name: $0, language: language, location: place) }
    code.analysis.calls = calls.enumerated().map { index, call in
      CallFact(
        callee: call.0, receiver: nil, arguments: [ArgumentFact(position: 0, name: nil, value: call.1)],
        location: place, function: FunctionReference(module: "src/app.js", function: nil),
        isInitialization: false,
        isInLoop: false, isInAttempt: false, order: index)
    }
    return code
  }

  private func unused(_ manifest: String, importing names: [String], python: Bool = false) throws -> [Finding]
  {
    var project =
      python
      ? Project(["src/requirements.txt": manifest], runtime: "python3.13")
      : Project(["src/package.json": "{\"dependencies\": {\(manifest)}}"])
    project.code = code(importing: names, python ? .python : .javaScript)
    return try project.findings(UnusedDependency())
  }

  @Test func whatNobodyImportsIsDeployedForNothing() throws {
    let found = try unused("\"got\": \"14.0.0\", \"left-pad\": \"1.3.0\"", importing: ["got"])
    #expect(found.count == 1)
    #expect(found.first?.message.contains("asks for 'left-pad', and no code") == true)
  }

  @Test func codeThatWasNotReadProvesNothing() throws {
    let project = Project(["src/package.json": "{\"dependencies\": {\"left-pad\": \"1.3.0\"}}"])
    #expect(try project.findings(UnusedDependency()).isEmpty)
  }

  @Test(arguments: [
    "\"knex\": \"3.1.0\", \"pg\": \"8.0.0\"", "\"knex\": \"3.1.0\", \"tslib\": \"2.0.0\"",
    "\"knex\": \"3.1.0\", \"@types/node\": \"22.0.0\"",
    "\"knex\": \"3.1.0\", \"serverless-offline\": \"14.0.0\"",
  ])
  func whatOthersLoadIsUsed(manifest: String) throws {
    #expect(try unused(manifest, importing: ["knex"]).isEmpty)
  }

  @Test func aDriverWithoutItsFrameworkIsNot() throws {
    #expect(try unused("\"got\": \"14.0.0\", \"pg\": \"8.0.0\"", importing: ["got"]).count == 1)
  }

  @Test(arguments: [
    ("PyYAML==6.0", "yaml"), ("beautifulsoup4==4.12.0", "bs4"), ("python-dateutil==2.9.0", "dateutil.parser"),
    ("google-cloud-storage==3.0.0", "google.cloud.storage"), ("psycopg2-binary==2.9.0", "psycopg2"),
    ("types-requests==2.0.0", "json"), ("Pillow==11.0.0", "PIL"),
  ])
  func pythonImportsByOtherNames(requirement: String, module: String) throws {
    #expect(try unused(requirement + "\n", importing: [module], python: true).isEmpty)
    #expect(try unused("pandas==2.0.0\n", importing: [module], python: true).count == 1)
  }

  // MARK: Names

  @Test func aSlipOfTheFinger() throws {
    let found = try Project(["src/package.json": "{\"dependencies\": {\n\"expresss\": \"4.0.0\"}}"])
      .findings(ConfusableName())
    #expect(found.map(\.severity) == [.high] && found.map(\.location.line) == [2])
    #expect(found.first?.message.contains("resembles the well-known 'express'") == true)
  }

  @Test func whatAnotherPackageBringsWeighsLess() throws {
    let files = locked(
      [
        ("tool", Project.registry("tool", "1.0.0", "\"dependencies\": {\"expresss\": \"*\"}")),
        ("expresss", Project.registry("expresss", "1.0.0")),
      ], wanted: "{\"tool\": \"^1.0.0\"}")
    let found = try Project(files).findings(ConfusableName())
    #expect(found.map(\.severity) == [.medium])
    #expect(found.first?.message.contains("which 'tool' asks for, resembles") == true)
  }

  @Test(arguments: ["express", "orders-helpers"])
  func namesOfTheirOwn(name: String) throws {
    #expect(
      try Project(["src/package.json": "{\"dependencies\": {\"\(name)\": \"4.0.0\"}}"])
        .findings(ConfusableName()).isEmpty)
  }
}
