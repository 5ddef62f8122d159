internal import Documents
internal import FindingModel

/// A document on several lines, with every number as it was written.
enum PrettyJSON {
  /// Recursion is bounded by the limits with which the document was read.
  static func text(of node: Node) -> String {
    var text = ""
    append(node, indentation: "\n", to: &text)
    return text
  }

  private static func append(_ node: Node, indentation: String, to text: inout String) {
    let inner = indentation + "  "
    switch node.content {
    case .scalar(let scalar): text += literal(scalar)
    case .sequence(let elements) where elements.isEmpty: text += "[]"
    case .sequence(let elements):
      for (index, element) in elements.enumerated() {
        text += (index == 0 ? "[" : ",") + inner
        append(element, indentation: inner, to: &text)
      }
      text += indentation + "]"
    case .mapping(let entries) where entries.isEmpty: text += "{}"
    case .mapping(let entries):
      for (index, entry) in entries.enumerated() {
        text += (index == 0 ? "{" : ",") + inner + JSONPiece.string(entry.key).text + ": "
        append(entry.value, indentation: inner, to: &text)
      }
      text += indentation + "}"
    }
  }

  private static func literal(_ scalar: Scalar) -> String {
    switch scalar.kind {
    case .string: JSONPiece.string(scalar.text).text
    case .null: "null"
    case .boolean, .integer, .number: scalar.text
    }
  }
}
