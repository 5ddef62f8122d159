/// A runtime's identifier, `python3.12`, and what it says.
package struct RuntimeName: Hashable, Sendable, CustomStringConvertible {
  package enum Family: String, Hashable, Sendable, CaseIterable {
    case python
    case node = "nodejs"
    case java
    case ruby
    /// An executable named `bootstrap` that speaks the Runtime API itself.
    case custom = "provided"
  }

  package let family: Family
  /// What follows the family's name: `3.12`, `20`, `al2023`; empty where there is nothing.
  package let version: String
  package let description: String

  /// - Returns: `nil` for a runtime that the lab cannot run.
  package init?(_ text: String) {
    guard let family = Family.allCases.first(where: { text.hasPrefix($0.rawValue) }) else { return nil }
    var version = String(text.dropFirst(family.rawValue.count))
    switch family {
    case .node where version.hasSuffix(".x"): version.removeLast(2)
    case .custom where version.hasPrefix("."): version.removeFirst()
    // `java8.al2` is Java 8 on another system.
    case .java: version = String(version.prefix { $0 != "." })
    default: break
    }
    let isKnown =
      family == .custom
      ? ["", "al2", "al2023"].contains(version)
      : !version.isEmpty && version.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard isKnown else { return nil }
    self.family = family
    self.version = version
    description = text
  }

  /// Managed runtimes honour wrapper scripts and have interpreters; custom ones bring everything.
  package var isManaged: Bool { family != .custom }
}
