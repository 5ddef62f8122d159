internal import FindingModel

/// A JSON value with its place; members keep their order, and a repeated name keeps its last value.
indirect enum PolicyJSON {
  case null
  case bool(Bool)
  /// As written: policies compare numbers as text.
  case number(String)
  case text(String)
  case list([Item])
  case record([Member])

  struct Item {
    let value: PolicyJSON
    let location: SourceLocation
  }

  struct Member {
    let name: String
    let value: PolicyJSON
    let location: SourceLocation
  }

  /// The last member of a name, as parsers of the platform take it.
  subscript(_ name: String) -> Member? {
    guard case .record(let members) = self else { return nil }
    return members.last { $0.name == name }
  }

  /// The elements of a list, or the value itself.
  func items(at location: SourceLocation) -> [Item] {
    if case .list(let items) = self { items } else { [Item(value: self, location: location)] }
  }

  /// A scalar as the platform compares it.
  var scalar: String? {
    switch self {
    case .text(let text), .number(let text): text
    case .bool(let bool): bool ? "true" : "false"
    case .null, .list, .record: nil
    }
  }
}

/// Reads JSON of bounded size and depth; recursion follows the depth, which is small.
struct PolicyJSONReader {
  struct Malformed: Error {
    let problem: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private let place: SourceLocation
  private let depthLimit: Int

  /// - Parameter place: The start of a file, or the place within one where all of the text stands.
  static func parse(_ bytes: [UInt8], at place: SourceLocation, depthLimit: Int) throws(Malformed)
    -> PolicyJSON
  {
    var reader = PolicyJSONReader(bytes: bytes, place: place, depthLimit: depthLimit)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw Malformed(problem: "text after the end of the policy") }
    return value
  }

  private init(bytes: [UInt8], place: SourceLocation, depthLimit: Int) {
    self.bytes = bytes
    self.place = place
    self.depthLimit = depthLimit
  }

  private var location: SourceLocation {
    // A policy within another file is somewhere on the line that holds it.
    guard place.line == 1, place.column == 1 else { return place }
    return SourceLocation(path: place.path, line: line, column: position - lineStart + 1)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current {
      switch byte {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A:
        position += 1
        line += 1
        lineStart = position
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(Malformed) -> PolicyJSON {
    guard depth <= depthLimit else { throw Malformed(problem: "more than \(depthLimit) levels") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try record(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .text(try string())
    default: return try word()
    }
  }

  private mutating func record(depth: Int) throws(Malformed) -> PolicyJSON {
    var members: [PolicyJSON.Member] = []
    position += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return .record(members) }
    repeat {
      skipSpace()
      let start = location
      guard current == UInt8(ascii: "\"") else { throw Malformed(problem: "a name is expected at \(start)") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw Malformed(problem: "a colon is expected at \(location)") }
      members.append(.init(name: name, value: try value(depth: depth + 1), location: start))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw Malformed(problem: "'}' is expected at \(location)") }
    return .record(members)
  }

  private mutating func list(depth: Int) throws(Malformed) -> PolicyJSON {
    var items: [PolicyJSON.Item] = []
    position += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return .list(items) }
    repeat {
      skipSpace()
      let start = location
      items.append(.init(value: try value(depth: depth + 1), location: start))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw Malformed(problem: "']' is expected at \(location)") }
    return .list(items)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func word() throws(Malformed) -> PolicyJSON {
    let start = position
    while let byte = current, !" \t\r\n,]}:".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      guard text.first.map({ $0 == "-" || $0.isNumber }) ?? false, Double(text) != nil else {
        throw Malformed(problem: "a value is expected at \(location)")
      }
      return .number(text)
    }
  }

  private mutating func string() throws(Malformed) -> String {
    position += 1
    var content: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &content)
      case 0..<0x20: throw Malformed(problem: "a control character in a text at \(location)")
      default: content.append(byte)
      }
    }
    throw Malformed(problem: "a text without an end")
  }

  private mutating func escape(into content: inout [UInt8]) throws(Malformed) {
    guard let byte = current else { throw Malformed(problem: "a text without an end") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "u"): content += Array(String(try unicodeScalar()).utf8)
    default: throw Malformed(problem: "an unknown escape at \(location)")
    }
  }

  /// One escape, or two that are a surrogate pair; a surrogate without its other half stands for nothing.
  private mutating func unicodeScalar() throws(Malformed) -> Unicode.Scalar {
    let first = try unit()
    let afterFirst = position
    if (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: Array("\\u".utf8)) {
      position += 2
      let second = try unit()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      {
        return scalar
      }
      // No pair: the second escape stands for itself.
      position = afterFirst
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func unit() throws(Malformed) -> UInt32 {
    guard position + 4 <= bytes.count,
      // A sign is no digit, though a number may begin with one.
      bytes[position..<position + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw Malformed(problem: "four hexadecimal digits are expected at \(location)") }
    position += 4
    return value
  }
}
