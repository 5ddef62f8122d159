/// A version of a range of npm, of which parts may be missing or `x`: `1.2.x`, `1`, `*`.
struct PartialVersion: Sendable {
  typealias Condition = Comparison<SemanticVersion>

  /// `nil` for any; where a part is missing, those behind it do not count.
  private var major: UInt64?
  private var minor: UInt64?
  private var patch: UInt64?
  private var prerelease: [SemanticVersion.Identifier] = []

  init?(_ scanner: inout VersionScanner) {
    _ = scanner.take { $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "=") || $0.isWhitespace }
    guard let first = Self.part(&scanner) else { return nil }
    major = first.number
    guard scanner.take(".") else { return }
    guard let second = Self.part(&scanner) else { return nil }
    minor = second.number
    guard scanner.take(".") else { return }
    guard let third = Self.part(&scanner) else { return nil }
    patch = third.number
    if scanner.take("-") {
      guard let found = SemanticVersion.identifiers(&scanner, allowsLeadingZeros: false) else { return nil }
      prerelease = found
    }
    guard SemanticVersion.skipMetadata(&scanner) else { return nil }
  }

  private static func part(_ scanner: inout VersionScanner) -> (number: UInt64?, Void)? {
    if scanner.take(text: "x") || scanner.take("*") { return (nil, ()) }
    guard let number = scanner.takeNumber(allowsLeadingZeros: false),
      number <= SemanticVersion.nodeNumberLimit
    else { return nil }
    return (number, ())
  }

  /// `^`: up to the next change of the first number that is not zero.
  var caret: [Condition] {
    guard let major else { return [] }
    guard let minor else { return [.from(major, 0, 0), .before(major + 1, 0, 0)] }
    guard let patch else {
      return [.from(major, minor, 0), major == 0 ? .before(0, minor + 1, 0) : .before(major + 1, 0, 0)]
    }
    let first = Condition(.greaterOrEqual, SemanticVersion(major, minor, patch, prerelease: prerelease))
    if major > 0 { return [first, .before(major + 1, 0, 0)] }
    return [first, minor > 0 ? .before(0, minor + 1, 0) : .before(0, 0, patch + 1)]
  }

  /// `~`: up to the next minor version, or the next major one where no minor is named.
  var tilde: [Condition] {
    guard let major else { return [] }
    guard let minor else { return [.from(major, 0, 0), .before(major + 1, 0, 0)] }
    return [
      Condition(
        .greaterOrEqual, SemanticVersion(major, minor, patch ?? 0, prerelease: patch == nil ? [] : prerelease)
      ),
      .before(major, minor + 1, 0),
    ]
  }

  /// The left side of a hyphen.
  var fromHere: [Condition] {
    guard let major else { return [] }
    guard let minor else { return [.from(major, 0, 0)] }
    guard let patch else { return [.from(major, minor, 0)] }
    return [Condition(.greaterOrEqual, SemanticVersion(major, minor, patch, prerelease: prerelease))]
  }

  /// The right side of a hyphen; what is missing may be anything.
  var upToHere: [Condition] {
    guard let major else { return [] }
    guard let minor else { return [.before(major + 1, 0, 0)] }
    guard let patch else { return [.before(major, minor + 1, 0)] }
    return [Condition(.lessOrEqual, SemanticVersion(major, minor, patch, prerelease: prerelease))]
  }

  func compared(_ relation: Condition.Relation) -> [Condition] {
    if let major, let minor, let patch {
      return [Condition(relation, SemanticVersion(major, minor, patch, prerelease: prerelease))]
    }
    guard let major else { return relation == .less || relation == .greater ? [.before(0, 0, 0)] : [] }
    switch relation {
    case .greater: return [minor.map { .from(major, $0 + 1, 0) } ?? .from(major + 1, 0, 0)]
    case .greaterOrEqual: return [.from(major, minor ?? 0, 0)]
    case .less: return [.before(major, minor ?? 0, 0)]
    case .lessOrEqual: return upToHere
    case .equal, .notEqual: return fromHere + upToHere
    }
  }
}

extension Comparison<SemanticVersion> {
  fileprivate static func from(_ major: UInt64, _ minor: UInt64, _ patch: UInt64) -> Self {
    Self(.greaterOrEqual, SemanticVersion(major, minor, patch))
  }

  /// Before every prerelease of a version too: `-0` is the first of them.
  fileprivate static func before(_ major: UInt64, _ minor: UInt64, _ patch: UInt64) -> Self {
    Self(.less, SemanticVersion(major, minor, patch, prerelease: [.number(.zero)]))
  }
}
