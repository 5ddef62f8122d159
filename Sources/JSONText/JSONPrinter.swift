/// Builds JSON text value by value; containers that are still open are closed by ``close(to:)``.
package struct JSONPrinter {
  package enum Style {
    /// One value per line, two spaces per level.
    case indented
    /// No white space at all.
    case compact
    /// Compact, and safe inside an HTML `script` element: no `<`, `>` or `&` in the text.
    case embedded
  }

  private enum Container {
    case object
    case array
  }

  private(set) var text = ""
  private let style: Style
  private var open: [(kind: Container, count: Int)] = []
  /// Whether a key was printed whose value is still missing.
  private var awaitsValue = false

  init(style: Style) { self.style = style }

  var depth: Int { open.count }

  mutating func openObject() { begin(.object, "{") }

  mutating func openArray() { begin(.array, "[") }

  mutating func close(to depth: Int) {
    while open.count > depth, let last = open.popLast() {
      if last.count > 0 { newLine() }
      text += last.kind == .object ? "}" : "]"
    }
  }

  mutating func key(_ key: String) {
    separate()
    quote(key)
    text += style == .indented ? ": " : ":"
    awaitsValue = true
  }

  mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// A number, `true`, `false` or `null`.
  mutating func literal(_ value: String) {
    separate()
    text += value
  }

  private mutating func begin(_ kind: Container, _ bracket: String) {
    separate()
    text += bracket
    open.append((kind, 0))
  }

  private mutating func separate() {
    if awaitsValue {
      awaitsValue = false
      return
    }
    guard let last = open.indices.last else { return }
    if open[last].count > 0 { text += "," }
    open[last].count += 1
    newLine()
  }

  private mutating func newLine() {
    guard style == .indented else { return }
    text += "\n"
    for _ in open { text += "  " }
  }

  private mutating func quote(_ value: String) {
    text += "\""
    // Nearly every text is plain ASCII and is copied whole.
    if value.utf8.allSatisfy(Self.isPlain) {
      text += value
      text += "\""
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "<", ">", "&":
        if style == .embedded { escape(UInt16(scalar.value)) } else { text.unicodeScalars.append(scalar) }
      default:
        // More than JSON asks for: the file may be shown in a terminal, or its text pasted into a program.
        if scalar.isUnsafeToPrint {
          for unit in String(scalar).utf16 { escape(unit) }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  /// Printable ASCII that needs no escape in any style.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      false
    default: (0x20..<0x7F).contains(byte)
    }
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
