internal import CCrypto

/// The digests that stores name, computed while the bytes pass.
final class ContentDigests {
  private let md5: OpaquePointer?
  private var crc = CRC32C()

  init() {
    md5 = EVP_MD_CTX_new()
    if let md5 { EVP_DigestInit_ex(md5, EVP_md5(), nil) }
  }

  deinit { EVP_MD_CTX_free(md5) }

  func update(_ bytes: UnsafeRawBufferPointer) {
    if let md5 { EVP_DigestUpdate(md5, bytes.baseAddress, bytes.count) }
    crc.update(bytes)
  }

  /// Compares with what the server says of the whole file.
  ///
  /// - Returns: The algorithm that was compared, and whether it agrees; `nil` if the server names none that we know.
  func verdict(_ headers: ResponseHeaders) -> (algorithm: String, agrees: Bool)? {
    guard !headers.isTranscoded else { return nil }
    if let expected = headers.digests["md5"], let digest = finalMD5() {
      return ("MD5", Base64.encode(digest) == expected)
    }
    guard let expected = headers.digests["crc32c"] else { return nil }
    return ("CRC32C", Base64.encode(crc.bytes) == expected)
  }

  /// May be called once; `nil` where a policy of the system forbids MD5, which here protects from accidents only.
  private func finalMD5() -> [UInt8]? {
    guard let md5 else { return nil }
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    guard EVP_DigestFinal_ex(md5, &digest, &length) == 1, length == 16 else { return nil }
    return Array(digest.prefix(Int(length)))
  }
}

/// The cyclic redundancy check of Castagnoli, RFC 9260.
struct CRC32C {
  private var value: UInt32 = 0xFFFF_FFFF

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    value = Self.table.withUnsafeBufferPointer { table in
      bytes.reduce(value) { value, byte in value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
    }
  }

  /// Most significant byte first.
  var bytes: [UInt8] {
    let result = ~value
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: result >> $0) }
  }
}

enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        result.append(index <= group.count ? digits[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
