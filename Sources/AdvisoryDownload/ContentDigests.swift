internal import Digests

/// The digests that stores name, computed while the bytes pass.
final class ContentDigests {
  private let md5 = MD5()
  private var crc = CRC32C()

  func update(_ bytes: UnsafeRawBufferPointer) {
    md5?.update(bytes)
    crc.update(bytes)
  }

  /// Compares with what the server says of the whole file; may be called once.
  ///
  /// - Returns: The algorithm that was compared, and whether it agrees; `nil` if the server names none that we know.
  func verdict(_ headers: ResponseHeaders) -> (algorithm: String, agrees: Bool)? {
    guard !headers.isTranscoded else { return nil }
    if let expected = headers.digests["md5"], let digest = md5?.finish() {
      return ("MD5", digest.base64 == expected)
    }
    guard let expected = headers.digests["crc32c"] else { return nil }
    return ("CRC32C", crc.bytes.base64 == expected)
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
