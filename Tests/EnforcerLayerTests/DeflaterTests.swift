import CZLib
import Testing

@testable import EnforcerLayer

/// zlib, which did not write it, reads it.
@Suite struct DeflaterTests {
  private func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    // Negative: without zlib's own header.
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: size + 1)
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, stream.avail_in == 0 else { return nil }
    return Array(output.dropLast(Int(stream.avail_out)))
  }

  private func expectSame(_ bytes: [UInt8]) {
    #expect(inflated(Deflater.deflate(bytes), size: bytes.count) == bytes, "\(bytes.count) bytes")
  }

  @Test(arguments: [0, 1, 2, 3, 4, 257, 258, 259, 260, 300, 40_000])
  func runs(count: Int) { expectSame([UInt8](repeating: 7, count: count)) }

  @Test func everyByte() { expectSame((0...255).map { UInt8($0) } + (0...255).reversed().map { UInt8($0) }) }

  /// Every length of a match, and distances around each doubling up to the window's end.
  @Test func everyLengthAndDistance() {
    for length in 3...260 {
      let pattern = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) }
      expectSame(pattern + [1, 2, 3] + pattern)
    }
    for distance in [1, 2, 3, 4, 5, 8, 9, 255, 256, 257, 4_096, 4_097, 32_767, 32_768, 32_769] {
      let marker = Array("a marker that is nowhere else".utf8)
      let filler = (0..<max(0, distance - marker.count)).map { UInt8(truncatingIfNeeded: $0 / 3 &* 97) }
      expectSame(marker + filler + marker)
    }
  }

  @Test func randomBytesOfFewAndManyValues() {
    var random = SystemRandomNumberGenerator()
    for values in [2, 5, 256] {
      expectSame((0..<20_000).map { _ in UInt8(Int.random(in: 0..<values, using: &random)) })
    }
  }

  @Test func textGetsSmaller() {
    let text = Array(String(repeating: "the same words again and again; ", count: 100).utf8)
    #expect(Deflater.deflate(text).count < text.count / 10)
    #expect(Deflater.deflate(text) == Deflater.deflate(text))
  }
}
