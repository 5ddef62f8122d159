/// What a Gemfile asks for: `~> 1.2, != 1.2.5`.
struct GemRequirement: Sendable {
  private enum Condition: Sendable {
    case compared(Comparison<GemVersion>)
    /// `~>`: this version or later ones before the next but last number changes.
    case pessimistic(GemVersion)
  }

  private let conditions: [Condition]
  let pinned: String?

  init?(_ text: String) {
    var scanner = VersionScanner(text)
    var conditions: [Condition] = []
    var exact: String?
    repeat {
      scanner.skipSpaces()
      let isPessimistic = scanner.take(text: "~>")
      let relation = isPessimistic ? nil : scanner.takeRelation(for: GemVersion.self)
      scanner.skipSpaces()
      let start = scanner.position
      guard conditions.count < VersionRequirement.conditionLimit, let version = GemVersion(&scanner) else {
        return nil
      }
      if !isPessimistic, relation ?? .equal == .equal { exact = scanner.text(from: start) }
      conditions.append(
        isPessimistic ? .pessimistic(version) : .compared(Comparison(relation ?? .equal, version)))
      scanner.skipSpaces()
    } while scanner.take(",")
    guard scanner.isAtEnd else { return nil }
    self.conditions = conditions
    pinned = exact
  }

  func allows(_ version: GemVersion) -> Bool {
    conditions.allSatisfy { condition in
      switch condition {
      case .compared(let comparison): comparison.allows(version)
      case .pessimistic(let bound): version >= bound && version.release < bound.bumped
      }
    }
  }
}
