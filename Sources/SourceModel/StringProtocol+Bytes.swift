extension StringProtocol {
  /// Whether the bytes of another text occur in this one.
  ///
  /// What `contains` answers for ASCII, without the table of characters that it makes for each search: names of
  /// callees are searched for words hundreds of thousands of times in a large project.
  package func holds(_ part: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { text in
      part.utf8.withContiguousStorageIfAvailable { part in Self.holds(text, part) }
    }
    // Texts of other languages' runtimes have no contiguous bytes; there are none here, but the type allows them.
    return (found ?? nil) ?? contains(part)
  }

  private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    guard text.count >= part.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first {
      var length = 1
      while length < part.count, text[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
