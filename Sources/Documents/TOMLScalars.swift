/// What a bare word of TOML means.
enum TOMLScalars {
  /// - Returns: `nil` for a word that is no value. Dates and times are strings as written.
  static func resolve(_ text: String) -> Scalar? {
    switch text {
    case "true", "false": return Scalar(text, kind: .boolean)
    case "inf", "+inf", "-inf", "nan", "+nan", "-nan": return Scalar(text, kind: .number)
    default: break
    }
    if isInteger(text) { return Scalar(text.filter { $0 != "_" }, kind: .integer) }
    if let integer = prefixed(text) { return Scalar(integer, kind: .integer) }
    if isFloat(text) { return Scalar(text.filter { $0 != "_" }, kind: .number) }
    return isTemporal(text) ? Scalar(text, kind: .string) : nil
  }

  /// Digits with single underscores between them.
  private static func areDigits(_ text: Substring, _ isDigit: (Character) -> Bool = isDecimal) -> Bool {
    let groups = text.split(separator: "_", omittingEmptySubsequences: false)
    return groups.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  private static func isDecimal(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func unsigned(_ text: Substring) -> Substring {
    text.first == "+" || text.first == "-" ? text.dropFirst() : text
  }

  private static func isInteger(_ text: String) -> Bool { isWhole(unsigned(text[...])) }

  private static func isWhole(_ digits: Substring) -> Bool {
    areDigits(digits) && (digits.count == 1 || digits.first != "0")
  }

  /// `0xFF`, `0o17` and `0b11` in decimal; larger numbers stay as written.
  private static func prefixed(_ text: String) -> String? {
    let radix: Int
    switch text.prefix(2) {
    case "0x": radix = 16
    case "0o": radix = 8
    case "0b": radix = 2
    default: return nil
    }
    let digits = text.dropFirst(2)
    guard areDigits(digits, { $0.isASCII && ($0.hexDigitValue ?? 16) < radix }) else { return nil }
    return Int(digits.filter { $0 != "_" }, radix: radix).map(String.init) ?? text
  }

  private static func isFloat(_ text: String) -> Bool {
    var rest = unsigned(text[...])
    var exponent: Substring?
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let exponent, !areDigits(unsigned(exponent)) { return false }
    guard let point = rest.firstIndex(of: ".") else { return exponent != nil && isWhole(rest) }
    return isWhole(rest[..<point]) && areDigits(rest[rest.index(after: point)...])
  }

  static func isDate(_ text: String) -> Bool { matches(text[...], "dddd-dd-dd") && isDay(text[...]) }

  private static func isTemporal(_ text: String) -> Bool {
    if isDate(text) || isTime(text[...]) { return true }
    guard text.utf8.count > 11, isDate(String(text.prefix(10))), " tT".contains(text.dropFirst(10).prefix(1))
    else { return false }
    var time = text.dropFirst(11)
    if let last = time.last, "zZ".contains(last) {
      time = time.dropLast()
    } else if time.count > 6, "+-".contains(time.dropLast(5).last ?? " ") {
      guard matches(time.suffix(5), "dd:dd"), isBelow(time.suffix(5).prefix(2), 24),
        isBelow(time.suffix(2), 60)
      else { return false }
      time = time.dropLast(6)
    }
    return isTime(time)
  }

  private static func isTime(_ text: Substring) -> Bool {
    guard matches(text.prefix(8), "dd:dd:dd"), isBelow(text.prefix(2), 24),
      isBelow(text.dropFirst(3).prefix(2), 60), isBelow(text.dropFirst(6).prefix(2), 60)
    else { return false }
    let fraction = text.dropFirst(8)
    return fraction.isEmpty
      || fraction.first == "." && fraction.count > 1 && fraction.dropFirst().allSatisfy(isDecimal)
  }

  private static func isDay(_ text: Substring) -> Bool {
    guard let year = Int(text.prefix(4)), year > 0, let month = Int(text.dropFirst(5).prefix(2)),
      (1...12).contains(month), let day = Int(text.suffix(2))
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  private static func isBelow(_ text: Substring, _ limit: Int) -> Bool {
    Int(text).map { $0 < limit } ?? false
  }

  /// Whether a text has a form in which `d` is a digit and everything else itself.
  private static func matches(_ text: Substring, _ form: String) -> Bool {
    text.count == form.count
      && zip(text, form).allSatisfy { $1 == "d" ? isDecimal($0) : $0 == $1 }
  }
}
