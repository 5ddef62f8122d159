/// Globs of paths and hosts: `*` is any run without a slash, `**` any run, `?` any byte but a slash.
package enum PathPattern {
  /// Bytes of a path or glob; one more is the end of the string in the compiled policy.
  package static let lengthLimit = 4095
  /// Runs of stars in one glob: matching costs their number times the length of the path.
  package static let starLimit = 16

  package static func hasWildcard(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }

  /// Cost is bounded by the product of the lengths, whatever the pattern.
  package static func matches(_ pattern: String, _ text: String) -> Bool {
    // Most patterns differ before their first wildcard.
    let fixed = pattern.utf8.prefix { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "?") }
    guard text.utf8.starts(with: fixed) else { return false }
    let tokens = tokens(of: pattern)
    let bytes = Array(text.utf8)
    // reached[i]: the tokens so far match bytes[..<i].
    var reached = [Bool](repeating: false, count: bytes.count + 1)
    reached[0] = true
    for token in tokens {
      var next = [Bool](repeating: false, count: bytes.count + 1)
      for index in 0...bytes.count {
        switch token {
        case .run(let crossesSlash):
          let isExtended = index > 0 && next[index - 1] && (crossesSlash || bytes[index - 1] != slash)
          next[index] = reached[index] || isExtended
        case .any:
          next[index] = index > 0 && reached[index - 1] && bytes[index - 1] != slash
        case .byte(let byte):
          next[index] = index > 0 && reached[index - 1] && bytes[index - 1] == byte
        }
      }
      reached = next
    }
    return reached[bytes.count]
  }

  private static let slash = UInt8(ascii: "/")

  private enum Token {
    case byte(UInt8)
    case any
    case run(crossesSlash: Bool)
  }

  private static func tokens(of pattern: String) -> [Token] {
    var tokens: [Token] = []
    for byte in pattern.utf8 {
      switch byte {
      case UInt8(ascii: "*"):
        if case .run = tokens.last {
          tokens[tokens.count - 1] = .run(crossesSlash: true)
        } else {
          tokens.append(.run(crossesSlash: false))
        }
      case UInt8(ascii: "?"): tokens.append(.any)
      default: tokens.append(.byte(byte))
      }
    }
    return tokens
  }

  static func stars(in pattern: String) -> Int {
    tokens(of: pattern).count { if case .run = $0 { true } else { false } }
  }

  /// Why a text cannot stand for absolute paths, as the end of a sentence; `nil` if it can.
  package static func problem(ofPath text: String, allowsWildcards: Bool) -> String? {
    if let problem = problem(ofText: text) { return problem }
    let segments = text.utf8.split(separator: slash, omittingEmptySubsequences: false).dropFirst()
    if text.utf8.first != slash { return "must be absolute: it starts with '/'" }
    if text == "/" { return "is the root of all files; name a folder or file below it" }
    if text.utf8.last == slash { return "must not end in '/'" }
    if segments.contains(where: \.isEmpty) { return "has an empty part between two slashes" }
    let dots = segments.map { String(decoding: $0, as: UTF8.self) }
    if dots.contains(".") || dots.contains("..") { return "must be written without '.' and '..' parts" }
    return allowsWildcards
      ? nil : hasWildcard(text) ? "must be one path: '*' and '?' mean nothing here" : nil
  }

  /// What no pattern of paths or names may be.
  package static func problem(ofText text: String) -> String? {
    if text.isEmpty { return "must not be empty" }
    if text.utf8.count > lengthLimit {
      return "is longer than \(lengthLimit) bytes"
    }
    if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "holds a control character" }
    if text.utf8.contains(UInt8(ascii: "[")), hasWildcard(text) {
      return "uses '[': only '*', '**' and '?' are known here"
    }
    return stars(in: text) > starLimit ? "has more than \(starLimit) stars" : nil
  }
}
