/// ASCII characters, and whether others occur.
struct Alphabet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  var hasOthers = false

  static let none = Alphabet()

  static let all: Alphabet = {
    var set = Alphabet()
    set.low = .max
    set.high = .max
    set.hasOthers = true
    return set
  }()

  init() {}

  init(_ text: String) {
    for scalar in text.unicodeScalars { insert(scalar.value) }
  }

  mutating func insert(_ value: UInt32) {
    switch value {
    case 0..<64: low |= 1 << UInt64(value)
    case 64..<128: high |= 1 << UInt64(value - 64)
    default: hasOthers = true
    }
  }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    if range.upperBound >= 128 { hasOthers = true }
    guard range.lowerBound < 128 else { return }
    for value in range.lowerBound...min(range.upperBound, 127) { insert(value) }
  }

  mutating func formUnion(_ other: Alphabet) {
    low |= other.low
    high |= other.high
    hasOthers = hasOthers || other.hasOthers
  }

  mutating func subtract(_ other: Alphabet) {
    low &= ~other.low
    high &= ~other.high
    if other.hasOthers { hasOthers = false }
  }

  var isEmpty: Bool { low == 0 && high == 0 && !hasOthers }

  var inverted: Alphabet {
    var set = Alphabet()
    set.low = ~low
    set.high = ~high
    // A class of ASCII letters says nothing of others, so its opposite has them all.
    set.hasOthers = true
    return set
  }

  func meets(_ other: Alphabet) -> Bool {
    low & other.low != 0 || high & other.high != 0 || hasOthers && other.hasOthers
  }

  func isSubset(of other: Alphabet) -> Bool {
    low & ~other.low == 0 && high & ~other.high == 0 && (!hasOthers || other.hasOthers)
  }

  static let digits = Alphabet("0123456789")
  static let word: Alphabet = {
    var set = digits
    set.insert(97...122)
    set.insert(65...90)
    set.insert(95)
    return set
  }()
  static let space = Alphabet(" \t\n\r\u{B}\u{C}")
}

/// Which characters do harm in which place.
///
/// Functions run on Linux: a backslash separates no folders, and a path with a null byte is refused.
enum HarmfulCharacters {
  /// Kinds for which a text of these characters is safe.
  static func safeKinds(for alphabet: Alphabet) -> SinkKinds {
    var safe = SinkKinds(rawValue: 0)
    for (kind, harmful) in table where !alphabet.meets(harmful) { safe = safe.union(SinkKinds(kind)) }
    if alphabet.isSubset(of: .digits) { safe = safe.union(.injections) }
    return safe
  }

  /// Kinds for which a text without these characters is safe.
  static func safeKinds(without absent: Alphabet) -> SinkKinds {
    absent.isEmpty
      ? SinkKinds(rawValue: 0) : safeKinds(for: absent.inverted.withoutOthers(absent.hasOthers))
  }

  private static let table: [(SinkKind, Alphabet)] = {
    var code = Alphabet(" \t\r\n!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~.-")
    code.hasOthers = true
    return [
      (.osCommand, Alphabet(" \t\r\n!\"#$&'()*;<=>?[\\]^`{|}~")),
      (.commandArgument, Alphabet("-/@:=")),
      (.codeExecution, code), (.deserialization, code),
      (.sql, Alphabet(" \t\r\n'\"`;()\\=,*/#")),
      (.nosql, Alphabet("${}\"'[]:")),
      (.requestURL, Alphabet("/\\:.@?#%&= \r\n")),
      (.redirect, Alphabet("/\\:.\r\n")),
      (.filePath, Alphabet("/")), (.archiveExtraction, Alphabet("/")),
      (.responseBody, Alphabet("<>&\"'`")),
      // A line ends with a line feed; a lone carriage return splits nothing where these are read.
      (.responseHeader, Alphabet("\n")), (.emailHeader, Alphabet("\r\n,;")), (.log, Alphabet("\n")),
      (.template, Alphabet("{}$<%#@")), (.ldapFilter, Alphabet("()*\\\u{0}&|=!")),
      (.xpath, Alphabet("'\"[]()|/= ")), (.xmlEntities, Alphabet("<&!%")),
      (.regularExpression, Alphabet(".*+?()[]{}|^$\\")), (.objectMerge, Alphabet("_")),
    ]
  }()
}
