/// The grammar of JSON's numbers, which is narrower than what `Double` reads: no `0x1F`, `1.` or `01`.
enum JSONNumbers {
  static func isNumber(_ text: String.UTF8View) -> Bool {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let integer = digits(of: &rest)
    guard integer > 0, integer == 1 || text.first(where: isDigit) != UInt8(ascii: "0") else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits(of: &rest) > 0 else { return false }
    }
    if let mark = rest.first, "eE".utf8.contains(mark) {
      rest = rest.dropFirst()
      if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
      guard digits(of: &rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func digits(of rest: inout Substring.UTF8View) -> Int {
    let before = rest.count
    rest = rest.drop(while: isDigit)
    return before - rest.count
  }
}
