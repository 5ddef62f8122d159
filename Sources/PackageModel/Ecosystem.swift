/// A registry's world of packages: one way to name them and one way to order versions.
///
/// Raw values are the names that OSV uses.
package enum Ecosystem: String, CaseIterable, Sendable {
  case npm
  case pypi = "PyPI"
  case maven = "Maven"
  case nuget = "NuGet"
  case go = "Go"
  case rubyGems = "RubyGems"
  case swift = "SwiftURL"
}

/// Which package, whatever its version; names are in the form that the registry compares.
package struct PackageIdentity: Hashable, Sendable {
  package let ecosystem: Ecosystem
  /// Normalised: of PyPI by PEP 503, of NuGet in lower case, of Maven `group:artifact`, of Swift without scheme
  /// and `.git`.
  package let name: String

  package init(_ ecosystem: Ecosystem, _ name: String) {
    self.ecosystem = ecosystem
    self.name = Self.normalised(name, in: ecosystem)
  }

  private static func normalised(_ name: String, in ecosystem: Ecosystem) -> String {
    switch ecosystem {
    case .npm, .maven, .go, .rubyGems: name
    case .nuget: name.lowercased()
    case .pypi: pythonName(name)
    case .swift: repository(name)
    }
  }

  /// PEP 503: runs of `-`, `_` and `.` are one hyphen, letters are small.
  private static func pythonName(_ name: String) -> String {
    name.split { "-_.".contains($0) }.joined(separator: "-").lowercased()
  }

  private static func repository(_ address: String) -> String {
    var name = address[...]
    for scheme in ["https://", "http://", "ssh://", "git://"] where name.hasPrefix(scheme) {
      name = name.dropFirst(scheme.count)
    }
    if name.hasPrefix("git@") { name = name.dropFirst("git@".count) }
    if name.hasSuffix("/") { name = name.dropLast() }
    if name.hasSuffix(".git") { name = name.dropLast(".git".count) }
    let parts = name.split(separator: "/", maxSplits: 1)
    // `git@host:owner/name` is the same repository as `https://host/owner/name`.
    guard let host = parts.first else { return String(name) }
    let head = host.replacing(":", with: "/").lowercased()
    return parts.count == 1 ? head : head + "/" + parts[1].lowercased()
  }
}

extension PackageIdentity: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.ecosystem.rawValue, left.name) < (right.ecosystem.rawValue, right.name)
  }
}
