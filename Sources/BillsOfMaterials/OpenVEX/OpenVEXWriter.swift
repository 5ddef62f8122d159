internal import JSONText
internal import PackageModel

/// Writes what is known of the flaws of a bill's components as OpenVEX 0.2.0.
///
/// A document needs a statement: of a bill without any there is nothing to write.
package struct OpenVEXWriter: Sendable {
  package init() {}

  package func write(_ bill: BillOfMaterials, to output: inout some TextOutputStream) {
    let contents = BillContents(bill)
    let document = OpenVEXDocument(
      author: bill.author, timestamp: Timestamp.text(of: bill.day), tooling: "Parapet \(bill.toolVersion)",
      statements: statements(bill, contents))
    output.write(ContentIdentifier.fill(OrderedJSONEncoder(style: .indented).text(of: document)))
    output.write("\n")
  }

  private func statements(_ bill: BillOfMaterials, _ contents: BillContents) -> [OpenVEXDocument.Statement] {
    // Two lists of the bill may name the same package, and the statements of a document are unique.
    var seen: Set<[String]> = []
    let keyed = bill.vulnerabilities.compactMap { statement in
      contents.item(ofComponent: statement.component).map { (statement, $0) }
    }
    let sorted = keyed.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (first.0.advisory.id, first.1.reference, left.offset)
        < (second.0.advisory.id, second.1.reference, right.offset)
    }
    return sorted.compactMap { _, pair in
      let (statement, item) = pair
      guard seen.insert([statement.advisory.id, item.reference]).inserted else { return nil }
      let products = products(carrying: item, bill, contents).map { product in
        OpenVEXDocument.Product(product, subcomponents: [OpenVEXDocument.Product(item.reference)])
      }
      return OpenVEXDocument.Statement(statement, products)
    }
  }

  /// The subject, and the functions of it that carry the component.
  private func products(
    carrying item: BillContents.Item, _ bill: BillOfMaterials, _ contents: BillContents
  ) -> [String] {
    let functions = contents.functions.map(\.packageURL.description)
    return [bill.subject.packageURL.description] + functions.filter(item.functions.contains)
  }
}

extension OpenVEXDocument.Statement {
  fileprivate init(_ statement: VulnerabilityStatement, _ products: [OpenVEXDocument.Product]) {
    self.init(
      vulnerability: OpenVEXDocument.Vulnerability(statement.advisory), products: products,
      status: statement.status.openVEX, notes: statement.detail)
    switch statement.status {
    case .affected: action = statement.recommendation
    case .notAffected(let justification?): self.justification = justification.rawValue
    case .notAffected(nil):
      // One of the two has to be there, and the schema does not allow both.
      impact = statement.detail ?? "The product is not affected; no reason was given."
      notes = nil
    case .fixed, .underInvestigation: break
    }
  }
}

extension OpenVEXDocument.Vulnerability {
  fileprivate init(_ advisory: Advisory) {
    let aliases = Set(advisory.aliases).subtracting([advisory.id]).sorted()
    self.init(
      identifier: AdvisoryReference(advisory.id).address, name: advisory.id,
      description: advisory.summary.isEmpty ? nil : advisory.summary,
      aliases: aliases.isEmpty ? nil : aliases)
  }
}

extension VEXStatus {
  var openVEX: String {
    switch self {
    case .affected: "affected"
    case .notAffected: "not_affected"
    case .fixed: "fixed"
    case .underInvestigation: "under_investigation"
    }
  }
}
