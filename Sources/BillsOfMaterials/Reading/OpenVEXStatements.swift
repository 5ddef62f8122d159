internal import Documents
internal import FindingModel

/// The statements of an OpenVEX document, of 0.2.0 and of the drafts before it, which had texts for structs.
struct OpenVEXStatements {
  private let document: Node
  private let author: String?
  private let timestamp: Timestamp?

  init(_ document: Node) {
    self.document = document
    author = document["author"]?.text
    timestamp = (document["last_updated"] ?? document["timestamp"])?.text.flatMap(Timestamp.init)
  }

  func read(into reading: inout VEXReading) {
    guard let statements = document["statements"], statements.isSequence else {
      reading.add(problem: "an OpenVEX document needs a list of \"statements\"", at: document.location)
      return
    }
    for statement in statements.elements { read(statement, into: &reading) }
  }

  private func read(_ statement: Node, into reading: inout VEXReading) {
    let ids = Self.ids(statement["vulnerability"])
    guard !ids.isEmpty else {
      reading.add(problem: "the statement names no vulnerability", at: statement.location)
      return
    }
    guard let status = Self.status(of: statement, &reading) else { return }
    let products = statement["products"]?.elements ?? []
    guard !products.isEmpty else {
      reading.add(problem: "the statement names no product", at: statement.location)
      return
    }
    // Drafts listed the components beside the products, not inside of them.
    let shared = statement["subcomponents"]?.elements ?? []
    for product in products {
      let names = Self.names(product)
      guard !names.isEmpty else {
        reading.add(problem: "the product has neither \"@id\" nor a package URL", at: product.location)
        continue
      }
      let parts = (product["subcomponents"]?.elements ?? []) + shared
      let components = parts.isEmpty ? names : Set(parts.flatMap(Self.names)).sorted()
      let owners = parts.isEmpty ? [] : Set(names.map(ProductName.comparable))
      for component in components {
        reading.add(
          VEXStatement(
            ids: ids, status: status, component: VEXStatement.ComponentName(component), products: owners,
            versions: [], detail: Self.detail(statement, status), author: author,
            timestamp: Self.timestamp(of: statement) ?? timestamp, location: statement.location))
      }
    }
  }

  private static func timestamp(of statement: Node) -> Timestamp? {
    (statement["last_updated"] ?? statement["timestamp"])?.text.flatMap(Timestamp.init)
  }

  /// What there is to do is no reason why nothing has to be done.
  private static func detail(_ statement: Node, _ status: VEXStatus) -> String? {
    let keys = ["impact_statement", "status_notes"] + (status == .affected ? ["action_statement"] : [])
    return keys.lazy.compactMap { statement[$0]?.text }.first
  }

  private static func ids(_ vulnerability: Node?) -> Set<String> {
    guard let vulnerability else { return [] }
    var names = [vulnerability.text, vulnerability["name"]?.text].compactMap(\.self)
    names += (vulnerability["aliases"]?.elements ?? []).compactMap(\.text)
    // An address of a page ends with the name.
    if let page = vulnerability["@id"]?.text, let last = page.split(separator: "/").last {
      names.append(String(last))
    }
    return Set(names.filter { !$0.isEmpty }.map { $0.uppercased() })
  }

  private static func status(of statement: Node, _ reading: inout VEXReading) -> VEXStatus? {
    switch statement["status"]?.text {
    case "affected": return .affected
    case "fixed": return .fixed
    case "under_investigation": return .underInvestigation
    case "not_affected":
      let word = statement["justification"]?.text
      let justification = word.flatMap { VEXJustification(rawValue: $0) }
      if let word, justification == nil {
        reading.add(
          problem: "'\(word.prefix(60))' is no justification of OpenVEX; the statement holds without it",
          at: statement["justification"]?.location ?? statement.location)
      } else if word == nil, statement["impact_statement"]?.text == nil {
        reading.add(
          problem: "\"not_affected\" without \"justification\" and \"impact_statement\" does not count",
          at: statement.location)
        return nil
      }
      return .notAffected(justification)
    case let word:
      let found = word.map { "'\($0.prefix(60))' is no status" } ?? "the statement has no status"
      reading.add(
        problem: found + "; OpenVEX has not_affected, affected, fixed and under_investigation",
        at: statement["status"]?.location ?? statement.location)
      return nil
    }
  }

  /// Package URLs of a product or component, else what it is called.
  private static func names(_ product: Node) -> [String] {
    if let text = product.text { return text.isEmpty ? [] : [text] }
    let texts = [product[path: "identifiers", "purl"]?.text, product["@id"]?.text].compactMap(\.self)
    let addresses = texts.filter { PackageURL($0) != nil }
    return Set(addresses.isEmpty ? texts.filter { !$0.isEmpty } : addresses).sorted()
  }
}
