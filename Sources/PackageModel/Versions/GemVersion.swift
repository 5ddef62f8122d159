/// `1.2.rc3`, as RubyGems orders it: by numbers and words, where a word comes before every number.
struct GemVersion: Sendable {
  enum Segment: Hashable, Sendable {
    case word(String)
    case number(Numeral)
  }

  /// At least one.
  let segments: [Segment]
  /// The segments without zeros at the end of the numbers and of what follows them: `1.0.a.0` is `1.a`.
  private let canonical: [Segment]

  init(_ segments: [Segment]) {
    self.segments = segments
    let tail = segments.firstIndex { $0.isWord } ?? segments.endIndex
    canonical = Array(Self.trimmed(segments[..<tail]) + Self.trimmed(segments[tail...]))
  }

  init?(_ scanner: inout VersionScanner) {
    guard scanner.isNext(\.isDigit) else { return nil }
    var segments: [Segment] = []
    repeat {
      guard Self.take(segmentsOf: &scanner, &segments, allowsHyphens: false) else { return nil }
    } while scanner.take(".")
    if scanner.take("-") {
      // A hyphen stands for `.pre.`, here and in what follows.
      segments.append(.word("pre"))
      repeat {
        guard Self.take(segmentsOf: &scanner, &segments, allowsHyphens: true) else { return nil }
      } while scanner.take(".")
    }
    self.init(segments)
  }

  /// Takes letters and digits, each run of which is a segment.
  private static func take(
    segmentsOf scanner: inout VersionScanner, _ segments: inout [Segment], allowsHyphens: Bool
  ) -> Bool {
    let start = scanner.position
    while true {
      let word = scanner.take { $0.isLetter }
      if !word.isEmpty { segments.append(.word(String(decoding: word, as: UTF8.self))) }
      let number = scanner.takeNumeral()
      if let number { segments.append(.number(number)) }
      if allowsHyphens, scanner.take("-") {
        segments.append(.word("pre"))
      } else if word.isEmpty, number == nil {
        return scanner.position > start
      }
    }
  }

  private static func trimmed(_ segments: ArraySlice<Segment>) -> ArraySlice<Segment> {
    segments[..<((segments.lastIndex { $0 != .number(.zero) } ?? segments.startIndex - 1) + 1)]
  }

  var isPrerelease: Bool { segments.contains(where: \.isWord) }

  /// The numbers before the first word.
  private var numbers: [Segment] { Array(segments.prefix { !$0.isWord }) }

  /// The release that a prerelease leads to.
  var release: GemVersion { isPrerelease ? GemVersion(numbers) : self }

  /// The end of what `~>` allows: `1.3` for `1.2.7`.
  var bumped: GemVersion {
    var numbers = numbers
    if numbers.count > 1 { numbers.removeLast() }
    if case .number(let last)? = numbers.popLast() { numbers.append(.number(last.successor)) }
    return GemVersion(numbers)
  }

  var major: Numeral {
    guard case .number(let number)? = segments.first else { return .zero }
    return number
  }
}

extension GemVersion.Segment: Comparable {
  var isWord: Bool { if case .word = self { true } else { false } }

  static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.word(let left), .word(let right)): left < right
    case (.number(let left), .number(let right)): left < right
    case (.word, .number): true
    case (.number, .word): false
    }
  }
}

extension GemVersion: Comparable {
  static func == (left: GemVersion, right: GemVersion) -> Bool { left.canonical == right.canonical }

  static func < (left: GemVersion, right: GemVersion) -> Bool {
    for index in 0..<max(left.canonical.count, right.canonical.count) {
      let (mine, theirs) = (left.segment(index), right.segment(index))
      if mine != theirs { return mine < theirs }
    }
    return false
  }

  /// A version goes on with zeros.
  private func segment(_ index: Int) -> Segment {
    index < canonical.count ? canonical[index] : .number(.zero)
  }
}

extension GemVersion: Hashable {
  func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}
