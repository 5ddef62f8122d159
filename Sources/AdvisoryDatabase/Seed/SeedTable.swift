internal import PackageModel

/// The seed of one ecosystem, read from its text when it is first asked for.
struct SeedTable: Sendable {
  /// The day up to which the facts were looked at.
  static let asOf = "2026-08-31"

  let ecosystem: Ecosystem
  /// One for each package of an advisory: the same id may stand here more than once.
  let advisories: [Advisory]
  /// Of each package, by its normalised name.
  let places: [String: [Int]]
  /// Lines that could not be read: mistakes of ours, which a test finds.
  let mistakes: [String]

  private init(_ ecosystem: Ecosystem, _ text: StaticString) {
    self.ecosystem = ecosystem
    var advisories: [Advisory] = []
    var places: [String: [Int]] = [:]
    var mistakes: [String] = []
    for line in text.description.split(separator: "\n") {
      guard let advisory = SeedLine.read(line, ecosystem: ecosystem), let package = advisory.affected.first
      else {
        mistakes.append(String(line))
        continue
      }
      places[package.identity.name, default: []].append(advisories.count)
      advisories.append(advisory)
    }
    self.advisories = advisories
    self.places = places
    self.mistakes = mistakes
  }

  private static let npm = SeedTable(.npm, SeedText.npm)
  private static let pypi = SeedTable(.pypi, SeedText.pypi)
  private static let maven = SeedTable(.maven, SeedText.maven)
  private static let nuget = SeedTable(.nuget, SeedText.nuget)
  private static let go = SeedTable(.go, SeedText.go)
  private static let rubyGems = SeedTable(.rubyGems, SeedText.rubyGems)

  static var all: [SeedTable] { Ecosystem.allCases.compactMap { table(of: $0) } }

  static func table(of ecosystem: Ecosystem) -> SeedTable? {
    switch ecosystem {
    case .npm: npm
    case .pypi: pypi
    case .maven: maven
    case .nuget: nuget
    case .go: go
    case .rubyGems: rubyGems
    case .swift: nil
    }
  }
}
