/// A whole number of any length, as versions have them: dates with fractions of seconds outgrow 64 bits.
enum Numeral: Hashable, Sendable {
  case small(UInt64)
  /// Digits without leading zeros, of a number that 64 bits do not hold.
  case large(String)

  static let zero = Numeral.small(0)

  init(_ value: UInt64) {
    self = .small(value)
  }

  /// - Parameter digits: ASCII digits, at least one.
  init(digits: some Collection<UInt8>) {
    var value: UInt64 = 0
    for digit in digits {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
      guard !overflow, !carry else {
        self = .large(String(decoding: digits.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self))
        return
      }
      value = sum
    }
    self = .small(value)
  }

  /// The next number.
  var successor: Numeral {
    switch self {
    case .small(let value) where value < .max: return .small(value + 1)
    case .small(let value): return Self.incremented(String(value))
    case .large(let digits): return Self.incremented(digits)
    }
  }

  private static func incremented(_ text: String) -> Numeral {
    var digits = Array(text.utf8)
    for index in digits.indices.reversed() {
      guard digits[index] == UInt8(ascii: "9") else {
        digits[index] += 1
        return Numeral(digits: digits)
      }
      digits[index] = UInt8(ascii: "0")
    }
    return Numeral(digits: [UInt8(ascii: "1")] + digits)
  }
}

extension Numeral: Comparable {
  static func < (left: Numeral, right: Numeral) -> Bool {
    switch (left, right) {
    case (.small(let left), .small(let right)): left < right
    case (.small, .large): true
    case (.large, .small): false
    case (.large(let left), .large(let right)): (left.utf8.count, left) < (right.utf8.count, right)
    }
  }
}

extension Numeral: CustomStringConvertible {
  var description: String {
    switch self {
    case .small(let value): String(value)
    case .large(let digits): digits
    }
  }
}
