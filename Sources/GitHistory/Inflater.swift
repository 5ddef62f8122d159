internal import CZLib

/// Decompresses one zlib stream whose size is known before.
enum Inflater {
  /// Bytes of compressed data that are read at once.
  private static let pieceSize = 65_536

  /// - Parameters:
  ///   - size: What the stream must give, to the byte.
  ///   - next: More of the compressed bytes; empty at their end.
  static func inflate(
    size: Int, next: (_ count: Int) throws(GitError) -> [UInt8]
  ) throws(GitError) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .system("zlib does not start")
    }
    defer { inflateEnd(&stream) }
    // One byte more than is wanted shows a stream that is longer than it says.
    var output = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      var input = try next(min(pieceSize, size + 1_024))
      guard !input.isEmpty else { throw .malformed("a compressed object") }
      let status = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          stream.next_in = input.baseAddress
          stream.avail_in = UInt32(input.count)
          stream.next_out = output.baseAddress.map { $0 + filled }
          stream.avail_out = UInt32(output.count - filled)
          let status = CZLib.inflate(&stream, Z_NO_FLUSH)
          filled = output.count - Int(stream.avail_out)
          return status
        }
      }
      if status == Z_STREAM_END { break }
      guard status == Z_OK, filled <= size else { throw .malformed("a compressed object") }
    }
    guard filled == size else { throw .malformed("a compressed object") }
    output.removeLast()
    return output
  }

  /// The start of a stream, for the header of a loose object.
  static func head(of input: [UInt8], count: Int) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var input = input
    var output = [UInt8](repeating: 0, count: count)
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return CZLib.inflate(&stream, Z_NO_FLUSH)
      }
    }
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { return nil }
    output.removeLast(Int(stream.avail_out))
    return output
  }
}
