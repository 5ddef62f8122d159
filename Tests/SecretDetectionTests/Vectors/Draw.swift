import Digests
@testable import SecretDetection

/// Draws the random parts of secrets, the same ones in every run.
///
/// Nothing that looks like a secret stands in these files: they would be found, by us and by others.
struct Draw: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func characters(_ count: Int, of alphabet: String) -> String {
    let characters = Array(alphabet)
    return String((0..<count).map { _ in characters[Int.random(in: characters.indices, using: &self)] })
  }

  static let smalls = "abcdefghijklmnopqrstuvwxyz"
  static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  static let figures = "0123456789"

  mutating func alnum(_ count: Int) -> String {
    characters(count, of: Self.smalls + Self.capitals + Self.figures)
  }
  mutating func lower(_ count: Int) -> String { characters(count, of: Self.smalls + Self.figures) }
  mutating func upper(_ count: Int) -> String { characters(count, of: Self.capitals + Self.figures) }
  mutating func hex(_ count: Int) -> String { characters(count, of: "0123456789abcdef") }
  mutating func digits(_ count: Int) -> String {
    characters(1, of: "123456789") + characters(count - 1, of: Self.figures)
  }
  mutating func base32(_ count: Int) -> String { characters(count, of: Self.capitals + "234567") }
  /// Base 64 for addresses; it does not end in a sign, which would be punctuation.
  mutating func word(_ count: Int) -> String {
    characters(count - 1, of: Self.smalls + Self.capitals + Self.figures + "-_") + alnum(1)
  }
  mutating func base64(_ count: Int) -> String {
    characters(count, of: Self.smalls + Self.capitals + Self.figures + "+/")
  }
  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
  }

  mutating func uuid() -> String {
    [hex(8), hex(4), "4" + hex(3), "a" + hex(3), hex(12)].joined(separator: "-")
  }

  /// Thirty characters and their checksum, as GitHub and npm make their tokens.
  mutating func checked(_ prefix: String) -> String {
    let body = alnum(30)
    return prefix + body + String(decoding: CRC32.checksum(body.utf8).base62, as: UTF8.self)
  }

  /// An access key id of a small account number.
  mutating func awsKey(_ prefix: String) -> String {
    // `Q` sets the first bit, and `A` behind it keeps the account below a million million.
    prefix + "Q" + characters(1, of: "ABCDEFGHIJKLM") + base32(14)
  }

  /// A web token with claims, and a signature of so many bytes.
  mutating func webToken(_ algorithm: String, _ claims: String, signature: Int) -> String {
    let header = #"{"alg":"\#(algorithm)","typ":"JWT"}"#
    return [Array(header.utf8), Array(claims.utf8), bytes(signature)].map(\.base64URL).joined(separator: ".")
  }

  mutating func macaroon(location: String) -> String {
    func field(_ type: UInt8, _ bytes: [UInt8]) -> [UInt8] { [type, UInt8(bytes.count)] + bytes }
    let body =
      [2] + field(1, Array(location.utf8)) + field(2, Array(uuid().utf8)) + [0]
      + field(2, Array(#"[0,1800000000,1700000000]"#.utf8)) + [0, 0] + field(6, bytes(32))
    return "pypi" + "-" + body.base64URL
  }
}

extension [UInt8] {
  var base64URL: String {
    base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// With padding.
  var base64: String {
    let digits = Array<Character>(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: count, by: 3) {
      let chunk = self[start..<Swift.min(start + 3, count)]
      let value = chunk.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - chunk.count))
      for index in 0..<4 {
        text.append(index <= chunk.count ? digits[value >> (18 - 6 * index) & 63] : "=")
      }
    }
    return text
  }
}

extension Draw {
  mutating func grafana() -> String {
    let body = "glsa_" + alnum(32)
    let checksum = CRC32.checksum(body.utf8)
    return body + "_" + (0..<4).map { UInt8(truncatingIfNeeded: checksum >> UInt32(8 * $0)) }.hexadecimal
  }

  mutating func routable(_ prefix: String) -> String {
    let body = prefix + Array("o:1\nu:2".utf8 + bytes(16) + [16]).base64URL + ".01." + "0y"
    return body + String(decoding: CRC32.checksum(body.utf8).base36, as: UTF8.self)
  }

  /// Base 64 as Facebook writes it: `Z` begins an escape.
  mutating func escaped(_ count: Int) -> String {
    characters(count, of: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY0123456789") + "ZBZA"
  }
}
