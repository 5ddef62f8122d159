internal import BillsOfMaterials
internal import Documents
internal import FindingModel
internal import PackageModel

extension FuzzTarget {
  static func vex(_ bytes: [UInt8]) -> String? {
    let statements = VEXReader.read(bytes, path: "input.json", statementLimit: 1000)
    for statement in statements.statements.prefix(20) {
      if statement.location.line < 1 { return "a statement has no line" }
      if statement.ids.isEmpty { return "a statement is about no flaw" }
    }
    let ids = statements.statements.first.map { Array($0.ids) } ?? ["CVE-2021-1"]
    let found = statements.statement(
      for: PackageIdentity(.npm, "lodash"), version: "4.17.20", ids: ids, products: ["pkg:generic/shop"])
    if let found, found.ids.isDisjoint(with: ids.map { $0.uppercased() }) { return "another flaw was found" }
    return statements.problems.contains { $0.reason.isEmpty } ? "a problem has no text" : nil
  }

  /// What is read is written in one way, which is read the same.
  static func packageURL(_ bytes: [UInt8]) -> String? {
    guard let address = PackageURL(String(decoding: bytes, as: UTF8.self)) else { return nil }
    let text = address.description
    // Encoding makes text longer, at most threefold, and what is too long is refused.
    guard text.utf8.count <= PackageURL.lengthLimit else { return nil }
    return PackageURL(text) == address ? nil : "'\(text)' is not read as what it was written from"
  }

  /// Whatever packages are called, the documents are JSON.
  static func bill(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes.prefix(2000), as: UTF8.self)
    guard let day = CalendarDate("2026-11-20") else { return nil }
    var bill = BillOfMaterials(
      BillSubject(.application, name: text, path: text), day: day, toolVersion: "0")
    var advisory = Advisory(id: text)
    advisory.references = [text]
    for ecosystem in Ecosystem.allCases {
      var entry = PackageEntry(
        PackageIdentity(ecosystem, text), name: text, version: text,
        source: .repository(text, revision: text), at: .start(of: text))
      entry.licences = [text]
      bill.components.append(BillComponent(entry, listPath: text, format: .npmLock))
    }
    bill.vulnerabilities = [VulnerabilityStatement(advisory, component: 0, status: .affected)]
    var documents = ["", "", ""]
    CycloneDXWriter().write(bill, to: &documents[0])
    SPDXWriter().write(bill, to: &documents[1])
    OpenVEXWriter().write(bill, to: &documents[2])
    return documents.lazy.compactMap { document in
      do throws(DocumentError) {
        _ = try JSONReader.parse(Array(document.utf8), path: "bill.json")
        return nil
      } catch {
        return "a document is not JSON: \(error)"
      }
    }.first
  }
}
