package import Documents
internal import FindingModel
internal import PackageModel

/// Tells the formats of advisories apart by what they hold, not by the names of files.
package enum AdvisoryDocument {
  /// What one document is.
  package enum Content: Sendable {
    case advisories(AdvisoryReading)
    case knownExploited([ExploitedVulnerability])
    /// A document of another kind: a licence, a configuration, an index.
    case other
  }

  /// - Throws: ``AdvisoryDefect`` for a document that is one record, and that record cannot be used. Of documents
  ///   that hold many, the good ones are read and the others named.
  package static func read(
    _ document: Node, limits: AdvisoryLimits = .standard
  ) throws(AdvisoryDefect) -> Content {
    if let vulnerabilities = document["vulnerabilities"], document["catalogVersion"] != nil {
      return .knownExploited(ExploitedVulnerability.read(vulnerabilities))
    }
    var reading = AdvisoryReading()
    switch form(of: document) {
    case .retire:
      try limits.check("libraries", document.entries.count, \.records)
      try reading.readRetire(document, limits: limits)
    case .list(let records):
      try limits.check("records", records.count, \.records)
      for record in records { reading.readOne(record, limits: limits) }
    case .one(let form): try reading.read(document, as: form, limits: limits)
    case nil: return .other
    }
    return .advisories(reading)
  }

  enum RecordForm {
    case osv
    case rubySec
    case workingGroup
    /// A record on Node.js itself, beside those on packages.
    case platform
  }

  private enum Form {
    case one(RecordForm)
    case list([Node])
    case retire
  }

  private static func form(of document: Node) -> Form? {
    if let form = recordForm(of: document) { return .one(form) }
    if document.isSequence {
      return document.elements.first.flatMap { recordForm(of: $0) }.map { _ in .list(document.elements) }
    }
    guard let first = document.entries.first?.value, first.isMapping else { return nil }
    if first["vulnerabilities"]?.isSequence == true { return .retire }
    // All of the working group's records in one file, by their numbers.
    return recordForm(of: first).map { _ in .list(document.entries.map(\.value)) }
  }

  static func recordForm(of record: Node) -> RecordForm? {
    func has(_ key: String) -> Bool { record[key] != nil }
    if has("gem"), has("patched_versions") || has("unaffected_versions") || has("title") { return .rubySec }
    if has("module_name"), has("vulnerable_versions") || has("patched_versions") { return .workingGroup }
    if has("id"), has("modified") || has("affected") { return .osv }
    if has("cve"), has("vulnerable") || has("ref") || has("overview") { return .platform }
    return nil
  }
}

extension AdvisoryReading {
  /// One record of several: one that cannot be used is named, and the others go on.
  fileprivate mutating func readOne(_ record: Node, limits: AdvisoryLimits) {
    guard let form = AdvisoryDocument.recordForm(of: record) else {
      problems.append("an entry at line \(record.location.line) is no record")
      return
    }
    do {
      try read(record, as: form, limits: limits)
    } catch {
      problems.append("the entry at line \(record.location.line) cannot be used: \(error)")
    }
  }

  fileprivate mutating func read(
    _ record: Node, as form: AdvisoryDocument.RecordForm, limits: AdvisoryLimits
  ) throws(AdvisoryDefect) {
    switch form {
    case .osv:
      let read = try OSVReader.read(record, limits: limits)
      let source = AdvisorySource.osv(id: read.advisory.id)
      counts[source, default: 0] += 1
      // A withdrawal counts without packages: it takes back what an older import brought.
      if read.advisory.affected.isEmpty, read.advisory.withdrawn == nil {
        let reason = read.foreign.first.map { SkipReason.ecosystem($0) } ?? .noPackage
        skipped[source, default: [:]][reason, default: 0] += 1
      } else {
        records.append(Record(source, read.advisory))
      }
    case .rubySec:
      counts[.rubySec, default: 0] += 1
      let read = try RubySecReader.read(record, limits: limits)
      problems += read.problems
      let gem = read.advisory.affected.first?.identity.name ?? ""
      records.append(Record(.rubySec, read.advisory, key: "\(gem) \(read.advisory.id)"))
    case .workingGroup:
      counts[.nodeWorkingGroup, default: 0] += 1
      records.append(Record(.nodeWorkingGroup, try NodeWorkingGroupReader.read(record)))
    case .platform:
      counts[.nodeWorkingGroup, default: 0] += 1
      skipped[.nodeWorkingGroup, default: [:]][.platform, default: 0] += 1
    }
  }

  fileprivate mutating func readRetire(_ document: Node, limits: AdvisoryLimits) throws(AdvisoryDefect) {
    let read = try RetireReader.read(document, limits: limits)
    counts[read.source, default: 0] += read.entries
    problems += read.problems
    records += read.advisories.map { Record(read.source, $0) }
  }
}
