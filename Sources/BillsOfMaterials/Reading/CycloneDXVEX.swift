internal import Documents
internal import FindingModel

/// The `vulnerabilities` of a CycloneDX document that somebody has judged.
struct CycloneDXVEX {
  private let document: Node
  private let author: String?
  private let timestamp: Timestamp?
  /// What the document is about: what is said of its parts holds in it, not elsewhere.
  private let products: Set<String>
  /// Of each `bom-ref`: the package that it stands for.
  private let components: [String: VEXStatement.ComponentName]

  init(_ document: Node) {
    self.document = document
    let metadata = document["metadata"]
    timestamp = metadata?["timestamp"]?.text.flatMap(Timestamp.init)
    let authors = (metadata?["authors"]?.elements ?? []).compactMap { $0["name"]?.text }
    let subject = metadata?["component"]
    products = Set(
      [subject?["purl"]?.text, subject?["name"]?.text].compactMap { $0.map(ProductName.comparable) })
    author = authors.first ?? metadata?[path: "supplier", "name"]?.text
    var components: [String: VEXStatement.ComponentName] = [:]
    Self.collect(document["components"], into: &components)
    if let subject { Self.collect(component: subject, into: &components) }
    self.components = components
  }

  /// Nesting is bounded by the reader of documents.
  private static func collect(
    _ list: Node?, into components: inout [String: VEXStatement.ComponentName]
  ) {
    for component in list?.elements ?? [] { collect(component: component, into: &components) }
  }

  private static func collect(
    component: Node, into components: inout [String: VEXStatement.ComponentName]
  ) {
    if let reference = component["bom-ref"]?.text, let name = name(of: component) {
      components[reference] = name
    }
    collect(component["components"], into: &components)
  }

  private static func name(of component: Node) -> VEXStatement.ComponentName? {
    if let address = component["purl"]?.text { return VEXStatement.ComponentName(address) }
    guard let name = component["name"]?.text else { return nil }
    return VEXStatement.ComponentName(name: name, version: component["version"]?.text)
  }

  func read(into reading: inout VEXReading) {
    for vulnerability in document["vulnerabilities"]?.elements ?? [] {
      // Without an analysis it is a finding of whoever wrote it, no statement.
      guard let analysis = vulnerability["analysis"], let state = analysis["state"]?.text else { continue }
      let ids = Self.ids(vulnerability)
      guard !ids.isEmpty else {
        reading.add(problem: "the vulnerability has no \"id\"", at: vulnerability.location)
        continue
      }
      guard let status = Self.status(state, analysis) else {
        reading.add(
          problem: "'\(state.prefix(60))' is no state of CycloneDX's analysis", at: analysis.location)
        continue
      }
      read(vulnerability, ids, status, into: &reading)
    }
  }

  private func read(
    _ vulnerability: Node, _ ids: Set<String>, _ status: VEXStatus, into reading: inout VEXReading
  ) {
    let analysis = vulnerability["analysis"]
    let time = (analysis?["lastUpdated"] ?? analysis?["firstIssued"])?.text.flatMap(Timestamp.init)
    for affected in vulnerability["affects"]?.elements ?? [] {
      guard let reference = affected["ref"]?.text, let component = component(of: reference) else {
        reading.add(
          problem: "\"affects\" names no component of the document and no package URL",
          at: affected.location)
        continue
      }
      guard let versions = versions(of: affected, status, &reading) else { continue }
      reading.add(
        VEXStatement(
          ids: ids, status: status, component: component,
          products: products.contains(component.name) ? [] : products, versions: versions,
          detail: analysis?["detail"]?.text, author: author, timestamp: time ?? timestamp,
          location: vulnerability.location))
    }
  }

  /// By `bom-ref`, by a link into another document, `urn:cdx:serial/1#ref`, or by package URL.
  private func component(of reference: String) -> VEXStatement.ComponentName? {
    if let component = components[reference] { return component }
    var name = reference
    if reference.hasPrefix("urn:cdx:"), let mark = reference.firstIndex(of: "#") {
      let fragment = reference[reference.index(after: mark)...]
      name = PercentEncoding.decode(fragment) ?? String(fragment)
      if let component = components[name] { return component }
      // Writers do not agree whether a package URL is encoded once more there.
      if PackageURL(name) == nil { name = String(fragment) }
    }
    return PackageURL(name) == nil ? nil : VEXStatement.ComponentName(name)
  }

  /// Versions that the state is about; `nil` if there are some and none can be told.
  private func versions(
    of affected: Node, _ status: VEXStatus, _ reading: inout VEXReading
  ) -> Set<String>? {
    let list = affected["versions"]?.elements ?? []
    guard !list.isEmpty else { return [] }
    let isHarmless: Bool
    switch status {
    case .affected, .underInvestigation: isHarmless = false
    case .notAffected, .fixed: isHarmless = true
    }
    var versions: Set<String> = []
    for entry in list {
      // A version that is called affected in spite of a harmless state is left to the scanner, and so is one that
      // is called unaffected in spite of the others.
      let word = entry["status"]?.text ?? "affected"
      guard entry["status"] == nil || (word == "affected") != isHarmless || word == "unknown" else {
        continue
      }
      if let version = entry["version"]?.text {
        versions.insert(version)
      } else if let range = entry["range"] {
        reading.add(
          problem: "the range '\(range.text?.prefix(60) ?? "")' is not evaluated: name the versions",
          at: range.location)
      }
    }
    return versions.isEmpty ? nil : versions
  }

  private static func ids(_ vulnerability: Node) -> Set<String> {
    let references = (vulnerability["references"]?.elements ?? []).compactMap { $0["id"]?.text }
    let names = [vulnerability["id"]?.text].compactMap(\.self) + references
    return Set(names.filter { !$0.isEmpty }.map { $0.uppercased() })
  }

  private static func status(_ state: String, _ analysis: Node) -> VEXStatus? {
    switch state {
    case "exploitable": return .affected
    case "in_triage": return .underInvestigation
    case "resolved", "resolved_with_pedigree": return .fixed
    case "false_positive": return .notAffected(.codeNotPresent)
    case "not_affected":
      return .notAffected(analysis["justification"]?.text.flatMap(VEXJustification.init(cycloneDX:)))
    default: return nil
    }
  }
}
