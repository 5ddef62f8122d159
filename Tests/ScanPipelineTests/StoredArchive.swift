import Foundation

/// A ZIP archive of uncompressed files, for tests that need one with few and known bytes.
struct StoredArchive {
  private var body = Data()
  private var directory = Data()
  private var count: UInt16 = 0

  init(_ files: [String: String]) {
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { add(path, Data(text.utf8)) }
  }

  private mutating func add(_ path: String, _ content: Data) {
    let name = Data(path.utf8)
    var fields = Data()
    // Version, flags, method, time, date: nothing is compressed, and no day before 1980 can be said.
    for field: UInt16 in [20, 0, 0, 0, 0x21] { fields.append(little: field) }
    fields.append(little: Self.checksum(content))
    fields.append(little: UInt32(content.count))
    fields.append(little: UInt32(content.count))
    fields.append(little: UInt16(name.count))
    fields.append(little: UInt16(0))
    let offset = UInt32(body.count)
    body.append(Data([0x50, 0x4B, 3, 4]) + fields + name + content)
    directory.append(Data([0x50, 0x4B, 1, 2, 20, 0]) + fields)
    // Comment, disk, attributes.
    directory.append(Data(count: 10))
    directory.append(little: offset)
    directory.append(name)
    count += 1
  }

  var data: Data {
    var end = Data([0x50, 0x4B, 5, 6, 0, 0, 0, 0])
    end.append(little: count)
    end.append(little: count)
    end.append(little: UInt32(directory.count))
    end.append(little: UInt32(body.count))
    end.append(little: UInt16(0))
    return body + directory + end
  }

  /// CRC-32 as ZIP has it.
  private static func checksum(_ data: Data) -> UInt32 {
    ~data.reduce(0xFFFF_FFFF as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }
}

extension Data {
  fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
