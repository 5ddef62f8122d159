internal import Digests

/// SHA-256 of a file.
package struct FileDigest: Hashable, Sendable {
  /// 32 of them.
  package let bytes: [UInt8]

  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// - Parameter text: 64 hexadecimal digits, in either case.
  package init?(_ text: String) {
    let digits = text.utf8.compactMap(\.hexadecimalValue)
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

extension FileDigest: CustomStringConvertible {
  package var description: String { bytes.hexadecimal }
}

extension FileDigest: Comparable {
  package static func < (left: FileDigest, right: FileDigest) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension UInt8 {
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
