/// The form of a token, in the notation of the tables: `SG.{word:22}.{word:43}`.
///
/// Text stands for itself; `{set:n}` and `{set:n-m}` for that many bytes of a set. A run takes as many bytes as it
/// may and gives none back, so matching is linear.
struct TokenPattern: Sendable {
  private enum Part: Sendable {
    case literal([UInt8])
    case run(ByteSet, ClosedRange<Int>)
  }

  private let parts: [Part]

  /// - Returns: `nil` for a text that is not in the notation.
  init?(_ notation: String) {
    var parts: [Part] = []
    var rest = notation[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.literal(Array(rest[..<open].utf8))) }
      guard let close = rest[open...].firstIndex(of: "}"),
        let run = Self.run(rest[rest.index(after: open)..<close])
      else { return nil }
      parts.append(run)
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.literal(Array(rest.utf8))) }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  private static func run(_ text: Substring) -> Part? {
    let halves = text.split(separator: ":")
    guard halves.count == 2, let set = sets[String(halves[0])] else { return nil }
    let ends = halves[1].split(separator: "-").compactMap { Int($0) }
    guard let first = ends.first, let last = ends.last, first <= last, last <= lengthLimit else { return nil }
    return .run(set, first...last)
  }

  /// Bytes of one run; the longest are tokens that are signed documents.
  static let lengthLimit = 4_000

  private static let sets: [String: ByteSet] = [
    "digit": .digits, "hex": .hexadecimal, "Hex": .anyHexadecimal, "HEX": .upperHexadecimal,
    "base32": .base32, "lower": .lowerAlphanumeric, "upper": .upperAlphanumeric, "alnum": .alphanumeric,
    "word": .word, "wordDot": .wordAndDot, "base64": .base64, "base64=": .paddedBase64,
    "any64": .eitherBase64,
    "clientSecret": .clientSecret, "percent": .percentEncoded, "alnum-": ByteSet(ranges: "azAZ09", and: "-"),
    "path": ByteSet(ranges: "azAZ09", and: "_-/"),
    "bech32": ByteSet("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".utf8),
    "hash": ByteSet(ranges: "azAZ09", and: "./"),
    "small": ByteSet(ranges: "az"),
  ]

  /// Where a token that starts at a position ends.
  func end(in bytes: ByteView, at start: Int) -> Int? {
    var position = start
    for part in parts {
      switch part {
      case .literal(let literal):
        guard bytes.holds(literal, at: position) else { return nil }
        position += literal.count
      case .run(let set, let lengths):
        let end = bytes.end(of: set, from: position, limit: lengths.upperBound)
        guard end - position >= lengths.lowerBound else { return nil }
        position = end
      }
    }
    return position
  }

  /// Whether a byte behind a token belongs to a run that is longer than a token's.
  func continues(with byte: UInt8) -> Bool {
    if case .run(let set, _) = parts.last { set.contains(byte) && byte != UInt8(ascii: ".") } else { false }
  }

  /// Whether a whole text has the form.
  func matches(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { end(in: ByteView($0), at: 0) == text.count }
  }

  /// The literals to look for, all at one distance from the start; empty for a form without any.
  ///
  /// A literal of two bytes is one for each byte that may follow it.
  var anchors: (literals: [[UInt8]], distance: Int) {
    var best: (literals: [[UInt8]], distance: Int) = ([], 0)
    var distance = 0
    for (index, part) in parts.enumerated() {
      switch part {
      case .literal(let literal):
        if literal.count > (best.literals.first?.count ?? 0) {
          best = (literal.count > 2 ? [literal] : extended(literal, by: index + 1), distance)
        }
        distance += literal.count
      case .run(_, let lengths):
        // Behind a run of open length nothing stands at a known distance.
        guard lengths.lowerBound == lengths.upperBound else { return best }
        distance += lengths.upperBound
      }
    }
    return best
  }

  private func extended(_ literal: [UInt8], by index: Int) -> [[UInt8]] {
    guard literal.count == 2, parts.indices.contains(index), case .run(let set, _) = parts[index] else {
      return []
    }
    return set.members.map { literal + [$0] }
  }

  /// Characters at the start that every token of the form has.
  var publicPrefix: Int {
    if case .literal(let literal) = parts.first { literal.count } else { 0 }
  }

  /// The bytes of a token that are not fixed by its form.
  func secretPart(of token: [UInt8]) -> [UInt8] {
    var position = 0
    var secret: [UInt8] = []
    token.withUnsafeBufferPointer { buffer in
      let bytes = ByteView(buffer)
      for part in parts {
        switch part {
        case .literal(let literal): position += literal.count
        case .run(let set, let lengths):
          let end = bytes.end(of: set, from: position, limit: lengths.upperBound)
          secret += bytes.array(position..<end)
          position = end
        }
      }
    }
    return secret
  }
}
