/// Builds the lists of a version of Maven byte by byte: a hyphen, and a change between digits and letters, opens a
/// list inside the present one.
struct MavenVersionParser {
  /// The lists that are open, the innermost last.
  private var open: [[MavenVersion.Item]] = [[]]
  private var token: [UInt8] = []
  private var isNumber = false
  /// How many bytes were read.
  private(set) var position = 0

  /// - Parameter byte: In lower case.
  mutating func read(_ byte: UInt8) {
    position += 1
    switch byte {
    case UInt8(ascii: "."): endToken()
    case UInt8(ascii: "-"):
      endToken()
      open.append([])
    default:
      if byte.isDigit != isNumber, !token.isEmpty {
        openBeforeQualifier()
        add(item(isBeforeDigit: byte.isDigit))
        open.append([])
      }
      isNumber = byte.isDigit
      token.append(byte)
    }
  }

  /// The outermost list, complete.
  mutating func finished() -> [MavenVersion.Item] {
    if !token.isEmpty {
      openBeforeQualifier()
      add(item(isBeforeDigit: false))
    }
    while open.count > 1 {
      let inner = Self.trimmed(open.removeLast())
      open[open.count - 1].append(.list(inner))
    }
    return Self.trimmed(open[0])
  }

  /// A word at the end or before a digit is in a list of its own even behind a dot: `1.0.rc1` is `1.0-rc1`.
  private mutating func openBeforeQualifier() {
    if !isNumber, !open[open.count - 1].isEmpty { open.append([]) }
  }

  private mutating func endToken() {
    // Nothing between two separators is a zero.
    add(token.isEmpty ? .number(.zero) : item(isBeforeDigit: false))
  }

  private mutating func add(_ item: MavenVersion.Item) {
    open[open.count - 1].append(item)
    token = []
  }

  private func item(isBeforeDigit: Bool) -> MavenVersion.Item {
    isNumber
      ? .number(Numeral(digits: token))
      : .qualifier(
        MavenVersion.Qualifier(String(decoding: token, as: UTF8.self), isBeforeDigit: isBeforeDigit))
  }

  /// Without what counts like nothing at the end, also where lists follow it: `1.0-2` is `1-2`.
  private static func trimmed(_ items: [MavenVersion.Item]) -> [MavenVersion.Item] {
    var kept: [MavenVersion.Item] = []
    var isTrimming = true
    for item in items.reversed() {
      if isTrimming, item.isNothing { continue }
      if case .list = item {} else { isTrimming = false }
      kept.append(item)
    }
    return kept.reversed()
  }
}
