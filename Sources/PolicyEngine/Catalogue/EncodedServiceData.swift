internal import CServiceData

/// Reads the data that is embedded in the program; scripts/encode-service-data.py says what stands where.
///
/// Nothing is parsed in advance: a lookup touches what it asks for. Reads beyond the end give 0 and empty text.
// Unchecked, because a pointer is not Sendable: it points to constants of the program, which nobody can write.
struct EncodedServiceData: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer

  static let embedded = EncodedServiceData(
    UnsafeRawBufferPointer(start: parapet_service_data(), count: parapet_service_data_length()))

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isReadable: Bool {
    bytes.count >= 24 && bytes.starts(with: Array("PSVC".utf8)) && uint32(at: 4) == 1
  }

  func uint8(at offset: Int) -> Int {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : 0
  }

  func uint16(at offset: Int) -> Int {
    uint8(at: offset) | uint8(at: offset + 1) << 8
  }

  func uint32(at offset: Int) -> Int {
    guard offset >= 0, offset <= bytes.count - 4 else { return 0 }
    return Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// The bytes of the text that stands at an offset.
  func textBytes(at offset: Int) -> Slice<UnsafeRawBufferPointer> {
    let length = uint32(at: offset)
    let start = offset + 4
    guard offset >= 0, length <= bytes.count - start else { return bytes[0..<0] }
    return bytes[start..<(start + length)]
  }

  func text(at offset: Int) -> String { String(decoding: textBytes(at: offset), as: UTF8.self) }

  /// The text whose reference stands at an offset.
  func referredText(at offset: Int) -> String { text(at: uint32(at: offset)) }

  /// Position of an entry in a table that is sorted by the text each entry names.
  ///
  /// - Parameters:
  ///   - wanted: In lower case if `ignoringCase`.
  ///   - name: Offset of an entry's text, by the entry's position.
  func position(
    of wanted: [UInt8], count: Int, ignoringCase: Bool = false, name: (Int) -> Int
  ) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      switch compare(textBytes(at: name(middle)), wanted, ignoringCase: ignoringCase) {
      case 0: return middle
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return nil
  }

  private func compare(
    _ text: Slice<UnsafeRawBufferPointer>, _ wanted: [UInt8], ignoringCase: Bool
  ) -> Int {
    for (left, right) in zip(text, wanted) {
      let left = ignoringCase ? left.lowercased : left
      if left != right { return left < right ? -1 : 1 }
    }
    return text.count - wanted.count
  }
}

extension UInt8 {
  var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}
