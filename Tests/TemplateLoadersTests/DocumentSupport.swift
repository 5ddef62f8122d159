@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

extension Node {
  /// Compact form to compare with: kinds by a letter, mappings in their order.
  var outline: String {
    switch content {
    case .scalar(let scalar):
      switch scalar.kind {
      case .string: "'\(scalar.text)'"
      case .integer: "i\(scalar.text)"
      case .number: "n\(scalar.text)"
      case .boolean: "b\(scalar.text)"
      case .null: "null"
      }
    case .sequence(let elements): "[" + elements.map(\.outline).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.outline)" }.joined(separator: ", ") + "}"
    }
  }

  /// `line:column-line:column`, end exclusive.
  var span: String { location.span }
}

extension FindingModel.SourceLocation {
  var span: String { "\(line):\(column)-\(endLine):\(endColumn)" }
}

/// A text and what reading it gives: an outline, or an error's description.
struct DocumentCase: CustomTestStringConvertible, Sendable {
  let text: String
  let expected: String
  var path = "a.yaml"

  init(_ text: String, _ expected: String, path: String = "a.yaml") {
    self.text = text
    self.expected = expected
    self.path = path
  }

  var testDescription: String { String(text.prefix(60)) }

  var outcome: String {
    do throws(DocumentError) {
      return try Document.parse(Array(text.utf8), path: path).outline
    } catch {
      return "error: \(error)"
    }
  }
}
