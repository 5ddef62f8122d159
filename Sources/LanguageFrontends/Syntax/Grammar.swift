internal import CTreeSitter

/// A grammar that is linked in.
enum Grammar: Sendable {
  case python
  case javaScript
  case typeScript
  case typeScriptXML

  var language: OpaquePointer? {
    switch self {
    case .python: tree_sitter_python()
    case .javaScript: tree_sitter_javascript()
    case .typeScript: tree_sitter_typescript()
    case .typeScriptXML: tree_sitter_tsx()
    }
  }
}
