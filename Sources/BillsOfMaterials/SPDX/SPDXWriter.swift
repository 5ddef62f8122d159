internal import JSONText
internal import PackageModel

/// Writes a bill as SPDX 2.3 in JSON.
package struct SPDXWriter: Sendable {
  package init() {}

  package func write(_ bill: BillOfMaterials, to output: inout some TextOutputStream) {
    let text = OrderedJSONEncoder(style: .indented).text(of: document(bill))
    output.write(ContentIdentifier.fill(text))
    output.write("\n")
  }

  private func document(_ bill: BillOfMaterials) -> SPDXDocument {
    let contents = BillContents(bill)
    let licences = SPDXLicences(contents.items.flatMap(\.licences))
    let security = securityReferences(bill, contents)
    let subjects = [bill.subject] + contents.functions
    let packages =
      subjects.map(SPDXDocument.Package.init)
      + contents.items.map { item in
        SPDXDocument.Package(item, licences, security[item.reference, default: []])
      } + contents.binaries.map(SPDXDocument.Package.init)
    return SPDXDocument(
      name: bill.subject.application.map { "\($0)/\(bill.subject.name)" } ?? bill.subject.name,
      creationInfo: SPDXDocument.CreationInfo(
        created: Timestamp.text(of: bill.day), creators: ["Tool: Parapet-\(bill.toolVersion)"],
        licenseListVersion: SPDXIdentifiers.listVersion),
      packages: packages, extractedLicences: licences.extracted.isEmpty ? nil : licences.extracted,
      relationships: relationships(bill, contents))
  }

  /// Pages about the flaws of each package, by its reference.
  private func securityReferences(
    _ bill: BillOfMaterials, _ contents: BillContents
  ) -> [String: [SPDXDocument.ExternalReference]] {
    var ids: [String: [String: VEXStatus]] = [:]
    for statement in bill.vulnerabilities {
      guard let item = contents.item(ofComponent: statement.component) else { continue }
      ids[item.reference, default: [:]][statement.advisory.id] = statement.status
    }
    return ids.mapValues { statuses in
      statuses.sorted { $0.key < $1.key }.map { id, status in
        SPDXDocument.ExternalReference(
          referenceCategory: "SECURITY", referenceType: status == .fixed ? "fix" : "advisory",
          referenceLocator: AdvisoryReference(id).address, comment: status.sentence)
      }
    }
  }

  private func relationships(
    _ bill: BillOfMaterials, _ contents: BillContents
  ) -> [SPDXDocument.Relationship] {
    let subject = SPDXIdentifier.element(bill.subject.packageURL.description)
    let functions = Set(contents.functions.map(\.packageURL.description))
    let scopes = Dictionary(contents.items.map { ($0.reference, $0.scope) }) { first, _ in first }
    let described = SPDXDocument.Relationship(
      spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: subject)
    let binaries = Set(contents.binaries.map(\.reference))
    return [described]
      + BillGraph(bill, contents).edges.flatMap { edge in
        edge.to.map { target in
          let (from, to) = (SPDXIdentifier.element(edge.from), SPDXIdentifier.element(target))
          if functions.contains(target) || binaries.contains(target) {
            return SPDXDocument.Relationship(
              spdxElementId: from, relationshipType: "CONTAINS", relatedSpdxElement: to)
          }
          // Whatever is not needed always is named from its own side.
          guard let reversed = scopes[target]?.spdx else {
            return SPDXDocument.Relationship(
              spdxElementId: from, relationshipType: "DEPENDS_ON", relatedSpdxElement: to)
          }
          return SPDXDocument.Relationship(
            spdxElementId: to, relationshipType: reversed, relatedSpdxElement: from)
        }
      }
  }
}

extension DependencyScope {
  /// `nil` for what is always needed.
  fileprivate var spdx: String? {
    switch self {
    case .production: nil
    case .optional: "OPTIONAL_DEPENDENCY_OF"
    case .provided: "PROVIDED_DEPENDENCY_OF"
    case .development: "DEV_DEPENDENCY_OF"
    }
  }
}

extension VEXStatus {
  fileprivate var sentence: String {
    switch self {
    case .affected: "Affected."
    case .notAffected(let reason): "Not affected" + (reason.map { ": \($0.rawValue)." } ?? ".")
    case .fixed: "Fixed."
    case .underInvestigation: "Under investigation."
    }
  }
}
