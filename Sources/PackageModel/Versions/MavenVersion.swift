/// A version of Maven, taken apart as its `ComparableVersion` does: `1.0-beta-2` is `[1, [beta, [2]]]`.
///
/// Every text is one. Nothing at the end of a list counts like `0`, an empty list and the qualifiers for a release,
/// so that `1`, `1.0` and `1-ga` are one version.
struct MavenVersion: Sendable {
  indirect enum Item: Sendable {
    case number(Numeral)
    case qualifier(Qualifier)
    case list([Item])
  }

  /// A word between numbers; the known ones come first, in the order of the rank, unknown ones by their letters.
  struct Qualifier: Hashable, Sendable {
    let rank: Int
    /// Empty for a known one.
    let word: String
  }

  let items: [Item]

  init?(_ scanner: inout VersionScanner) {
    var parser = MavenVersionParser()
    while let byte = scanner.takeNext() {
      guard !byte.isWhitespace else { return nil }
      parser.read(byte.lowercased)
    }
    guard parser.position > 0 else { return nil }
    items = parser.finished()
  }

  var isPrerelease: Bool { Self.hasPrerelease(items) }

  private static func hasPrerelease(_ items: [Item]) -> Bool {
    items.contains { item in
      switch item {
      case .number: false
      case .qualifier(let qualifier): qualifier.rank < Qualifier.releaseRank
      case .list(let items): hasPrerelease(items)
      }
    }
  }

  var major: Numeral {
    guard case .number(let number)? = items.first else { return .zero }
    return number
  }
}

extension MavenVersion: Comparable {
  static func == (left: MavenVersion, right: MavenVersion) -> Bool {
    Item.compare(left.items, right.items) == 0
  }

  static func < (left: MavenVersion, right: MavenVersion) -> Bool {
    Item.compare(left.items, right.items) < 0
  }
}

extension MavenVersion: Hashable {
  func hash(into hasher: inout Hasher) { Self.hash(items, into: &hasher) }

  /// Equal versions differ at most in what counts like nothing, and in nothing else of their order.
  private static func hash(_ items: [Item], into hasher: inout Hasher) {
    for item in items {
      switch item {
      case .number(.zero): continue
      case .number(let number): hasher.combine(number)
      case .qualifier(let qualifier) where qualifier.rank == Qualifier.releaseRank: continue
      case .qualifier(let qualifier): hasher.combine(qualifier)
      case .list(let items): hash(items, into: &hasher)
      }
    }
  }
}

extension MavenVersion.Item {
  /// Negative, zero or positive, as C's comparisons answer.
  static func compare(_ left: [Self], _ right: [Self]) -> Int {
    for index in 0..<max(left.count, right.count) {
      let result =
        switch (index < left.count, index < right.count) {
        case (true, true): left[index].compared(to: right[index])
        case (true, false): left[index].comparedToNothing
        default: -right[index].comparedToNothing
        }
      if result != 0 { return result }
    }
    return 0
  }

  private func compared(to other: Self) -> Int {
    switch (self, other) {
    case (.number(let left), .number(let right)): left == right ? 0 : left < right ? -1 : 1
    case (.qualifier(let left), .qualifier(let right)): left == right ? 0 : left < right ? -1 : 1
    case (.list(let left), .list(let right)): Self.compare(left, right)
    // `1.1` > `1-1` > `1-sp`.
    case (.number, _), (.list, .qualifier): 1
    case (_, .number), (.qualifier, .list): -1
    }
  }

  private var comparedToNothing: Int {
    switch self {
    case .number(let number): number == .zero ? 0 : 1
    case .qualifier(let qualifier): (qualifier.rank - MavenVersion.Qualifier.releaseRank).signum()
    case .list(let items): items.lazy.map(\.comparedToNothing).first { $0 != 0 } ?? 0
    }
  }

  var isNothing: Bool {
    switch self {
    case .number(let number): number == .zero
    case .qualifier(let qualifier): qualifier.rank == MavenVersion.Qualifier.releaseRank
    case .list(let items): items.isEmpty
    }
  }
}

extension MavenVersion.Qualifier: Comparable {
  static let releaseRank = 5
  private static let unknownRank = 7

  /// - Parameters:
  ///   - word: In lower case.
  ///   - isBeforeDigit: Whether a number follows at once, before which one letter is enough: `1b2`.
  init(_ word: String, isBeforeDigit: Bool) {
    let known: Int? =
      switch word {
      case "a" where isBeforeDigit: 0
      case "b" where isBeforeDigit: 1
      case "m" where isBeforeDigit: 2
      case "alpha": 0
      case "beta": 1
      case "milestone": 2
      case "rc", "cr": 3
      case "snapshot": 4
      case "", "ga", "final", "release": Self.releaseRank
      case "sp": 6
      default: nil
      }
    rank = known ?? Self.unknownRank
    self.word = known == nil ? word : ""
  }

  static func < (left: Self, right: Self) -> Bool {
    left.rank == right.rank ? left.word < right.word : left.rank < right.rank
  }
}
