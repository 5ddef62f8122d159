import BillsOfMaterials
import FindingModel
import PackageModel

/// A bill with every kind of part, and the awkward ones among them.
enum ShopBill {
  static let day = CalendarDate("2026-11-20") ?? { preconditionFailure("2026-11-20 is a day") }()

  static func entry(
    _ ecosystem: Ecosystem, _ name: String, _ version: String?, line: Int = 1,
    path: String = "package-lock.json",
    change: (inout PackageEntry) -> Void = { _ in }
  ) -> PackageEntry {
    var entry = PackageEntry(
      PackageIdentity(ecosystem, name), name: name, version: version,
      at: SourceLocation(path: path, line: line, column: 5))
    change(&entry)
    return entry
  }

  static func carrier(_ name: String) -> BillSubject {
    BillSubject(.function, name: name, application: "shop", path: "template.yaml")
  }

  static func component(
    _ entry: PackageEntry, _ format: PackageListFormat, functions: [String] = [], dependencies: [Int] = [],
    reachability: BillComponent.Reachability = .unknown
  ) -> BillComponent {
    var component = BillComponent(entry, listPath: entry.location.path, format: format)
    component.functions = functions.map(carrier)
    component.dependencies = dependencies
    component.reachability = reachability
    return component
  }

  static let components: [BillComponent] = [
    component(
      entry(.npm, "node-uuid", "1.4.3", line: 12) {
        $0.isDirect = true
        $0.licences = ["MIT"]
        $0.integrity = [IntegrityHash(algorithm: "sha1", hexadecimal: String(repeating: "ab", count: 20))]
        $0.source = .registry(
          "https://user:hunter2@registry.example.com/node-uuid/-/node-uuid-1.4.3.tgz?token=hunter2")
      }, .npmLock, functions: ["convert", "list"], dependencies: [1, 2], reachability: .reached),
    component(
      entry(.npm, "@shop/tools", "2.0.0-rc.1+build", line: 20) {
        $0.licences = ["(MIT OR apache-2.0)", "BSD-3-Clause"]
        $0.scope = .optional
        $0.source = .repository("git+ssh://git@github.com/shop/tools.git", revision: "0123abc")
        $0.hasInstallScript = true
      }, .npmLock, functions: ["convert"], dependencies: [0, 99]),
    component(
      entry(.pypi, "zope.interface", "6.1", line: 3, path: "requirements.txt") {
        $0.licences = ["Zope Public License, with a \"twist\""]
        // Those of two wheels: which one is installed nobody knows.
        $0.integrity = ["aa", "bb"].map {
          IntegrityHash(algorithm: "sha-256", hexadecimal: String(repeating: $0, count: 32))
        }
      }, .requirements, functions: ["list"], reachability: .notReached),
    component(
      entry(.maven, "org.apache.logging.log4j:log4j-core", "2.14.1", path: "app.jar") {
        $0.source = .bundle
        $0.bundledPath = "app.jar/log4j-core.jar"
        $0.licences = ["GPL-2.0-only with Classpath-exception-2.0"]
      }, .javaArchive),
    component(entry(.nuget, "Newtonsoft.Json", "12.0.1", path: "packages.lock.json"), .nugetLock),
    component(
      entry(.go, "github.com/BurntSushi/toml", "v1.2.0", path: "go.mod") {
        $0.integrity = [IntegrityHash(algorithm: "h1", hexadecimal: String(repeating: "0", count: 64))]
      }, .goModule),
    component(entry(.rubyGems, "rack", nil, path: "Gemfile") { $0.scope = .development }, .gemfile),
    component(
      entry(.swift, "https://user:hunter2@github.com/apple/swift-nio.git", "2.40.0", path: "Package.resolved")
      {
        $0.source = .repository("https://github.com/apple/swift-nio.git", revision: "abc")
        $0.scope = .provided
      }, .swiftResolved),
    // The same package in a second list.
    component(
      entry(.npm, "node-uuid", "1.4.3", line: 7, path: "list/package-lock.json") { $0.scope = .development },
      .npmLock, functions: ["list"]),
  ]

  static let catdoc = NativeBinary(
    path: "convert/bin/catdoc", kind: .executable, architecture: "x86_64", product: "catdoc",
    version: "0.94.2",
    isStatic: false, sha256: String(repeating: "0c", count: 32), size: 198_304)

  static let nodeUUID: Advisory = {
    var advisory = Advisory(id: "GHSA-265q-28rp-chq5")
    advisory.aliases = ["CVE-2015-8851"]
    advisory.summary = "Insecure entropy source: \"Math.random()\""
    advisory.published = "2020-04-16"
    advisory.modified = "not a day"
    advisory.vectors = ["CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"]
    advisory.weaknesses = [331]
    advisory.references = [
      "https://nvd.nist.gov/vuln/detail/CVE-2015-8851", "javascript:alert(1)",
      "https://github.com/broofa/node-uuid/issues/108#issuecomment-1",
    ]
    advisory.affected = [AffectedPackage(PackageIdentity(.npm, "node-uuid"))]
    return advisory
  }()

  static let vulnerabilities: [VulnerabilityStatement] = {
    var first = VulnerabilityStatement(nodeUUID, component: 0, status: .affected)
    first.detail = "The handler of 'convert' imports node-uuid."
    first.fixedVersion = "1.4.4"
    first.rating = VulnerabilityRating(
      vector: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", score: 7.5, severity: "HIGH")
    var malicious = Advisory(id: "MAL-2024-1")
    malicious.affected = [AffectedPackage(PackageIdentity(.npm, "@shop/tools"))]
    var log4j = Advisory(id: "CVE-2021-44228")
    log4j.aliases = ["GHSA-jfh8-c2jp-5v3q"]
    var notReached = VulnerabilityStatement(log4j, component: 3, status: .notAffected(.codeNotReached))
    notReached.detail = "No handler imports it."
    var words = VulnerabilityStatement(Advisory(id: "PYSEC-1"), component: 2, status: .notAffected(nil))
    words.rating = VulnerabilityRating(vector: nil, score: nil, severity: "strange")
    return [
      first, VulnerabilityStatement(malicious, component: 1, status: .affected), notReached, words,
      VulnerabilityStatement(Advisory(id: "GO-2022-1"), component: 5, status: .underInvestigation),
      VulnerabilityStatement(Advisory(id: "GHSA-rack"), component: 6, status: .fixed),
      // Said already, of the other list; and about nothing.
      VulnerabilityStatement(nodeUUID, component: 8, status: .affected),
      VulnerabilityStatement(nodeUUID, component: 4_000, status: .affected),
    ]
  }()

  static let application: BillOfMaterials = {
    var bill = BillOfMaterials(
      BillSubject(.application, name: "shop", version: "1.0.0", path: "template.yaml"), day: day,
      toolVersion: "0.1.0")
    bill.functions = ["list", "convert"].map(carrier)
    bill.components = components
    bill.binaries = [BillBinary(catdoc, functions: [carrier("convert")])]
    bill.vulnerabilities = vulnerabilities
    bill.completeness = .incomplete
    return bill
  }()

  static let function: BillOfMaterials = {
    var bill = BillOfMaterials(
      BillSubject(.function, name: "list", application: "shop", path: "template.yaml"), day: day,
      toolVersion: "0.1.0")
    bill.components = [components[0], components[2]]
    bill.vulnerabilities = [vulnerabilities[0]]
    return bill
  }()

  static let empty = BillOfMaterials(
    BillSubject(.application, name: "empty", path: "template.yaml"), day: day, toolVersion: "0.1.0")
}

enum Format: String, CaseIterable {
  case cycloneDX = "cdx"
  case spdx
  case openVEX = "openvex"

  func text(_ bill: BillOfMaterials) -> String {
    var output = ""
    switch self {
    case .cycloneDX: CycloneDXWriter().write(bill, to: &output)
    case .spdx: SPDXWriter().write(bill, to: &output)
    case .openVEX: OpenVEXWriter().write(bill, to: &output)
    }
    return output
  }
}
