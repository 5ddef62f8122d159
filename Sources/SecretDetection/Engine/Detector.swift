/// A literal that every secret of a kind contains, or that stands before it.
struct Anchor: Sendable {
  /// At least three bytes; in small letters if case does not matter.
  let bytes: [UInt8]
  let ignoresCase: Bool

  init(_ text: String, ignoresCase: Bool = false) { self.init(Array(text.utf8), ignoresCase: ignoresCase) }

  init(_ bytes: [UInt8], ignoresCase: Bool = false) {
    self.bytes = bytes
    self.ignoresCase = ignoresCase
  }
}

/// What looks for secrets around anchors.
///
/// The work at one anchor is bounded, whatever stands around it: the cost of a scan is linear.
protocol Detector: Sendable {
  var anchors: [Anchor] { get }

  /// The secret at an anchor, if there is one.
  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch?
}

/// A match that may overlap others.
struct RankedMatch {
  /// Which of two overlapping matches is right: a form of its own says more than a name beside a value.
  enum Rank: Int, Comparable {
    case named, service, form, structure

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let match: SecretMatch
  let rank: Rank

  init(_ secret: DetectedSecret, at range: Range<Int>, _ rank: Rank) {
    match = SecretMatch(secret, at: range)
    self.rank = rank
  }
}
