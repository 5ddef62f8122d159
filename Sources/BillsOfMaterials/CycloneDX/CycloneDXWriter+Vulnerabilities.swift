internal import FindingModel
internal import PackageModel

extension CycloneDXDocument {
  /// One entry for all components of which the same is said.
  static func vulnerabilities(of bill: BillOfMaterials, _ contents: BillContents) -> [Vulnerability] {
    struct Claim: Hashable {
      let id: String
      let analysis: Analysis
      let fixedVersion: String?
      let rating: VulnerabilityRating?
    }
    var order: [Claim] = []
    var groups: [Claim: (statement: VulnerabilityStatement, items: [BillContents.Item])] = [:]
    for statement in bill.vulnerabilities {
      guard let item = contents.item(ofComponent: statement.component) else { continue }
      let claim = Claim(
        id: statement.advisory.id,
        analysis: Analysis(
          statement.status, isFixed: statement.fixedVersion != nil, detail: statement.detail),
        fixedVersion: statement.fixedVersion, rating: statement.rating)
      if groups[claim] == nil { order.append(claim) }
      groups[claim, default: (statement, [])].items.append(item)
    }
    var counts: [String: Int] = [:]
    let sorted = order.enumerated().sorted { ($0.element.id, $0.offset) < ($1.element.id, $1.offset) }
    return sorted.compactMap { _, claim in
      guard let group = groups[claim] else { return nil }
      counts[claim.id, default: 0] += 1
      let number = counts[claim.id, default: 1]
      let reference = "vulnerability:" + claim.id + (number > 1 ? "#\(number)" : "")
      return Vulnerability(reference, group.statement, claim.analysis, group.items)
    }
  }
}

extension CycloneDXDocument.Vulnerability {
  fileprivate init(
    _ reference: String, _ statement: VulnerabilityStatement, _ analysis: CycloneDXDocument.Analysis,
    _ items: [BillContents.Item]
  ) {
    let advisory = statement.advisory
    let aliases = Set(advisory.aliases).subtracting([advisory.id]).sorted()
    let items = Dictionary(items.map { ($0.reference, $0) }) { first, _ in first }.values
    self.init(
      reference: reference, id: advisory.id, source: CycloneDXDocument.Source(advisory.id),
      references: aliases.isEmpty
        ? nil
        : aliases.map { CycloneDXDocument.Reference(id: $0, source: CycloneDXDocument.Source($0)) },
      ratings: statement.rating.map { [CycloneDXDocument.Rating($0)] },
      cwes: advisory.weaknesses.isEmpty ? nil : Set(advisory.weaknesses).filter { $0 > 0 }.sorted(),
      description: advisory.summary.isEmpty ? nil : advisory.summary,
      recommendation: statement.status == .affected ? statement.recommendation : nil,
      advisories: AdvisoryReference.pages(of: advisory).map(CycloneDXDocument.Page.init),
      published: advisory.published.flatMap(CalendarDate.init).map(Timestamp.text),
      updated: advisory.modified.flatMap(CalendarDate.init).map(Timestamp.text), analysis: analysis,
      affects: items.sorted { $0.reference < $1.reference }.map {
        CycloneDXDocument.Affected($0, statement.status)
      })
  }
}

extension CycloneDXDocument.Affected {
  fileprivate init(_ item: BillContents.Item, _ status: VEXStatus) {
    ref = item.reference
    let word =
      switch status {
      case .affected: "affected"
      case .fixed, .notAffected: "unaffected"
      case .underInvestigation: "unknown"
      }
    versions = item.entry.version.flatMap { $0.isEmpty ? nil : [Version(version: $0, status: word)] }
  }
}

extension CycloneDXDocument.Source {
  fileprivate init(_ id: String) {
    let reference = AdvisoryReference(id)
    self.init(name: reference.source, url: reference.address)
  }
}

extension CycloneDXDocument.Rating {
  fileprivate init(_ rating: VulnerabilityRating) {
    let words = ["critical", "high", "medium", "low", "info", "none"]
    let word = rating.severity.map { $0.lowercased() } ?? "unknown"
    self.init(
      score: rating.score, severity: words.contains(word) ? word : "unknown",
      method: rating.vector.map(Self.method), vector: rating.vector)
  }

  private static func method(of vector: String) -> String {
    switch vector.prefix(9) {
    case "CVSS:3.0/": "CVSSv3"
    case "CVSS:3.1/": "CVSSv31"
    case "CVSS:4.0/": "CVSSv4"
    // Only the second version has no name in front.
    default: vector.hasPrefix("AV:") || vector.hasPrefix("(AV:") ? "CVSSv2" : "other"
    }
  }
}
