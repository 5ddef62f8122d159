internal import PackageModel

/// How much a requirement leaves to the day of the installation.
enum ConstraintLooseness {
  /// One version, now and later.
  case pinned
  /// Versions up to an end.
  case bounded
  /// Whatever will be published.
  case open
}

extension PackageRequirement {
  var looseness: ConstraintLooseness {
    let text = constraint?.trimmed ?? ""
    let ecosystem = identity.ecosystem
    // A digest lets nothing else in, whatever the constraint says.
    guard integrity.isEmpty else { return .pinned }
    if text.isEmpty { return Self.isOpenWithoutConstraint(ecosystem) ? .open : .pinned }
    if text.isVersion, ecosystem == .pypi || ecosystem == .rubyGems { return .pinned }
    guard let requirement = VersionRequirement(text, in: ecosystem) else {
      // A tag of the registry, `latest`; elsewhere words that a tool understands and this one does not.
      return ecosystem == .npm ? .open : .bounded
    }
    if requirement.pinned != nil { return .pinned }
    guard let future = Version(Self.future, in: ecosystem) else { return .bounded }
    return requirement.allows(future) ? .open : .bounded
  }

  /// A version beyond every one there is.
  private static let future = "99999.0.0"

  /// Elsewhere a version that is not written comes from a parent or a central list.
  private static func isOpenWithoutConstraint(_ ecosystem: Ecosystem) -> Bool {
    switch ecosystem {
    case .npm, .pypi, .rubyGems: true
    case .maven, .nuget, .go, .swift: false
    }
  }

  /// `requests>=2`, as the manifest reads.
  var phrase: String {
    guard let text = constraint?.trimmed, !text.isEmpty else { return name }
    return identity.ecosystem == .npm ? "\(name): \(text)" : "\(name) \(text)"
  }
}

extension String {
  /// A version alone, which Poetry and Bundler take for exactly that one.
  fileprivate var isVersion: Bool {
    (first?.isNumber ?? false) && !contains { " ,|<>~^*".contains($0) }
  }

  fileprivate var trimmed: String {
    guard let start = firstIndex(where: { $0 != " " }), let end = lastIndex(where: { $0 != " " }) else {
      return ""
    }
    return String(self[start...end])
  }
}
