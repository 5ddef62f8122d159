package import PackageModel

/// The packages of a registry that most projects use, and real ones whose names are close to theirs.
package struct PopularPackages: Sendable {
  package struct Name: Sendable {
    package let name: String
    let bytes: [UInt8]
  }

  let byLength: [Int: [Name]]
  let bySkeleton: [String: String]
  let byWords: [[Substring]: String]
  private let known: Set<String>

  /// `nil` for registries whose names are addresses or groups that somebody has to own.
  package static func names(in ecosystem: Ecosystem) -> PopularPackages? {
    switch ecosystem {
    case .npm: npm
    case .pypi: pypi
    case .rubyGems: rubyGems
    case .maven, .nuget, .go, .swift: nil
    }
  }

  private static let npm = PopularPackages(popularNPM, neighbours: neighboursNPM)
  private static let pypi = PopularPackages(popularPyPI, neighbours: neighboursPyPI)
  private static let rubyGems = PopularPackages(popularRubyGems, neighbours: neighboursRubyGems)

  /// - Parameters: Names with white space between them.
  private init(_ popular: String, neighbours: String) {
    let names = popular.split(whereSeparator: \.isWhitespace).map(String.init)
    known = Set(names).union(neighbours.split(whereSeparator: \.isWhitespace).map(String.init))
    byLength = Dictionary(grouping: names.map { Name(name: $0, bytes: Array($0.utf8)) }) { $0.bytes.count }
    // The earlier name is the more popular one.
    bySkeleton = Dictionary(names.map { (Typosquat.skeleton($0), $0) }) { first, _ in first }
    byWords = Dictionary(names.map { (Typosquat.words($0), $0) }.filter { !$0.0.isEmpty }) { first, _ in first
    }
  }

  /// Whether a package of this name is well known, or known to be no imitation.
  package func isKnown(_ name: String) -> Bool { known.contains(name) }

  /// All popular names, sorted.
  package var all: [String] { byLength.values.flatMap { $0 }.map(\.name).sorted() }
}
