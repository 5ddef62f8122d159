/// A range of npm: `^1.2.3 || 2.x || 3.0.0 - 3.4`, by the grammar of node-semver.
struct NodeRange: Sendable {
  typealias Condition = Comparison<SemanticVersion>

  /// One of these must hold, and of it every condition; no conditions allow every release.
  private let alternatives: [[Condition]]
  let pinned: String?

  init?(_ text: String) {
    var scanner = VersionScanner(text)
    var alternatives: [[Condition]] = []
    var count = 0
    var pinned: String?
    repeat {
      guard let conditions = Self.conditions(&scanner) else { return nil }
      count += conditions.count + 1
      guard count <= VersionRequirement.conditionLimit else { return nil }
      pinned = conditions.count == 1 && alternatives.isEmpty ? conditions.first?.exactText : nil
      alternatives.append(conditions)
    } while scanner.take(text: "||")
    guard scanner.isAtEnd else { return nil }
    self.alternatives = alternatives
    self.pinned = pinned
  }

  func allows(_ version: SemanticVersion) -> Bool {
    alternatives.contains { conditions in
      guard conditions.allSatisfy({ $0.allows(version) }) else { return false }
      guard version.isPrerelease else { return true }
      // Who asks for a prerelease of 1.2.3 has agreed to prereleases of 1.2.3, and of nothing else.
      return conditions.contains { $0.bound.isPrerelease && $0.bound.hasSameNumbers(as: version) }
    }
  }

  private static func conditions(_ scanner: inout VersionScanner) -> [Condition]? {
    scanner.skipSpaces()
    if let hyphen = hyphenRange(&scanner) { return hyphen }
    var conditions: [Condition] = []
    while !scanner.isAtEnd, scanner.next != UInt8(ascii: "|") {
      guard let found = condition(&scanner) else { return nil }
      conditions += found
      guard scanner.skipSpaces() || scanner.isAtEnd || scanner.next == UInt8(ascii: "|") else { return nil }
    }
    return conditions
  }

  /// `1.2 - 2.3.4`; nothing is taken where it is something else.
  private static func hyphenRange(_ scanner: inout VersionScanner) -> [Condition]? {
    let start = scanner.position
    if let from = PartialVersion(&scanner), scanner.skipSpaces(), scanner.take("-"), scanner.skipSpaces(),
      let to = PartialVersion(&scanner)
    {
      scanner.skipSpaces()
      if scanner.isAtEnd || scanner.next == UInt8(ascii: "|") { return from.fromHere + to.upToHere }
    }
    scanner.rewind(to: start)
    return nil
  }

  private static func condition(_ scanner: inout VersionScanner) -> [Condition]? {
    if scanner.take("^") { return PartialVersion(&scanner)?.caret }
    if scanner.take("~") {
      _ = scanner.take(">")
      return PartialVersion(&scanner)?.tilde
    }
    var relation: Condition.Relation?
    if scanner.take("<") { relation = scanner.take("=") ? .lessOrEqual : .less }
    if relation == nil, scanner.take(">") { relation = scanner.take("=") ? .greaterOrEqual : .greater }
    // Any `=` left over belongs to the version, where it says nothing.
    return PartialVersion(&scanner)?.compared(relation ?? .equal)
  }
}

extension Comparison<SemanticVersion> {
  fileprivate var exactText: String? {
    guard relation == .equal else { return nil }
    return bound.text
  }
}
