internal import Digests

/// AWS credentials that nobody ever issued, of the form that tools and thieves expect.
package struct DecoyCredentials: Hashable, Sendable {
  package let accessKeyID: String
  package let secretAccessKey: String
  /// `nil` for the long-lived keys of a user.
  package let sessionToken: String?

  /// - Parameters:
  ///   - purpose: Keeps the decoys of one seed apart.
  ///   - isTemporary: Of a role, as functions have them, rather than of a user.
  package init(_ seed: DecoySeed, purpose: String, isTemporary: Bool) {
    accessKeyID = (isTemporary ? "ASIA" : "AKIA") + Self.identifier(seed, purpose)
    secretAccessKey = seed.text("secret key, \(purpose)", count: 40, from: Alphabet.base64)
    sessionToken = isTemporary ? Self.token(seed, purpose) : nil
  }

  /// 16 letters whose first ten hold an account's number, as in real keys: programs decode it.
  private static func identifier(_ seed: DecoySeed, _ purpose: String) -> String {
    let random = seed.stream("key id, \(purpose)", count: 12)
    let number = random.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let account = 100_000_000_000 + number % 900_000_000_000
    // Bit 47 is set in all keys since 2019; seven bits below the number are the key's own.
    let head = 1 << 47 | account << 7 | UInt64(random[8] & 0x7F)
    let bits = (head, random[9...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    let letters = Array(Alphabet.base32.utf8)
    // Six bytes and four more make sixteen letters of five bits.
    let tail = bits.1 << 8 | UInt64(random[0] ^ random[8])
    let all = (0..<16).map { index -> UInt8 in
      let end = (index + 1) * 5
      let low = end <= 48 ? head >> UInt64(48 - end) : (end <= 53 ? head << UInt64(end - 48) : 0)
      let rest = end > 48 ? tail >> UInt64(80 - end) : 0
      return letters[Int((low | rest) & 31)]
    }
    return String(decoding: all, as: UTF8.self)
  }

  /// The token service's form: a version, where it was made, and what only it can read.
  private static func token(_ seed: DecoySeed, _ purpose: String) -> String {
    func field(_ tag: UInt8, _ bytes: [UInt8]) -> [UInt8] {
      let count = bytes.count
      let length = count < 0x80 ? [UInt8(count)] : [UInt8(count & 0x7F) | 0x80, UInt8(count >> 7)]
      return [tag] + length + bytes
    }
    func random(_ part: String, _ count: Int) -> [UInt8] {
      seed.stream("token \(part), \(purpose)", count: count)
    }
    func integer(_ part: String) -> [UInt8] {
      [0x02, 0x20, 0x40 | random(part, 1)[0] & 0x3F] + random(part, 32)[1...]
    }
    let signature = [0x30, 0x44] + integer("r") + integer("s")
    let body =
      field(0x0A, Array("origin_ec".utf8)) + [0x10] + random("key", 1).map { $0 & 0x7F }
      + field(0x1A, Array("us-east-1".utf8))
      + field(0x22, signature) + field(0x2A, random("body", 532))
    return ([0x21] + body).base64
  }
}
