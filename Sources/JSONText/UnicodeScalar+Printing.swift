extension Unicode.Scalar {
  /// Whether it could move a cursor, start an escape sequence or reorder the text around it.
  ///
  /// Controls (C0, DEL, C1), the bidirectional controls that make text read as something else, and the
  /// separators that some programs take for a new line.
  package var isUnsafeToPrint: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029: true
    // Tag characters are invisible and can carry a hidden text.
    case 0xE0000...0xE007F: true
    case 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }
}
