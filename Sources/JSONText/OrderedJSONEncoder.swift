/// Encodes a value as JSON with keys in the order in which its properties are declared.
///
/// Foundation's encoder either sorts keys or leaves their order to chance, and loading Foundation costs
/// more than a small scan.
package struct OrderedJSONEncoder {
  private let style: JSONPrinter.Style

  package init(style: JSONPrinter.Style) { self.style = style }

  package func text(of value: some Encodable) -> String {
    let encoder = PrintingEncoder(printer: SharedPrinter(JSONPrinter(style: style)))
    do {
      try encoder.print(value, at: 0)
    } catch {
      // Nothing here throws, and the structs of reports leave encoding to the compiler.
      preconditionFailure("a report could not be encoded: \(error)")
    }
    return encoder.printer.json.text
  }
}

/// The one printer that every container of an encoding writes to.
private final class SharedPrinter {
  var json: JSONPrinter

  init(_ json: JSONPrinter) { self.json = json }
}

private struct PrintingEncoder: Encoder {
  let printer: SharedPrinter
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Prints a value into the container that is open at this depth; deeper ones are finished first.
  func print(_ value: some Encodable, at depth: Int) throws {
    try value.encode(to: self)
    printer.json.close(to: depth)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    printer.json.openObject()
    return KeyedEncodingContainer(PrintingObject<Key>(encoder: self, depth: printer.json.depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    printer.json.openArray()
    return PrintingArray(encoder: self, depth: printer.json.depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { PrintingValue(encoder: self) }
}

private struct PrintingObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: PrintingEncoder
  let depth: Int
  var codingPath: [any CodingKey] { [] }

  private func print(_ key: String) {
    encoder.printer.json.close(to: depth)
    encoder.printer.json.key(key)
  }

  mutating func encodeNil(forKey key: Key) {
    print(key.stringValue)
    encoder.printer.json.literal("null")
  }

  mutating func encode(_ value: String, forKey key: Key) {
    print(key.stringValue)
    encoder.printer.json.string(value)
  }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    print(key.stringValue)
    try encoder.print(value, at: depth)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    print(key.stringValue)
    return encoder.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    print(key.stringValue)
    return encoder.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    print("super")
    return encoder
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder {
    print(key.stringValue)
    return encoder
  }
}

private struct PrintingArray: UnkeyedEncodingContainer {
  let encoder: PrintingEncoder
  let depth: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(encoder: PrintingEncoder, depth: Int) {
    self.encoder = encoder
    self.depth = depth
  }

  private mutating func advance() {
    encoder.printer.json.close(to: depth)
    count += 1
  }

  mutating func encodeNil() {
    advance()
    encoder.printer.json.literal("null")
  }

  mutating func encode(_ value: some Encodable) throws {
    advance()
    try encoder.print(value, at: depth)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    advance()
    return encoder.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    advance()
    return encoder.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    advance()
    return encoder
  }
}

private struct PrintingValue: SingleValueEncodingContainer {
  let encoder: PrintingEncoder
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() { encoder.printer.json.literal("null") }
  mutating func encode(_ value: Bool) { encoder.printer.json.literal(value ? "true" : "false") }
  mutating func encode(_ value: String) { encoder.printer.json.string(value) }
  mutating func encode(_ value: Double) { number(value) }
  mutating func encode(_ value: Float) { number(Double(value)) }
  mutating func encode(_ value: Int) { number(value) }
  mutating func encode(_ value: Int8) { number(value) }
  mutating func encode(_ value: Int16) { number(value) }
  mutating func encode(_ value: Int32) { number(value) }
  mutating func encode(_ value: Int64) { number(value) }
  mutating func encode(_ value: UInt) { number(value) }
  mutating func encode(_ value: UInt8) { number(value) }
  mutating func encode(_ value: UInt16) { number(value) }
  mutating func encode(_ value: UInt32) { number(value) }
  mutating func encode(_ value: UInt64) { number(value) }
  mutating func encode(_ value: some Encodable) throws { try value.encode(to: encoder) }

  private func number(_ value: some BinaryInteger) { encoder.printer.json.literal(String(value)) }

  // JSON has no word for infinity.
  private func number(_ value: Double) {
    encoder.printer.json.literal(value.isFinite ? value.description : "null")
  }
}
