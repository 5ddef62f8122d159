/// What Go and Swift ask for: the least version of a module, or comparisons and ranges of a manifest.
struct SemanticRequirement: Sendable {
  private typealias Condition = Comparison<SemanticVersion>

  private let conditions: [Condition]
  let pinned: String?

  private init(_ conditions: [Condition], pinned: String?) {
    self.conditions = conditions
    self.pinned = pinned
  }

  /// Of Go: `v1.2.3`, which means this version or a later one of the same major line; `[v1.0.0, v1.2.0]`, as `retract`
  /// has it; comparisons, as advisories have them.
  init?(go text: String) {
    var scanner = VersionScanner(text)
    if scanner.take("[") {
      self.init(retracted: &scanner)
      return
    }
    let start = scanner
    if let version = SemanticVersion(go: &scanner), scanner.isAtEnd {
      self.init([Condition(.greaterOrEqual, version)] + Self.beforeNextMajor(version), pinned: start.text)
      return
    }
    scanner = start
    self.init(comparisons: &scanner) { SemanticVersion(go: &$0) }
  }

  /// Of Swift: `from: "1.2.0"`, also without the colon, `"1.2.0"..<"2.0.0"`, `exact: "1.2.3"`, a plain version, or comparisons.
  init?(swift text: String) {
    // Quotes, parentheses and the dot of a case do not matter: `.upToNextMinor(from: "1.2.0")`.
    var scanner = VersionScanner(text.filter { !"\"()".contains($0) })
    _ = scanner.take(".")
    let end: (SemanticVersion) -> [Condition]
    if scanner.take(text: "uptonextminor") {
      end = Self.beforeNextMinor
      guard Self.takeLabel("from", &scanner) else { return nil }
    } else if scanner.take(text: "uptonextmajor") {
      end = Self.beforeNextMajor
      guard Self.takeLabel("from", &scanner) else { return nil }
    } else if Self.takeLabel("from", &scanner) || scanner.take("^") {
      end = Self.beforeNextMajor
    } else if scanner.take("~") {
      end = Self.beforeNextMinor
    } else {
      self.init(swiftRange: &scanner)
      return
    }
    guard let version = SemanticVersion(swift: &scanner), scanner.isAtEnd else { return nil }
    self.init([Condition(.greaterOrEqual, version)] + end(version), pinned: nil)
  }

  private init?(swiftRange scanner: inout VersionScanner) {
    guard scanner.isNext({ $0.isDigit || $0.isLetter }) else {
      self.init(comparisons: &scanner) { SemanticVersion(swift: &$0) }
      return
    }
    _ = Self.takeLabel("exact", &scanner)
    guard let first = SemanticVersion(swift: &scanner) else { return nil }
    if scanner.isAtEnd {
      self.init([Condition(.equal, first)], pinned: first.text)
      return
    }
    guard scanner.take(text: ".."), let mark = scanner.takeNext(), "<.".utf8.contains(mark),
      let last = SemanticVersion(swift: &scanner), scanner.isAtEnd
    else { return nil }
    let isHalfOpen = mark == UInt8(ascii: "<")
    self.init(
      [Condition(.greaterOrEqual, first), Condition(isHalfOpen ? .less : .lessOrEqual, last)],
      pinned: first == last && !isHalfOpen ? first.text : nil)
  }

  private init?(retracted scanner: inout VersionScanner) {
    guard let first = SemanticVersion(go: &scanner), scanner.take(",") else { return nil }
    scanner.skipSpaces()
    guard let last = SemanticVersion(go: &scanner), scanner.take("]"), scanner.isAtEnd else { return nil }
    self.init(
      [Condition(.greaterOrEqual, first), Condition(.lessOrEqual, last)],
      pinned: first == last ? first.text : nil)
  }

  private init?(
    comparisons scanner: inout VersionScanner, version: (inout VersionScanner) -> SemanticVersion?
  ) {
    var conditions: [Condition] = []
    repeat {
      scanner.skipSpaces()
      let relation = scanner.takeRelation(for: SemanticVersion.self) ?? .equal
      scanner.skipSpaces()
      guard conditions.count < VersionRequirement.conditionLimit, let bound = version(&scanner) else {
        return nil
      }
      conditions.append(Condition(relation, bound))
    } while scanner.skipSpaces() || scanner.take(",")
    guard scanner.isAtEnd else { return nil }
    self.init(conditions, pinned: conditions.first { $0.relation == .equal }?.bound.text)
  }

  func allows(_ version: SemanticVersion) -> Bool {
    conditions.allSatisfy { $0.allows(version) }
  }

  private static func takeLabel(_ label: StaticString, _ scanner: inout VersionScanner) -> Bool {
    guard scanner.take(text: label) else { return false }
    _ = scanner.take(":")
    scanner.skipSpaces()
    return true
  }

  /// Before the first prerelease of the next line, so that nothing of it is let in.
  private static func beforeNextMajor(_ version: SemanticVersion) -> [Condition] {
    // Behind the largest number there is no next line.
    guard version.major < .max else { return [] }
    return [Condition(.less, SemanticVersion(version.major + 1, 0, 0, prerelease: [.number(.zero)]))]
  }

  private static func beforeNextMinor(_ version: SemanticVersion) -> [Condition] {
    guard version.minor < .max else { return beforeNextMajor(version) }
    return [
      Condition(.less, SemanticVersion(version.major, version.minor + 1, 0, prerelease: [.number(.zero)]))
    ]
  }
}
