internal import Glibc

extension [UInt8] {
  /// Whether the bytes hold an ASCII text. Cost is one pass of the C library's search.
  func containsText(_ text: StaticString) -> Bool {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      return memmem(base, bytes.count, text.utf8Start, text.utf8CodeUnitCount) != nil
    }
  }
}
