internal import CCrypto

/// Digests by libcrypto.
enum Digest {
  /// 32 bytes; none only if the library itself fails.
  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let worked = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    return worked == 1 ? digest : []
  }
}

extension Sequence<UInt8> {
  /// Two digits for each byte.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
