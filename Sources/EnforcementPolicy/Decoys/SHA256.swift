internal import CCrypto

enum SHA256 {
  /// 32 bytes; none only if libcrypto itself fails.
  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let worked = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    return worked == 1 ? digest : []
  }
}
