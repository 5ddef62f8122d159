internal import CServiceData

/// The data that is linked into the program, read in place; scripts/service-data.py describes its form.
///
/// Nothing is decoded before it is asked for, so a program that asks nothing pays nothing. Every read is
/// checked against the size: data of another version gives empty answers and no crash.
struct PackedData {
  struct Table {
    fileprivate let offset: Int
    let count: Int
  }

  private let bytes: UnsafeRawBufferPointer
  let version: String
  let services: Table
  let policies: Table

  init() {
    var length = 0
    let start = parapet_service_data(&length)
    self.init(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length))
  }

  /// - Parameter bytes: Must outlive the value.
  init(_ bytes: UnsafeRawBufferPointer) {
    let magic = Array("PRPTSVC1".utf8)
    let isKnown = bytes.count >= 32 && bytes.prefix(magic.count).elementsEqual(magic)
    self.bytes = isKnown ? bytes : UnsafeRawBufferPointer(start: nil, count: 0)
    let header = Row(bytes: self.bytes, offset: magic.count)
    version = header.text(0)
    services = header.table(2)
    policies = header.table(4)
  }

  /// Numbers of one row of a table; a text and a table take two each.
  struct Row {
    fileprivate let bytes: UnsafeRawBufferPointer
    fileprivate let offset: Int

    func number(_ index: Int) -> Int {
      let start = offset + index * 4
      guard start >= 0, start + 4 <= bytes.count else { return 0 }
      return Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
    }

    func raw(_ index: Int) -> UnsafeRawBufferPointer {
      let (start, length) = (number(index), number(index + 1))
      guard start + length <= bytes.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
      return UnsafeRawBufferPointer(rebasing: bytes[start..<(start + length)])
    }

    func text(_ index: Int) -> String { String(decoding: raw(index), as: UTF8.self) }

    func table(_ index: Int) -> Table { Table(offset: number(index), count: number(index + 1)) }
  }

  /// Numbers in a row, by kind of table.
  enum Width {
    static let service = 10
    static let action = 5
    static let resource = 6
    static let condition = 4
    static let policy = 6
  }

  func rows(_ table: Table, width: Int) -> [Row] {
    // A count that the bytes cannot hold belongs to damaged data.
    guard table.offset + table.count * width * 4 <= bytes.count else { return [] }
    return (0..<table.count).map { Row(bytes: bytes, offset: table.offset + $0 * width * 4) }
  }

  /// The row of a name, in any case, by binary search.
  func row(named name: String, in table: Table, width: Int) -> Row? {
    guard table.offset + table.count * width * 4 <= bytes.count else { return nil }
    let name = Array(name.lowercased().utf8)
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      let row = Row(bytes: bytes, offset: table.offset + middle * width * 4)
      switch Self.order(row.raw(0), name) {
      case 0: return row
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return nil
  }

  /// Less than, equal to or more than zero, as the lower-case name stands to another.
  private static func order(_ name: UnsafeRawBufferPointer, _ other: [UInt8]) -> Int {
    for (left, right) in zip(name, other) {
      let left = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(left) ? left + 32 : left
      if left != right { return Int(left) - Int(right) }
    }
    return name.count - other.count
  }
}
