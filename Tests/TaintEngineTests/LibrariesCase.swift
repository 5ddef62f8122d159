import SourceModel
import TaintEngine
import Testing

/// A call of a library that does harm, and its twin that does not.
struct LibraryCase: Sendable, CustomTestStringConvertible {
  let language: SourceLanguage
  let kind: SinkKind
  /// Before the handler: imports, clients.
  let setUp: String
  let harmful: String
  let harmless: String

  /// Python; the body of `def handler(event, context)`.
  static func python(_ kind: SinkKind, _ setUp: String, _ harmful: String, safe harmless: String) -> Self {
    Self(language: .python, kind: kind, setUp: setUp, harmful: harmful, harmless: harmless)
  }

  /// JavaScript; the body of `exports.handler = async (event) => { … }`.
  static func node(_ kind: SinkKind, _ setUp: String, _ harmful: String, safe harmless: String) -> Self {
    Self(language: .javaScript, kind: kind, setUp: setUp, harmful: harmful, harmless: harmless)
  }

  func program(_ body: String) -> String {
    switch language {
    case .python:
      let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
      return "\(setUp)\n\ndef handler(event, context):\n" + lines.map { "    \($0)\n" }.joined()
    case .javaScript, .typeScript:
      return "\(setUp)\n\nexports.handler = async (event, context) => {\n\(body)\n}\n"
    }
  }

  var testDescription: String { "\(language) \(kind): \(harmful)" }
}
