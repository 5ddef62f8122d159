internal import Glibc

extension [UInt8] {
  /// Whether the bytes hold an ASCII text.
  ///
  /// The C library finds candidates by the first byte; a text whose first byte is rare in the input costs one
  /// fast pass.
  package func containsText(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return withUnsafeBytes { bytes in
      guard length > 0, bytes.count >= length, let base = bytes.baseAddress else { return length == 0 }
      let end = base + (bytes.count - length + 1)
      var position = base
      while position < end, let found = memchr(position, Int32(text.utf8Start.pointee), end - position) {
        if memcmp(found, text.utf8Start, length) == 0 { return true }
        position = UnsafeRawPointer(found) + 1
      }
      return false
    }
  }
}
