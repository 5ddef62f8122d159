/// What a POM asks for: `1.2`, which is a wish that any version meets, or intervals.
enum MavenRequirement: Sendable {
  /// The version is `nil` for `LATEST` and `RELEASE`, which the registry fills in.
  case wish(String?)
  case intervals(VersionIntervals<MavenVersion>, exact: String?)

  init?(_ text: String) {
    var scanner = VersionScanner(text)
    guard scanner.next == UInt8(ascii: "[") || scanner.next == UInt8(ascii: "(") else {
      let start = scanner
      // A property that nobody resolved says no version.
      guard MavenVersion(&scanner) != nil, scanner.isAtEnd, !text.contains(where: { ",${}".contains($0) })
      else {
        return nil
      }
      self = .wish(["LATEST", "RELEASE"].contains(start.text) ? nil : start.text)
      return
    }
    var last = ""
    let intervals = VersionIntervals(&scanner) { scanner -> MavenVersion? in
      var bound = scanner.takeBound()
      last = bound.text
      return MavenVersion(&bound)
    }
    guard let intervals, scanner.isAtEnd else { return nil }
    self = .intervals(intervals, exact: intervals.exact == nil ? nil : last)
  }

  func allows(_ version: MavenVersion) -> Bool {
    switch self {
    case .wish: true
    case .intervals(let intervals, _): intervals.allows(version)
    }
  }

  var pinned: String? {
    switch self {
    case .wish(let text): text
    case .intervals(_, let exact): exact
    }
  }
}
