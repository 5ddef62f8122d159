internal import Documents
internal import FindingModel

/// Writes values that are added to a document in the document's own style.
struct ValueText {
  let style: WritingStyle
  /// Elements of block lists that get a comment.
  let marked: Set<String>

  private var newline: String { String(decoding: style.newline, as: UTF8.self) }

  // MARK: Block style

  /// Lines of entries whose keys stand at a column, joined by line breaks.
  func block(_ entries: [(key: String, value: Node)], column: Int) -> String {
    entries.flatMap { lines(key: $0.key, $0.value, column: column) }.joined(separator: newline)
  }

  /// Lines of elements whose dashes stand at a column.
  func block(_ elements: [Node], column: Int) -> String {
    elements.map { element($0, column: column) }.joined(separator: newline)
  }

  private func element(_ value: Node, column: Int) -> String {
    let text = Self.spaces(column) + "- " + inline(value, isFlow: false)
    return marked.contains(value.text ?? "") ? text + " " + Recognition.mark : text
  }

  private func lines(key: String, _ value: Node, column: Int) -> [String] {
    let start = Self.spaces(column) + scalar(key, isFlow: false) + ":"
    switch value.content {
    case .sequence(let elements) where !elements.isEmpty:
      return [start] + elements.map { element($0, column: column + style.dashOffset) }
    case .mapping(let entries) where !entries.isEmpty && value.intrinsic == nil:
      return [start] + entries.flatMap { lines(key: $0.key, $0.value, column: column + style.step) }
    default: return [start + " " + inline(value, isFlow: false)]
    }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: Flow style and JSON

  /// - Parameter indentation: What lines inside begin with, if every entry is to have a line of its own.
  func flow(_ entries: [(key: String, value: Node)], separator: String, indentation: Indentation?) -> String {
    entries.map { flow(key: $0.key, $0.value, indentation: indentation) }.joined(separator: "," + separator)
  }

  func flow(_ elements: [Node], separator: String, indentation: Indentation?) -> String {
    elements.map { flow($0, indentation: indentation) }.joined(separator: "," + separator)
  }

  /// White space of lines, and by what it grows with depth.
  struct Indentation {
    var text: String
    let unit: String

    var deeper: Indentation { Indentation(text: text + unit, unit: unit) }
  }

  private func flow(key: String, _ value: Node, indentation: Indentation?) -> String {
    scalar(key, isFlow: true) + style.separator + flow(value, indentation: indentation)
  }

  private func flow(_ value: Node, indentation: Indentation?) -> String {
    // `{"Ref": "Layer"}` is easier to read on one line.
    guard let indentation, style.isJSON, value.intrinsic == nil else { return inline(value, isFlow: true) }
    let inner = indentation.deeper
    let lines: [String]
    switch value.content {
    case .sequence(let elements) where !elements.isEmpty:
      lines = elements.map { flow($0, indentation: inner) }
    case .mapping(let entries) where !entries.isEmpty:
      lines = entries.map { flow(key: $0.key, $0.value, indentation: inner) }
    default: return inline(value, isFlow: true)
    }
    let brackets = value.isSequence ? ("[", "]") : ("{", "}")
    let body = lines.map { newline + inner.text + $0 }.joined(separator: ",")
    return brackets.0 + body + newline + indentation.text + brackets.1
  }

  private func inline(_ value: Node, isFlow: Bool) -> String {
    if !style.isJSON, let (name, argument) = value.intrinsic, name == "Ref", let text = argument.text {
      return "!Ref " + scalar(text, isFlow: isFlow)
    }
    let comma = style.separator == ":" ? "," : ", "
    switch value.content {
    case .scalar(let content): return scalar(content.text, isFlow: isFlow, kind: content.kind)
    case .sequence(let elements):
      return "[" + elements.map { inline($0, isFlow: true) }.joined(separator: comma) + "]"
    case .mapping(let entries):
      let pairs = entries.map {
        scalar($0.key, isFlow: true) + style.separator + inline($0.value, isFlow: true)
      }
      return "{" + pairs.joined(separator: comma) + "}"
    }
  }

  // MARK: Scalars

  func scalar(_ text: String, isFlow: Bool, kind: Scalar.Kind = .string) -> String {
    if kind != .string { return NodeJSON.write(Node(.scalar(Scalar(text, kind: kind)), at: .start(of: ""))) }
    if !style.isJSON, Self.canBePlain(text, isFlow: isFlow) { return text }
    // JSON's quotes are YAML's double quotes too.
    return NodeJSON.write(.string(text, at: .start(of: "")))
  }

  /// Narrower than YAML: letters, digits and signs that never mean anything, starting so that no reader sees a
  /// number, a date or a word like `yes`.
  private static func canBePlain(_ text: String, isFlow: Bool) -> Bool {
    guard let first = text.utf8.first,
      isLetter(first) || first == UInt8(ascii: "/") || text.hasPrefix("./") || text.hasPrefix("../"),
      text.utf8.last != UInt8(ascii: ":"), text.utf8.last != 0x20, !text.contains(": "),
      YAMLScalars.resolve(text, isPlain: true, tag: nil).kind == .string,
      !["y", "n", "Y", "N"].contains(text)
    else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || "/._- ".utf8.contains(byte)
        || !isFlow && byte == UInt8(ascii: ":")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
