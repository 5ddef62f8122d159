/// The name of an object: the SHA-1 of what it holds.
package struct ObjectID: Hashable, Sendable {
  static let byteCount = 20

  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// - Returns: `nil` for fewer than 20 bytes.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count >= Self.byteCount else { return nil }
    var high: UInt64 = 0
    var middle: UInt64 = 0
    var low: UInt32 = 0
    for (index, byte) in bytes.prefix(Self.byteCount).enumerated() {
      switch index {
      case 0..<8: high = high << 8 | UInt64(byte)
      case 8..<16: middle = middle << 8 | UInt64(byte)
      default: low = low << 8 | UInt32(byte)
      }
    }
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// - Returns: `nil` for anything but 40 hexadecimal digits.
  package init?(hexadecimal text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let first = Self.value(of: digits[index]), let second = Self.value(of: digits[index + 1])
      else { return nil }
      bytes.append(first << 4 | second)
    }
    self.init(bytes)
  }

  var bytes: [UInt8] {
    (0..<Self.byteCount).map { index in
      switch index {
      case 0..<8: UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * index))
      case 8..<16: UInt8(truncatingIfNeeded: middle >> UInt64(120 - 8 * index))
      default: UInt8(truncatingIfNeeded: low >> UInt32(152 - 8 * index))
      }
    }
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    case 0x41...0x46: digit - 0x41 + 10
    default: nil
    }
  }
}

extension ObjectID: Comparable {
  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }
}

extension ObjectID: CustomStringConvertible {
  package var description: String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
