internal import AdvisoryDatabase
internal import Documents
internal import PackageModel

extension FuzzTarget {
  /// A document to advisories; what is kept of them must come back from the database's form as it was.
  static func advisories(_ bytes: [UInt8], path: String) -> String? {
    // Refusals are right answers.
    guard let document = try? Document.parse(bytes, path: path),
      let content = try? AdvisoryDocument.read(document), case .advisories(let reading) = content
    else { return nil }
    for record in reading.records {
      if record.advisory.id.isEmpty { return "an advisory has no id" }
      if let complaint = complaint(about: record.advisory) { return "\(record.advisory.id): \(complaint)" }
    }
    return nil
  }

  private static func complaint(about advisory: Advisory) -> String? {
    var copy = Advisory(id: advisory.id)
    guard (try? AdvisoryCoding.decode(AdvisoryCoding.encode(advisory), into: &copy)) != nil,
      copy.summary == advisory.summary, copy.references == advisory.references
    else { return "the record does not come back from its bytes" }
    for var package in advisory.affected {
      if package.identity.name.isEmpty { return "a package has no name" }
      _ = package.tidy()
      let bytes = AdvisoryCoding.encode(package)
      guard let read = try? AdvisoryCoding.affected(package.identity, from: bytes), read == package else {
        return "a package does not come back from its bytes"
      }
      // A range that ends before it starts would have been left out.
      if package.tidy() != [] { return "tidying twice finds more" }
    }
    return nil
  }

  static func predictions(_ bytes: [UInt8]) -> String? {
    var complaint: String?
    _ = try? ExploitPrediction.read(bytes) { prediction in
      if !(0...1).contains(prediction.probability) {
        complaint = "a probability is \(prediction.probability)"
      }
    }
    return complaint
  }
}
