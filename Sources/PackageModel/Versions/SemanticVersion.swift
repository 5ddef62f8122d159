/// `1.2.3-rc.1`, as semver.org orders it; npm, Go and Swift each write it a little differently.
struct SemanticVersion: Hashable, Sendable {
  enum Identifier: Hashable, Sendable {
    case number(Numeral)
    case word(String)
  }

  var major: UInt64
  var minor: UInt64
  var patch: UInt64
  /// Empty for a release.
  ///
  /// Metadata behind a `+` has no part in the order and is not kept.
  var prerelease: [Identifier]

  init(_ major: UInt64, _ minor: UInt64, _ patch: UInt64, prerelease: [Identifier] = []) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.prerelease = prerelease
  }

  var isPrerelease: Bool { !prerelease.isEmpty }

  func hasSameNumbers(as other: SemanticVersion) -> Bool {
    major == other.major && minor == other.minor && patch == other.patch
  }
}

extension SemanticVersion: Comparable {
  static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
    if left.major != right.major { return left.major < right.major }
    if left.minor != right.minor { return left.minor < right.minor }
    if left.patch != right.patch { return left.patch < right.patch }
    // A prerelease comes before its release.
    if left.prerelease.isEmpty || right.prerelease.isEmpty {
      return !left.prerelease.isEmpty && right.prerelease.isEmpty
    }
    return left.prerelease.lexicographicallyPrecedes(right.prerelease)
  }
}

extension SemanticVersion.Identifier: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.word(let left), .word(let right)): left < right
    case (.number, .word): true
    case (.word, .number): false
    }
  }
}

extension SemanticVersion {
  /// In the form of semver.org, without metadata.
  var text: String {
    let numbers = "\(major).\(minor).\(patch)"
    return prerelease.isEmpty ? numbers : numbers + "-" + prerelease.map(\.text).joined(separator: ".")
  }
}

extension SemanticVersion.Identifier {
  var text: String {
    switch self {
    case .number(let number): number.description
    case .word(let word): word
    }
  }
}
