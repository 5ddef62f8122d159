internal import CZLib

/// Writes a ZIP archive whose bytes depend on nothing but its entries.
///
/// Order is the caller's; times are the format's first, 1980-01-01 00:00; ``Deflater`` compresses what gets smaller by
/// it. Libarchive was refused because it turns times into those of the machine's time zone and compresses with
/// whichever zlib the machine has.
struct ArchiveWriter {
  struct Entry {
    let path: String
    let bytes: [UInt8]
    let isExecutable: Bool
  }

  /// The format would allow more; a layer that comes near is a mistake.
  static let entryLimit = 1_000
  static let byteLimit = 8 << 20

  private static let unix: UInt16 = 3
  private static let version: UInt16 = 20
  private static let midnight: UInt16 = 0
  private static let firstDay: UInt16 = 1 << 5 | 1

  private var output: [UInt8] = []
  private var directory: [UInt8] = []

  /// - Throws: ``LayerError/tooManyFiles`` and ``LayerError/tooLarge``.
  static func archive(of entries: [Entry]) throws(LayerError) -> [UInt8] {
    guard entries.count <= entryLimit else { throw .tooManyFiles(count: entries.count, limit: entryLimit) }
    var bytes = 0
    for entry in entries {
      bytes += entry.bytes.count
      guard bytes <= byteLimit else { throw .tooLarge(bytes: bytes, limit: byteLimit) }
    }
    var writer = ArchiveWriter()
    for entry in entries { writer.append(entry) }
    return writer.finished(count: UInt16(entries.count))
  }

  private mutating func append(_ entry: Entry) {
    let offset = UInt32(output.count)
    let name = Array(entry.path.utf8)
    let deflated = Deflater.deflate(entry.bytes)
    let isSmaller = deflated.count < entry.bytes.count
    let content = isSmaller ? deflated : entry.bytes
    let shared = Self.shared(entry, content: content, isDeflated: isSmaller, nameLength: UInt16(name.count))
    output.append(0x0403_4B50 as UInt32)
    output += shared + name + content
    directory.append(0x0201_4B50 as UInt32)
    directory.append(Self.unix << 8 | Self.version)
    directory += shared
    directory.append(0 as UInt16)  // no comment
    directory.append(0 as UInt16)  // first disk
    directory.append(0 as UInt16)  // not text
    let mode: UInt32 = entry.isExecutable ? 0o100755 : 0o100644
    directory.append(mode << 16)
    directory.append(offset)
    directory += name
  }

  /// The fields that an entry has beside its bytes and in the directory alike.
  private static func shared(
    _ entry: Entry, content: [UInt8], isDeflated: Bool, nameLength: UInt16
  ) -> [UInt8] {
    var fields: [UInt8] = []
    let checksum = entry.bytes.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count)))
    }
    fields.append(version)
    fields.append(UInt16(0x0800))  // names are UTF-8
    fields.append(UInt16(isDeflated ? 8 : 0))
    fields.append(midnight)
    fields.append(firstDay)
    fields.append(checksum)
    fields.append(UInt32(content.count))
    fields.append(UInt32(entry.bytes.count))
    fields.append(nameLength)
    fields.append(UInt16(0))  // no further fields
    return fields
  }

  private mutating func finished(count: UInt16) -> [UInt8] {
    let start = UInt32(output.count)
    output += directory
    output.append(0x0605_4B50 as UInt32)
    output.append(0 as UInt32)  // one disk
    output.append(count)
    output.append(count)
    output.append(UInt32(directory.count))
    output.append(start)
    output.append(0 as UInt16)
    return output
  }
}

extension [UInt8] {
  /// Appends an integer in little-endian order.
  fileprivate mutating func append<Integer: FixedWidthInteger>(_ value: Integer) {
    var value = value.littleEndian
    Swift.withUnsafeBytes(of: &value) { append(contentsOf: $0) }
  }
}
