import LanguageFrontends
import SourceModel
import Testing

/// A small program and the module that it has to become, as text.
struct LoweringCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let source: String
  let path: String
  let lowered: String

  init(_ name: String, source: String, path: String = "a.py", lowered: String) {
    testDescription = name
    self.source = source
    self.path = path
    self.lowered = lowered
  }

  /// The dump without its first line, which names the language.
  var result: String {
    guard let module = Frontend.module(Array(source.utf8), path: path) else { return "no module" }
    return dump(module).split(separator: "\n").dropFirst().joined(separator: "\n")
  }
}
