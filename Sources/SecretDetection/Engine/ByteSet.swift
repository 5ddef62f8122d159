/// A set of bytes.
struct ByteSet: Sendable, Equatable {
  private var words = SIMD4<UInt64>(repeating: 0)

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  /// - Parameter ranges: Pairs of first and last characters, all ASCII: `"AZ27"` is base 32.
  init(ranges: String, and others: String = "") {
    let ends = Array(ranges.utf8)
    let runs = stride(from: 0, to: ends.count - 1, by: 2).flatMap { Array(ends[$0]...ends[$0 + 1]) }
    self.init(runs + others.utf8)
  }

  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0
  }

  var count: Int { (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount } }

  var members: [UInt8] { (0...255).filter(contains) }
}

extension ByteSet {
  static let digits = ByteSet(ranges: "09")
  static let hexadecimal = ByteSet(ranges: "09af")
  static let anyHexadecimal = ByteSet(ranges: "09afAF")
  static let upperHexadecimal = ByteSet(ranges: "09AF")
  static let base32 = ByteSet(ranges: "AZ27")
  static let lowerAlphanumeric = ByteSet(ranges: "az09")
  static let upperAlphanumeric = ByteSet(ranges: "AZ09")
  static let alphanumeric = ByteSet(ranges: "azAZ09")
  /// Base 64 in the alphabet for addresses.
  static let word = ByteSet(ranges: "azAZ09", and: "_-")
  static let wordAndDot = ByteSet(ranges: "azAZ09", and: "_-.")
  static let base64 = ByteSet(ranges: "azAZ09", and: "+/")
  static let paddedBase64 = ByteSet(ranges: "azAZ09", and: "+/=")
  static let eitherBase64 = ByteSet(ranges: "azAZ09", and: "+/=_-")
  /// What an Entra ID client secret is made of.
  static let clientSecret = ByteSet(ranges: "azAZ09", and: "_~.-")
  static let percentEncoded = ByteSet(ranges: "azAZ09", and: "%+/=_.-")
  static let uuid = ByteSet(ranges: "09afAF", and: "-")
  static let blanks = ByteSet(" \t".utf8)
  static let whitespace = ByteSet(" \t\r\n".utf8)
}

extension UInt8 {
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
