internal import Digests

/// What the decoys of a policy are made from, so that the same policy always has the same ones.
package struct DecoySeed: Hashable, Sendable {
  /// 16 of them.
  private let bytes: [UInt8]

  package init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// - Parameter text: 32 hexadecimal digits.
  package init?(_ text: String) {
    let digits = text.utf8.compactMap(\.hexadecimalValue)
    guard digits.count == 32, text.utf8.count == 32 else { return nil }
    bytes = stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// For a policy without a seed: anyone who knows the name can tell its decoys, so `generate` draws one.
  package init(function: String) {
    bytes = Array(SHA256.digest(of: "parapet decoys of \(function)").prefix(16))
  }

  /// Another seed for each function of an application, so that a decoy tells where it was taken.
  package func derived(for function: String) -> DecoySeed {
    DecoySeed(bytes: stream("function \(function)", count: 16)) ?? self
  }

  /// As many bytes as asked for, different for each purpose.
  func stream(_ purpose: String, count: Int) -> [UInt8] {
    var result: [UInt8] = []
    var block: UInt32 = 0
    while result.count < count {
      let number = (0..<4).map { UInt8(truncatingIfNeeded: block >> ($0 * 8)) }
      result += SHA256.digest(of: bytes + number + Array(purpose.utf8))
      block += 1
    }
    return Array(result.prefix(count))
  }

  /// Characters drawn evenly from an alphabet of at most 128.
  func text(_ purpose: String, count: Int, from alphabet: String) -> String {
    let letters = Array(alphabet.utf8)
    let bound = 256 / letters.count * letters.count
    var result: [UInt8] = []
    var spare = count * 4
    while result.count < count {
      // Bytes past the last whole multiple would make the first letters likelier.
      for byte in stream(purpose, count: spare) where byte < bound && result.count < count {
        result.append(letters[Int(byte) % letters.count])
      }
      guard result.count < count else { break }
      result = []
      spare *= 2
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension DecoySeed: CustomStringConvertible {
  package var description: String { bytes.hexadecimal }
}

/// Alphabets of the forms that decoys take.
enum Alphabet {
  static let base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
  static let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
}
