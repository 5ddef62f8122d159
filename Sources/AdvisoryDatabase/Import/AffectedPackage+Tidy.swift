package import PackageModel

extension AffectedPackage {
  /// Without what no version can meet and what the ranges say already.
  ///
  /// - Returns: What was wrong, one clause each.
  package mutating func tidy() -> [String] {
    var problems: [String] = []
    let ecosystem = identity.ecosystem
    ranges = ranges.compactMap { range in
      var events: [AffectedRange.Event] = []
      for event in range.events {
        guard let readable = event.readable(in: ecosystem) else {
          // An end that is left out would make every later version affected.
          problems.append(
            "the range of '\(identity.name)' at '\(event.version.prefix(60))' was left out: "
              + "no version of \(ecosystem.rawValue) reads so")
          return nil
        }
        events.append(readable)
      }
      if let (start, end) = AffectedRange(events).inversion(in: ecosystem) {
        problems.append(
          "the range of '\(identity.name)' from \(start) to \(end) was left out: it ends before it starts")
        return nil
      }
      return AffectedRange(events)
    }
    dropCoveredVersions()
    return problems
  }

  /// Lists of versions are long, and mostly spell out the ranges beside them.
  private mutating func dropCoveredVersions() {
    guard !ranges.isEmpty, !versions.isEmpty else { return }
    var rangesOnly = self
    rangesOnly.versions = []
    let covered = AffectedVersions(rangesOnly)
    versions.removeAll { text in
      Version(text, in: identity.ecosystem).map { covered.contains($0) } ?? false
    }
  }
}

extension AffectedRange {
  /// The bounds of a range that ends before it starts.
  fileprivate func inversion(in ecosystem: Ecosystem) -> (start: String, end: String)? {
    guard events.count == 2, case .introduced(let start) = events[0], start != "0",
      let first = Version(start, in: ecosystem)
    else { return nil }
    switch events[1] {
    case .fixed(let end), .lastAffected(let end):
      guard let last = Version(end, in: ecosystem), last < first else { return nil }
      return (start, end)
    case .introduced, .limit: return nil
    }
  }
}

extension AffectedRange.Event {
  fileprivate var version: String {
    switch self {
    case .introduced(let version), .fixed(let version), .lastAffected(let version), .limit(let version):
      version
    }
  }

  /// With the numbers that npm and Swift demand and sources leave out, `1.2` for `1.2.0`; `nil` for no version.
  fileprivate func readable(in ecosystem: Ecosystem) -> Self? {
    if version == "0" { return self }
    for missing in ecosystem == .npm || ecosystem == .swift ? ["", ".0", ".0.0"] : [""] {
      let text = version + missing
      guard Version(text, in: ecosystem) != nil else { continue }
      switch self {
      case .introduced: return .introduced(text)
      case .fixed: return .fixed(text)
      case .lastAffected: return .lastAffected(text)
      case .limit: return .limit(text)
      }
    }
    return nil
  }
}
