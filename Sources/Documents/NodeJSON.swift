/// Writes a node as JSON.
package enum NodeJSON {
  /// One line without spaces; keys keep their order.
  package static func write(_ node: Node) -> String {
    var output: [UInt8] = []
    append(node, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ node: Node, to output: inout [UInt8]) {
    switch node.content {
    case .scalar(let scalar):
      append(scalar, to: &output)
    case .sequence(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(element, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .mapping(let entries):
      output.append(UInt8(ascii: "{"))
      for (index, entry) in entries.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(text: entry.key, to: &output)
        output.append(UInt8(ascii: ":"))
        append(entry.value, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func append(_ scalar: Scalar, to output: inout [UInt8]) {
    switch scalar.kind {
    case .null:
      output.append(contentsOf: "null".utf8)
    case .boolean:
      let isTrue = ["true", "yes", "on"].contains(scalar.text.lowercased())
      output.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .integer, .number:
      if let number = number(scalar.text) {
        output.append(contentsOf: number.utf8)
      } else {
        append(text: scalar.text, to: &output)
      }
    case .string:
      append(text: scalar.text, to: &output)
    }
  }

  /// The same number in JSON's notation, which has no plus sign, no leading zero and no bare point.
  private static func number(_ text: String) -> String? {
    if let integer = Int(text) { return String(integer) }
    guard let value = Double(text), value.isFinite else { return nil }
    return String(value)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func append(text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x00..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(digits[Int(byte >> 4)])
        output.append(digits[Int(byte & 15)])
      default:
        output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
