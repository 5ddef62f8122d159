/// A version of a package, in the order that its ecosystem gives versions.
///
/// Two versions are equal where their ecosystem takes them for the same one: `1.0` and `1.0.0` of PyPI. What was
/// written stays in ``text``.
package struct Version: Sendable {
  /// Longest text that is read, in bytes; npm itself stops here, and no other registry has longer ones.
  package static let lengthLimit = 256

  package let text: String
  let order: VersionOrder

  /// - Returns: `nil` where the ecosystem would not take the text for a version, or it is longer than
  ///   ``lengthLimit``.
  package init?(_ text: String, in ecosystem: Ecosystem) {
    guard text.utf8.count <= Self.lengthLimit, let order = VersionOrder(text, in: ecosystem) else {
      return nil
    }
    self.text = text
    self.order = order
  }

  package var isPrerelease: Bool {
    switch order {
    case .semantic(let version): version.isPrerelease
    case .python(let version): version.isPrerelease
    case .maven(let version): version.isPrerelease
    case .nuget(let version): version.isPrerelease
    case .gem(let version): version.isPrerelease
    }
  }
}

extension Version: Comparable {
  package static func == (left: Version, right: Version) -> Bool { left.order == right.order }
  package static func < (left: Version, right: Version) -> Bool { left.order < right.order }
}

extension Version: Hashable {
  package func hash(into hasher: inout Hasher) { hasher.combine(order) }
}

extension Version: CustomStringConvertible {
  package var description: String { text }
}

/// A version taken apart by the rules of its ecosystem.
enum VersionOrder: Hashable, Sendable {
  case semantic(SemanticVersion)
  case python(PythonVersion)
  case maven(MavenVersion)
  case nuget(NuGetVersion)
  case gem(GemVersion)

  init?(_ text: String, in ecosystem: Ecosystem) {
    var scanner = VersionScanner(text)
    let order: VersionOrder? =
      switch ecosystem {
      case .npm: SemanticVersion(node: &scanner).map(Self.semantic)
      case .go: SemanticVersion(go: &scanner).map(Self.semantic)
      case .swift: SemanticVersion(swift: &scanner).map(Self.semantic)
      case .pypi: PythonVersion(&scanner).map(Self.python)
      case .maven: MavenVersion(&scanner).map(Self.maven)
      case .nuget: NuGetVersion(&scanner).map(Self.nuget)
      case .rubyGems: GemVersion(&scanner).map(Self.gem)
      }
    guard let order, scanner.isAtEnd else { return nil }
    self = order
  }

  /// What a change of which may break its users.
  var major: Numeral {
    switch self {
    case .semantic(let version): Numeral(version.major)
    case .python(let version): version.release.first ?? .zero
    case .maven(let version): version.major
    case .nuget(let version): Numeral(version.numbers[0])
    case .gem(let version): version.major
    }
  }
}

extension VersionOrder: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.semantic(let left), .semantic(let right)): left < right
    case (.python(let left), .python(let right)): left < right
    case (.maven(let left), .maven(let right)): left < right
    case (.nuget(let left), .nuget(let right)): left < right
    case (.gem(let left), .gem(let right)): left < right
    // Versions of different worlds have no order; false both ways keeps sorting harmless.
    default: false
    }
  }
}
