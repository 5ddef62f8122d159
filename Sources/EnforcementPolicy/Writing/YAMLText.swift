internal import JSONText

/// Lines of YAML with comments, for people to read and edit.
struct YAMLText {
  private(set) var text = ""
  static let width = 110

  mutating func blank() { text += "\n" }

  mutating func line(_ content: String, indent: Int, note: String? = nil) {
    let line = Self.spaces(indent) + content
    guard let note, !note.isEmpty else {
      text += line + "\n"
      return
    }
    let shown = Self.oneLine(note)
    if line.count + shown.count + 4 <= Self.width {
      text += line + "  # " + shown + "\n"
    } else {
      comment(shown, indent: indent)
      text += line + "\n"
    }
  }

  /// A comment on lines of its own, broken at blanks.
  mutating func comment(_ content: String, indent: Int) {
    let start = Self.spaces(indent) + "#"
    var line = start
    for word in Self.oneLine(content).split(separator: " ") {
      if line.count + word.count + 1 > Self.width, line.count > start.count {
        text += line + "\n"
        line = start
      }
      line += " " + word
    }
    text += line + "\n"
  }

  /// A key with a list, which is `[]` where there is nothing in it.
  mutating func list<Value>(
    _ key: String, _ values: [Annotated<Value>], indent: Int, _ scalar: (Value) -> String
  ) {
    guard !values.isEmpty else {
      line("\(key): []", indent: indent)
      return
    }
    line("\(key):", indent: indent)
    for value in values { line("- " + scalar(value.value), indent: indent + 2, note: value.note) }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Names in comments come from templates and programs: nothing in them may end the comment.
  private static func oneLine(_ text: String) -> String {
    Spelling.safe(String(String.UnicodeScalarView(text.unicodeScalars.prefix(1000))))
  }

  /// A text as YAML reads it back: bare where it can be, in quotes where it must be.
  static func scalar(_ text: String) -> String {
    isBare(text) ? text : quoted(text)
  }

  private static let words: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "y", "n",
  ]

  private static func isBare(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, last != UInt8(ascii: ":") else {
      return false
    }
    let isLetter = (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
    // What begins with a digit may be a number, a day or a time of day; words may be booleans.
    guard isLetter || first == UInt8(ascii: "/"), !words.contains(text.lowercased()) else { return false }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/_.-+@:*?".utf8.contains(byte)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default:
        if scalar.isUnsafeToPrint {
          let digits = String(scalar.value, radix: 16)
          result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
