/// A moment as conditions write it: ISO 8601, or seconds since 1970.
struct PolicyDate: Hashable {
  let seconds: Double

  init?(_ text: String) {
    if let seconds = Double(text), seconds.isFinite {
      self.seconds = seconds
    } else if let seconds = Self.calendarSeconds(Array(text.utf8)) {
      self.seconds = seconds
    } else {
      return nil
    }
  }

  /// `2026-01-31`, `2026-01-31T10:00:00Z`, `…:00.5+02:00`.
  private static func calendarSeconds(_ text: [UInt8]) -> Double? {
    guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = number(text[0..<4]), let month = number(text[5..<7]), let day = number(text[8..<10]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let date = Double(days(year: year, month: month, day: day)) * 86_400
    if text.count == 10 { return date }
    guard text[10] == UInt8(ascii: "T"), text.count >= 16, text[13] == UInt8(ascii: ":"),
      let hour = number(text[11..<13]), let minute = number(text[14..<16]), hour < 25, minute < 60
    else { return nil }
    var seconds = Double(hour * 3600 + minute * 60)
    var rest = text[16...]
    if rest.first == UInt8(ascii: ":") {
      let digits = rest.dropFirst().prefix { $0 == UInt8(ascii: ".") || isDigit($0) }
      guard let value = Double(String(decoding: digits, as: UTF8.self)), value < 61 else { return nil }
      seconds += value
      rest = rest.dropFirst(digits.count + 1)
    }
    return zone(rest).map { date + seconds - $0 }
  }

  /// Seconds that a zone is ahead of UTC.
  private static func zone(_ text: ArraySlice<UInt8>) -> Double? {
    if text.isEmpty || text.elementsEqual("Z".utf8) { return 0 }
    let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 4, let hours = number(digits[0..<2]), let minutes = number(digits[2..<4]) else {
      return nil
    }
    let offset = Double(hours * 3600 + minutes * 60)
    switch text.first {
    case UInt8(ascii: "+"): return offset
    case UInt8(ascii: "-"): return -offset
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar, counted from a March of year zero.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
