/// What a POM asks for: `1.2`, which is a wish that any version meets, or intervals.
enum MavenRequirement: Sendable {
  case wish(String)
  case intervals(VersionIntervals<MavenVersion>, exact: String?)

  init?(_ text: String) {
    var scanner = VersionScanner(text)
    guard scanner.next == UInt8(ascii: "[") || scanner.next == UInt8(ascii: "(") else {
      let start = scanner
      guard MavenVersion(&scanner) != nil, scanner.isAtEnd, !text.contains(",") else { return nil }
      self = .wish(start.text)
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
